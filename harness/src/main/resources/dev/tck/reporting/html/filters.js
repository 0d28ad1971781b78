// State: filters and the open drawer, in the address, so that a link says what its sender saw.
let state = {};

function readState() {
  const hash = location.hash.slice(1);
  const parameters = new URLSearchParams(hash.includes("=") ? hash : "");
  state = {
    connector: parameters.get("connector") || "",
    interface: parameters.get("interface") || "",
    status: parameters.get("status") || "",
    text: parameters.get("text") || "",
    open: parameters.get("open") || "",
  };
}

function writeState(push) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (value) parameters.set(name, value);
  }
  const hash = parameters.toString();
  const address = hash ? `#${hash}` : location.pathname + location.search;
  if (push) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

function isFiltered() {
  return Boolean(
    state.connector || state.interface || state.status || state.text,
  );
}

function cellMatches(cell) {
  return (
    (!state.connector || cell.connector === state.connector) &&
    (!state.interface || cell.interface === state.interface)
  );
}

function outcomeMatches(outcome) {
  if (
    state.status === "provisional"
      ? !outcome.provisional
      : state.status && outcome.status !== state.status
  ) {
    return false;
  }
  if (!state.text) return true;
  const wanted = state.text.toLowerCase();
  const texts = [outcome.scenario, outcome.title, outcome.reason];
  if (texts.some((text) => text.toLowerCase().includes(wanted))) return true;
  return readChecks(outcome).some((check) =>
    [check.id, check.expected, check.actual].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
}

function matching(cell, feature) {
  return cell.outcomes.filter(
    (outcome) =>
      (!feature || outcome.feature === feature) && outcomeMatches(outcome),
  );
}

function fillChoices() {
  const choices = {
    connector: [...new Set(cells.map((cell) => cell.connector))],
    interface: [...new Set(cells.map((cell) => cell.interface))],
    status: [
      ...new Set(
        cells.flatMap((cell) => cell.outcomes.map((outcome) => outcome.status)),
      ),
    ],
  };
  if (
    cells.some((cell) => cell.outcomes.some((outcome) => outcome.provisional))
  ) {
    choices.status.push("provisional");
  }
  for (const [name, values] of Object.entries(choices)) {
    values
      .sort()
      .forEach((value) =>
        form.elements[name].append(element("option", { value }, value)),
      );
  }
}

function applyFilters() {
  for (const name of ["connector", "interface", "status", "text"]) {
    if (form.elements[name].value !== state[name])
      form.elements[name].value = state[name];
  }
  const found = new Map();
  let outcomes = 0;
  for (const cell of cells) {
    const list = cellMatches(cell) ? matching(cell, "") : [];
    found.set(cell.number, new Set(list.map((outcome) => outcome.feature)));
    outcomes += list.length;
  }
  for (const row of document.querySelectorAll("tr[data-cell]")) {
    const cell = cells[Number(row.dataset.cell)];
    row.hidden =
      !cellMatches(cell) || (isFiltered() && found.get(cell.number).size === 0);
  }
  for (const node of document.querySelectorAll(
    "#page-tables [data-table-cell]",
  )) {
    node.classList.toggle(
      "dim",
      isFiltered() && !tableCellMatches(node.dataset.tableCell, found),
    );
  }
  for (const node of document.querySelectorAll("#claims tr[data-table-cell]")) {
    node.hidden =
      isFiltered() && !tableCellMatches(node.dataset.tableCell, found);
  }
  for (const table of document.querySelectorAll("section[data-table]")) {
    const id = table.dataset.table;
    const isInterface = ["native", "rest", "websocket"].includes(id);
    table.hidden =
      isInterface && state.interface !== "" && state.interface !== id;
  }
  for (const stat of document.querySelectorAll("[data-status]")) {
    stat.setAttribute(
      "aria-pressed",
      String(stat.dataset.status === state.status),
    );
  }
  document.getElementById("filter-count").textContent = isFiltered()
    ? `${outcomes} outcomes`
    : "";
  showFailures();
  showGrid();
}

function tableCellMatches(id, found) {
  return data.tables[id].parts.some(
    ([cell, feature]) => cell >= 0 && found.get(cell).has(feature),
  );
}
