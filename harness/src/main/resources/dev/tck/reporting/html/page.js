"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const drawer = document.getElementById("drawer");
  const form = document.getElementById("filters");
  const SCENARIOS_AT_ONCE = 200;
  const FAILURES_AT_ONCE = 25;
  const SYMBOLS = {
    pass: "✓",
    fail: "✗",
    unsupported: "∅",
    crash: "✗ crash",
    hung: "✗ hung",
    "adapter-fault": "! adapter",
    "target-fault": "! target",
    "not-run": "--",
  };
  const featureTitles = new Map(data.features);

  // An outcome in the data is an array; see ReportData.java for the order.
  const cells = data.cells.map((cell, number) => ({
    ...cell,
    number,
    name: `${cell.connector} ${cell.version} ${cell.interface}`,
    outcomes: cell.outcomes.map((raw) => readOutcome(raw, number)),
  }));

  function readOutcome(raw, cell) {
    const [scenario, status, blame, provisional, reason, checks, micros, run, control, ...kept] = raw;
    const [id, title, feature, core] = data.scenarios[scenario];
    return {
      cell,
      scenario: id,
      title,
      feature,
      core: core === 1,
      status: data.texts[status],
      blame: data.texts[blame],
      provisional: provisional === 1,
      reason: data.texts[reason],
      checks,
      micros,
      run: data.runs[run],
      control: data.texts[control],
      evidence: kept.length ? data.texts[kept[0]] : "",
      files: kept.slice(1).map((file) => data.texts[file]),
    };
  }

  function readChecks(outcome) {
    return data.checks[outcome.checks].map(([id, level, passed, expected, actual]) => ({
      id: data.texts[id],
      level,
      passed: passed === 1,
      expected: data.texts[expected],
      actual: data.texts[actual],
    }));
  }

  // Elements. Texts only ever become text nodes.
  function element(tag, properties, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (name === "class") node.className = value;
      else node.setAttribute(name, value);
    }
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
  }

  function statusMark(outcome) {
    const provisional = outcome.provisional && outcome.status !== "pass";
    const symbol = SYMBOLS[outcome.status] + (provisional ? " ?" : "");
    const label = outcome.status + (outcome.provisional ? ", provisional" : "");
    const style = provisional ? "provisional" : outcome.status;
    return element("span", { class: `mark ${style}`, title: label, role: "img", "aria-label": label }, symbol);
  }

  function mark([id, symbol, meaning]) {
    return element("span", { class: `mark ${id}`, title: meaning }, symbol);
  }

  function properties(entries) {
    const list = element("dl", { class: "properties" });
    for (const [name, value] of entries) {
      if (value) list.append(element("dt", {}, name), element("dd", {}, value));
    }
    return list;
  }

  function quoted(word) {
    return /^[A-Za-z0-9._\-+@:/,=]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
  }

  function command(cell, scenario) {
    const text = cell.command + (scenario ? ` --scenario ${quoted(scenario)}` : "");
    const copy = element("button", { type: "button", class: "plain" }, "Copy");
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        copy.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(copy.previousElementSibling);
        copy.textContent = "Selected";
      }
    });
    const code = element("code", {});
    for (const word of text.split(" ")) code.append(element("span", { class: "word" }, word), " ");
    return element("div", { class: "command" }, code, copy);
  }

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
    return Boolean(state.connector || state.interface || state.status || state.text);
  }

  function cellMatches(cell) {
    return (
      (!state.connector || cell.connector === state.connector) &&
      (!state.interface || cell.interface === state.interface)
    );
  }

  function outcomeMatches(outcome) {
    if (state.status === "provisional" ? !outcome.provisional : state.status && outcome.status !== state.status) {
      return false;
    }
    if (!state.text) return true;
    const wanted = state.text.toLowerCase();
    const texts = [outcome.scenario, outcome.title, outcome.reason];
    if (texts.some((text) => text.toLowerCase().includes(wanted))) return true;
    return readChecks(outcome).some((check) =>
      [check.id, check.expected, check.actual].some((text) => text.toLowerCase().includes(wanted)),
    );
  }

  function matching(cell, feature) {
    return cell.outcomes.filter((outcome) => (!feature || outcome.feature === feature) && outcomeMatches(outcome));
  }

  function fillChoices() {
    const choices = {
      connector: [...new Set(cells.map((cell) => cell.connector))],
      interface: [...new Set(cells.map((cell) => cell.interface))],
      status: [...new Set(cells.flatMap((cell) => cell.outcomes.map((outcome) => outcome.status)))],
    };
    if (cells.some((cell) => cell.outcomes.some((outcome) => outcome.provisional))) {
      choices.status.push("provisional");
    }
    for (const [name, values] of Object.entries(choices)) {
      values.sort().forEach((value) => form.elements[name].append(element("option", { value }, value)));
    }
  }

  function applyFilters() {
    for (const name of ["connector", "interface", "status", "text"]) {
      if (form.elements[name].value !== state[name]) form.elements[name].value = state[name];
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
      row.hidden = !cellMatches(cell) || (isFiltered() && found.get(cell.number).size === 0);
    }
    for (const node of document.querySelectorAll("#page-tables [data-table-cell]")) {
      node.classList.toggle("dim", isFiltered() && !tableCellMatches(node.dataset.tableCell, found));
    }
    for (const node of document.querySelectorAll("#claims tr[data-table-cell]")) {
      node.hidden = isFiltered() && !tableCellMatches(node.dataset.tableCell, found);
    }
    for (const table of document.querySelectorAll("section[data-table]")) {
      const id = table.dataset.table;
      const isInterface = ["native", "rest", "websocket"].includes(id);
      table.hidden = isInterface && state.interface !== "" && state.interface !== id;
    }
    for (const stat of document.querySelectorAll("[data-status]")) {
      stat.setAttribute("aria-pressed", String(stat.dataset.status === state.status));
    }
    document.getElementById("filter-count").textContent = isFiltered() ? `${outcomes} outcomes` : "";
    showFailures();
    showGrid();
  }

  function tableCellMatches(id, found) {
    return data.tables[id].parts.some(([cell, feature]) => cell >= 0 && found.get(cell).has(feature));
  }

  // Failures by connector.
  const NOT_FAILURES = new Set(["pass", "not-run"]);

  function showFailures() {
    const list = document.getElementById("failure-list");
    list.replaceChildren();
    for (const cell of cells.filter(cellMatches)) {
      const failing = matching(cell, "").filter((outcome) => !NOT_FAILURES.has(outcome.status));
      if (failing.length) list.append(failureGroup(cell, failing));
    }
    if (!list.hasChildNodes()) {
      const text = isFiltered() ? "No failure fits the filter." : "Nothing failed.";
      list.append(element("p", { class: "empty" }, text));
    }
  }

  function failureGroup(cell, failing) {
    const items = element("ul", { class: "outcomes" });
    const add = (outcomes) => {
      for (const outcome of outcomes) {
        const row = element(
          "button",
          { type: "button", class: "row", "data-open": `c/${cell.number}/${outcome.feature}/${outcome.scenario}` },
          statusMark(outcome),
          element("span", { class: "id" }, outcome.scenario),
          element("span", { class: "what" }, firstLine(outcome.reason) || outcome.title),
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
      const more = element("button", { type: "button", class: "plain" }, `Show all ${failing.length}`);
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
    const shown = cells.filter((cell) => cell.outcomes.length && cellMatches(cell));
    const rows = new Map();
    for (const cell of shown) {
      for (const outcome of matching(cell, "")) {
        if (!rows.has(outcome.scenario)) rows.set(outcome.scenario, new Map());
        rows.get(outcome.scenario).set(cell.number, outcome);
      }
    }
    if (!rows.size) {
      place.replaceChildren(element("p", { class: "empty" }, isFiltered() ? "No scenario fits the filter." : "No scenario ran."));
      return;
    }
    const table = element("table", { class: "grid" }, gridHead(shown));
    const body = element("tbody");
    const ids = [...rows.keys()].sort();
    ids.slice(0, gridLimit).forEach((id) => body.append(gridRow(id, rows.get(id), shown)));
    table.append(body);
    place.replaceChildren(table);
    const first = table.querySelector("td[data-open]");
    if (first) first.tabIndex = 0;
    if (ids.length > gridLimit) {
      const more = element("button", { type: "button", class: "plain" }, `Show all ${ids.length} scenarios`);
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
          element("span", { class: "quiet" }, `${cell.version} ${cell.interface}`),
        ),
      );
    }
    return element("thead", {}, row);
  }

  function gridRow(id, outcomes, shown) {
    const some = outcomes.values().next().value;
    const head = element("th", { scope: "row", title: some.title }, element("strong", {}, id), ` ${some.title}`);
    if (some.core) head.append(" ", element("span", { class: "tag" }, "core"));
    const row = element("tr", {}, head);
    for (const cell of shown) {
      const outcome = outcomes.get(cell.number);
      if (outcome) {
        const open = `c/${cell.number}/${outcome.feature}/${id}`;
        row.append(element("td", { "data-open": open, tabindex: "-1", role: "button" }, statusMark(outcome)));
      } else {
        row.append(element("td", {}));
      }
    }
    return row;
  }

  function moveInGrid(event) {
    const from = event.target.closest("#scenario-grid td[data-open]");
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
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

  // The drawer: t/TABLE/ROW/COLUMN is a cell of the page, c/NUMBER[/FEATURE[/SCENARIO]] was measured.
  let opener = null;

  function showDrawer() {
    const view = state.open ? viewOf(state.open) : null;
    if (!view) {
      if (drawer.open) drawer.close();
      return;
    }
    const close = element("button", { type: "button", class: "plain", autofocus: "" }, "Close");
    close.addEventListener("click", () => drawer.close());
    const title = element("h2", { id: "drawer-title" }, view.title);
    drawer.replaceChildren(
      element("div", { class: "drawer-head" }, title, close),
      element("div", { class: "drawer-body" }, ...view.body),
    );
    if (!drawer.open) drawer.showModal();
    drawer.scrollTop = 0;
    const wanted = drawer.querySelector("details[data-wanted]");
    if (wanted) {
      wanted.open = true;
      wanted.scrollIntoView({ block: "center" });
    }
  }

  function viewOf(address) {
    const kind = address.slice(0, 2);
    if (kind === "t/") return tableView(address.slice(2));
    if (kind === "c/") {
      const [number, feature, ...scenario] = address.slice(2).split("/");
      const cell = cells[Number(number)];
      return cell ? cellView(cell, feature || "", scenario.join("/")) : null;
    }
    return null;
  }

  function tableView(id) {
    const cell = data.tables[id];
    if (!cell) return null;
    const claim = element("div", { class: "box" }, element("h3", {}, "The page says"));
    if (cell.claim) {
      claim.append(element("q", {}, cell.claim.literal), element("span", { class: "quiet" }, ` line ${cell.claim.line}`));
      for (const note of [cell.claim.resolution, cell.claim.note, cell.note]) {
        if (note) claim.append(element("span", { class: "note" }, note));
      }
    } else {
      claim.append("nothing");
    }
    const measured = element(
      "div",
      { class: "box" },
      element("h3", {}, "Measured"),
      mark(cell.mark),
      ` ${cell.mark[2]}`,
      cell.why ? element("span", { class: "note" }, cell.why) : null,
    );
    const body = [element("div", { class: "pair" }, claim, measured)];
    const byCell = new Map();
    cell.parts
      .filter(([number]) => number >= 0)
      .forEach(([number, feature]) => byCell.set(number, [...(byCell.get(number) || []), feature]));
    if (!byCell.size) {
      body.push(element("p", { class: "empty" }, "There is no measurement of it in this report."));
    }
    for (const [number, features] of byCell) {
      body.push(element("h3", {}, cells[number].name), facts(cells[number]));
      features.forEach((feature) => body.push(...featureView(cells[number], feature, "")));
      body.push(command(cells[number], ""));
    }
    return { title: `${cell.title}: ${cell.row}, ${cell.column}`, body };
  }

  function cellView(cell, feature, scenario) {
    const features = feature ? [feature] : Object.keys(cell.features);
    const body = [facts(cell)];
    features.forEach((each) => body.push(...featureView(cell, each, scenario)));
    body.push(element("h3", {}, "Measure it again"), command(cell, ""));
    return { title: cell.name, body };
  }

  function facts(cell) {
    const run = data.runs[cell.run];
    return properties([
      ["Connector", `${cell.connector} ${cell.version}, as loaded`],
      ["Interface", cell.interface],
      ["Runtime", cell.runtime],
      ["Target", cell.target + (cell.embedded ? ": never counts as a result on TDengine" : "")],
      ["Version row", cell.row],
      ["Machine", run.machine],
      ["Measured", run.started + (run.official ? ", official" : "")],
      ["Harness", `tck ${run.harness}${run.commit ? `, commit ${run.commit}` : ""}`],
      ["Not measured", cell.notRun],
    ]);
  }

  function featureView(cell, feature, scenario) {
    const judged = cell.features[feature];
    const outcomes = cell.outcomes.filter((outcome) => outcome.feature === feature);
    const head = element(
      "h3",
      { class: "cell-head" },
      featureTitles.get(feature) || feature,
      judged ? mark(judged.mark) : null,
      element("span", { class: "quiet" }, judged ? judged.mark[2] : ""),
    );
    const nodes = [head];
    if (judged?.why) nodes.push(element("p", { class: "quiet" }, judged.why));
    if (judged?.missing.length) {
      nodes.push(element("p", { class: "quiet" }, `Without a result: ${judged.missing.join(", ")}`));
    }
    const order = (outcome) => (outcome.status === "pass" ? 1 : 0);
    const sorted = [...outcomes].sort((a, b) => order(a) - order(b));
    const list = element("ul", { class: "outcomes" });
    sorted.forEach((outcome) => list.append(element("li", {}, outcomeView(cell, outcome, scenario))));
    nodes.push(list);
    return nodes;
  }

  function outcomeView(cell, outcome, wanted) {
    const view = element(
      "details",
      {},
      element(
        "summary",
        {},
        statusMark(outcome),
        element("span", { class: "id" }, outcome.scenario),
        element("span", { class: "what" }, outcome.title),
      ),
    );
    if (outcome.scenario === wanted) view.dataset.wanted = "";
    view.addEventListener("toggle", () => {
      if (view.open && view.childElementCount === 1) view.append(outcomeDetail(cell, outcome));
    });
    return view;
  }

  function outcomeDetail(cell, outcome) {
    const detail = element("div", { class: "detail" });
    if (outcome.reason) detail.append(element("p", { class: "value" }, outcome.reason));
    detail.append(
      properties([
        ["Status", outcome.status + (outcome.provisional ? ", provisional: shown, not counted" : "")],
        ["Blame", outcome.blame],
        ["Control", outcome.control],
        ["Duration", `${(outcome.micros / 1000).toFixed(1)} ms`],
        ["Measured", `${outcome.run.started} on ${outcome.run.machine}`],
      ]),
    );
    const checks = readChecks(outcome);
    if (checks.length) detail.append(checkTable(checks));
    if (outcome.evidence) detail.append(evidence(outcome));
    detail.append(command(cell, outcome.scenario));
    return detail;
  }

  function checkTable(checks) {
    if (checks.every((check) => check.passed)) {
      return element("p", { class: "quiet" }, `Checks passed: ${checks.map((check) => check.id).join(", ")}`);
    }
    const head = element("tr", {});
    ["Check", "", "Expected", "Actual"].forEach((title) => head.append(element("th", { scope: "col" }, title)));
    const body = element("tbody");
    for (const check of checks) {
      const status = check.passed ? "pass" : "fail";
      const name = element("th", { scope: "row" }, check.id, " ", element("span", { class: "tag" }, check.level));
      body.append(
        element(
          "tr",
          {},
          name,
          element("td", {}, element("span", { class: `mark ${status}`, title: status }, SYMBOLS[status])),
          element("td", { class: "value" }, check.expected),
          element("td", { class: "value" }, check.actual),
        ),
      );
    }
    const table = element("table", {}, element("thead", {}, head), body);
    return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Checks" }, table);
  }

  function evidence(outcome) {
    const line = element("p", {}, "Evidence: ");
    outcome.files.forEach((file, index) => {
      if (index) line.append(" · ");
      const address = file.split("/").map(encodeURIComponent).join("/");
      line.append(element("a", { href: address }, evidenceName(file)));
    });
    if (!outcome.files.length) line.append(element("span", { class: "quiet" }, `${outcome.evidence}, not in this folder`));
    return line;
  }

  function evidenceName(file) {
    const name = file.slice(file.lastIndexOf("/") + 1);
    if (/transcript/i.test(name)) return `transcript (${name})`;
    if (/capture|frames|pcap/i.test(name)) return `wire capture (${name})`;
    return name;
  }

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
    for (const name of ["connector", "interface", "status", "text"]) state[name] = form.elements[name].value;
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
    for (const details of document.querySelectorAll("main details:not(.long)")) details.open = true;
  });

  fillChoices();
  follow();
})();
