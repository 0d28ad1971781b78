// Events.
function open(address, from) {
  opener = from;
  state.open = address;
  writeState(true);
  showDrawer();
}

function filterByStatus(status) {
  state.status = state.status === status ? "" : status;
  writeState(false);
  applyFilters();
}

document.addEventListener("click", (event) => {
  const from = event.target.closest("[data-open]");
  const stat = event.target.closest("[data-status]");
  if (from) open(from.dataset.open, from);
  else if (stat) filterByStatus(stat.dataset.status);
  else if (event.target === drawer) drawer.close();
});
document.addEventListener("keydown", (event) => {
  moveInGrid(event);
  const inGrid = event.target.closest?.("#scenario-grid td[data-open]");
  if (inGrid && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    open(inGrid.dataset.open, inGrid);
  }
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName || "");
  if (event.key === "/" && !typing && !drawer.open) {
    event.preventDefault();
    form.elements.text.focus();
  }
});
drawer.addEventListener("close", () => {
  if (state.open) {
    state.open = "";
    writeState(false);
  }
  if (opener?.isConnected) opener.focus();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  Object.assign(state, { connector: "", interface: "", status: "", text: "" });
  writeState(false);
  applyFilters();
});
form.addEventListener("input", () => {
  for (const name of ["connector", "interface", "status", "text"])
    state[name] = form.elements[name].value;
  writeState(false);
  applyFilters();
});
for (const link of document.querySelectorAll('nav a, .banner a[href^="#"]')) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const section = document.querySelector(link.getAttribute("href"));
    section.scrollIntoView();
    section.tabIndex = -1;
    section.focus({ preventScroll: true });
  });
}
const follow = () => {
  readState();
  applyFilters();
  showDrawer();
};
addEventListener("hashchange", follow);
addEventListener("popstate", follow);
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details:not(.long)"))
    details.open = true;
});

fillChoices();
follow();
