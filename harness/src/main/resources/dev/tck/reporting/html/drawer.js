// The drawer: t/TABLE/ROW/COLUMN is a cell of the page, c/NUMBER[/FEATURE[/SCENARIO]] was measured.
let opener = null;

function showDrawer() {
  const view = state.open ? viewOf(state.open) : null;
  if (!view) {
    if (drawer.open) drawer.close();
    return;
  }
  const close = element(
    "button",
    { type: "button", class: "plain", autofocus: "" },
    "Close",
  );
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
  const claim = element(
    "div",
    { class: "box" },
    element("h3", {}, "The page says"),
  );
  if (cell.claim) {
    claim.append(
      element("q", {}, cell.claim.literal),
      element("span", { class: "quiet" }, ` line ${cell.claim.line}`),
    );
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
    .forEach(([number, feature]) =>
      byCell.set(number, [...(byCell.get(number) || []), feature]),
    );
  if (!byCell.size) {
    body.push(
      element(
        "p",
        { class: "empty" },
        "There is no measurement of it in this report.",
      ),
    );
  }
  for (const [number, features] of byCell) {
    body.push(element("h3", {}, cells[number].name), facts(cells[number]));
    features.forEach((feature) =>
      body.push(...featureView(cells[number], feature, "")),
    );
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
    [
      "Target",
      cell.target +
        (cell.embedded ? ": never counts as a result on TDengine" : ""),
    ],
    ["Version row", cell.row],
    ["Machine", run.machine],
    ["Measured", run.started + (run.official ? ", official" : "")],
    [
      "Harness",
      `tck ${run.harness}${run.commit ? `, commit ${run.commit}` : ""}`,
    ],
    ["Not measured", cell.notRun],
  ]);
}

function featureView(cell, feature, scenario) {
  const judged = cell.features[feature];
  const outcomes = cell.outcomes.filter(
    (outcome) => outcome.feature === feature,
  );
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
    nodes.push(
      element(
        "p",
        { class: "quiet" },
        `Without a result: ${judged.missing.join(", ")}`,
      ),
    );
  }
  const order = (outcome) => (outcome.status === "pass" ? 1 : 0);
  const sorted = [...outcomes].sort((a, b) => order(a) - order(b));
  const list = element("ul", { class: "outcomes" });
  sorted.forEach((outcome) =>
    list.append(element("li", {}, outcomeView(cell, outcome, scenario))),
  );
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
    if (view.open && view.childElementCount === 1)
      view.append(outcomeDetail(cell, outcome));
  });
  return view;
}

function outcomeDetail(cell, outcome) {
  const detail = element("div", { class: "detail" });
  if (outcome.reason)
    detail.append(element("p", { class: "value" }, outcome.reason));
  detail.append(
    properties([
      [
        "Status",
        outcome.status +
          (outcome.provisional ? ", provisional: shown, not counted" : ""),
      ],
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
    return element(
      "p",
      { class: "quiet" },
      `Checks passed: ${checks.map((check) => check.id).join(", ")}`,
    );
  }
  const head = element("tr", {});
  ["Check", "", "Expected", "Actual"].forEach((title) =>
    head.append(element("th", { scope: "col" }, title)),
  );
  const body = element("tbody");
  for (const check of checks) {
    const status = check.passed ? "pass" : "fail";
    const name = element(
      "th",
      { scope: "row" },
      check.id,
      " ",
      element("span", { class: "tag" }, check.level),
    );
    body.append(
      element(
        "tr",
        {},
        name,
        element(
          "td",
          {},
          element(
            "span",
            { class: `mark ${status}`, title: status },
            SYMBOLS[status],
          ),
        ),
        element("td", { class: "value" }, check.expected),
        element("td", { class: "value" }, check.actual),
      ),
    );
  }
  const table = element("table", {}, element("thead", {}, head), body);
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": "Checks" },
    table,
  );
}

function evidence(outcome) {
  const line = element("p", {}, "Evidence: ");
  outcome.files.forEach((file, index) => {
    if (index) line.append(" · ");
    const address = file.split("/").map(encodeURIComponent).join("/");
    line.append(element("a", { href: address }, evidenceName(file)));
  });
  if (!outcome.files.length)
    line.append(
      element(
        "span",
        { class: "quiet" },
        `${outcome.evidence}, not in this folder`,
      ),
    );
  return line;
}

function evidenceName(file) {
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (/capture|\.wire\.|\.pcap$/i.test(name)) return `wire capture (${name})`;
  if (/transcript|\.txt$/i.test(name)) return `transcript (${name})`;
  return name;
}
