// Failures by connector.
const NOT_FAILURES = new Set(["pass", "not-run"]);

function showFailures() {
  const list = document.getElementById("failure-list");
  list.replaceChildren();
  for (const cell of cells.filter(cellMatches)) {
    const failing = matching(cell, "").filter(
      (outcome) => !NOT_FAILURES.has(outcome.status),
    );
    if (failing.length) list.append(failureGroup(cell, failing));
  }
  if (!list.hasChildNodes()) {
    const text = isFiltered()
      ? "No failure fits the filter."
      : "Nothing failed.";
    list.append(element("p", { class: "empty" }, text));
  }
}

function failureGroup(cell, failing) {
  const items = element("ul", { class: "outcomes" });
  const add = (outcomes) => {
    for (const outcome of outcomes) {
      const row = element(
        "button",
        {
          type: "button",
          class: "row",
          "data-open": `c/${cell.number}/${outcome.feature}/${outcome.scenario}`,
        },
        statusMark(outcome),
        element("span", { class: "id" }, outcome.scenario),
        element(
          "span",
          { class: "what" },
          firstLine(outcome.reason) || outcome.title,
        ),
        outcome.blame ? element("span", { class: "tag" }, outcome.blame) : null,
      );
      items.append(element("li", {}, row));
    }
  };
  add(failing.slice(0, FAILURES_AT_ONCE));
  const group = element(
    "div",
    {},
    element(
      "h3",
      { class: "cell-head" },
      cell.name,
      element("span", { class: "quiet" }, `on ${cell.target}`),
      element("span", { class: "count" }, String(failing.length)),
    ),
    items,
  );
  if (failing.length > FAILURES_AT_ONCE) {
    const more = element(
      "button",
      { type: "button", class: "plain" },
      `Show all ${failing.length}`,
    );
    more.addEventListener("click", () => {
      add(failing.slice(FAILURES_AT_ONCE));
      more.remove();
    });
    group.append(more);
  }
  return group;
}

function firstLine(text) {
  return text.split("\n", 1)[0];
}

// Every scenario in every cell: one stop of the Tab key, arrows move inside.
let gridLimit = SCENARIOS_AT_ONCE;

function showGrid() {
  const place = document.getElementById("scenario-grid");
  const shown = cells.filter(
    (cell) => cell.outcomes.length && cellMatches(cell),
  );
  const rows = new Map();
  for (const cell of shown) {
    for (const outcome of matching(cell, "")) {
      if (!rows.has(outcome.scenario)) rows.set(outcome.scenario, new Map());
      rows.get(outcome.scenario).set(cell.number, outcome);
    }
  }
  if (!rows.size) {
    place.replaceChildren(
      element(
        "p",
        { class: "empty" },
        isFiltered() ? "No scenario fits the filter." : "No scenario ran.",
      ),
    );
    return;
  }
  const table = element("table", { class: "grid" }, gridHead(shown));
  const body = element("tbody");
  const ids = [...rows.keys()].sort();
  ids
    .slice(0, gridLimit)
    .forEach((id) => body.append(gridRow(id, rows.get(id), shown)));
  table.append(body);
  place.replaceChildren(table);
  const first = table.querySelector("td[data-open]");
  if (first) first.tabIndex = 0;
  if (ids.length > gridLimit) {
    const more = element(
      "button",
      { type: "button", class: "plain" },
      `Show all ${ids.length} scenarios`,
    );
    more.addEventListener("click", () => {
      gridLimit = ids.length;
      showGrid();
    });
    place.append(more);
  }
}

function gridHead(shown) {
  const row = element("tr", {}, element("th", { scope: "col" }, "Scenario"));
  for (const cell of shown) {
    row.append(
      element(
        "th",
        { scope: "col", title: cell.target },
        cell.connector,
        element(
          "span",
          { class: "quiet" },
          `${cell.version} ${cell.interface}`,
        ),
      ),
    );
  }
  return element("thead", {}, row);
}

function gridRow(id, outcomes, shown) {
  const some = outcomes.values().next().value;
  const head = element(
    "th",
    { scope: "row", title: some.title },
    element("strong", {}, id),
    ` ${some.title}`,
  );
  if (some.core) head.append(" ", element("span", { class: "tag" }, "core"));
  const row = element("tr", {}, head);
  for (const cell of shown) {
    const outcome = outcomes.get(cell.number);
    if (outcome) {
      const open = `c/${cell.number}/${outcome.feature}/${id}`;
      row.append(
        element(
          "td",
          { "data-open": open, tabindex: "-1", role: "button" },
          statusMark(outcome),
        ),
      );
    } else {
      row.append(element("td", {}));
    }
  }
  return row;
}

function moveInGrid(event) {
  const from = event.target.closest("#scenario-grid td[data-open]");
  const steps = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  if (!from || !steps[event.key]) return;
  const [down, right] = steps[event.key];
  const rows = from.closest("tbody").rows;
  let row = from.parentNode.sectionRowIndex;
  let column = from.cellIndex;
  do {
    row += down;
    column += right;
  } while (rows[row]?.cells[column] && !rows[row].cells[column].dataset.open);
  const to = rows[row]?.cells[column];
  if (to?.dataset.open) {
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
    event.preventDefault();
  }
}
