// Characters that cannot be seen, or turn the text around them, become their names.
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
const named = (c) =>
  `⟨U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
const data = JSON.parse(
  document.getElementById("data").textContent,
  (key, value) =>
    typeof value === "string" ? value.replace(UNSEEN, named) : value,
);
data.texts = data.texts.map((text) =>
  typeof text === "string"
    ? text
    : `${text[0]}… (${text[1]} more characters, whole in results.jsonl)`,
);
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

// An outcome in the data is an array; ReportData.java writes it in the same order.
const cells = data.cells.map((cell, number) => ({
  ...cell,
  number,
  name: `${cell.connector} ${cell.version} ${cell.interface}`,
  outcomes: cell.outcomes.map((raw) => readOutcome(raw, number)),
}));

function readOutcome(raw, cell) {
  const [
    scenario,
    status,
    blame,
    provisional,
    reason,
    checks,
    micros,
    run,
    control,
    ...kept
  ] = raw;
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
  return data.checks[outcome.checks].map(
    ([id, level, passed, expected, actual]) => ({
      id: data.texts[id],
      level,
      passed: passed === 1,
      expected: data.texts[expected],
      actual: data.texts[actual],
    }),
  );
}

// Elements. Texts only ever become text nodes.
function element(tag, properties, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name === "class") node.className = value;
    else node.setAttribute(name, value);
  }
  node.append(
    ...children.filter((child) => child !== null && child !== undefined),
  );
  return node;
}

function statusMark(outcome) {
  const provisional = outcome.provisional && outcome.status !== "pass";
  const blemished =
    outcome.status === "pass" &&
    readChecks(outcome).some((check) => !check.passed);
  const symbol =
    SYMBOLS[outcome.status] +
    (provisional ? " ?" : "") +
    (blemished ? " !" : "");
  const label =
    outcome.status +
    (outcome.provisional ? ", provisional" : "") +
    (blemished ? ", a SHOULD check fails" : "");
  const style = provisional ? "provisional" : outcome.status;
  return element(
    "span",
    { class: `mark ${style}`, title: label, role: "img", "aria-label": label },
    symbol,
  );
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
  return /^[A-Za-z0-9._\-+@:/,=]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", "'\\''")}'`;
}

function command(cell, scenario) {
  const text =
    cell.command + (scenario ? ` --scenario ${quoted(scenario)}` : "");
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
  for (const word of text.split(" "))
    code.append(element("span", { class: "word" }, word), " ");
  return element("div", { class: "command" }, code, copy);
}
