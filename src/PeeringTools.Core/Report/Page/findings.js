// Findings by severity, then by rule. A rule's findings are made when somebody opens it, so that thousands cost nothing before.
const colours = { Error: "broken", Warning: "degraded", Information: "unknown" };

function findingOf(finding, pair) {
  const command = finding.remediation && el("pre", { tabindex: "0", "aria-label": "Command" }, finding.remediation);
  return el("article", { class: `finding ${colours[finding.severity]}`, "aria-label": `${finding.severity} ${finding.rule}` },
    el("p", {}, el("strong", {}, finding.severity, " ", alien(finding.rule)), finding.side && ` (${finding.side})`, ...(pair ? [" ", pairButton(pair)] : [])),
    el("p", {}, alien(finding.message)),
    finding.evidence && el("ul", {}, ...finding.evidence.map((line) => el("li", {}, alien(line)))),
    finding.recommendation && el("p", {}, alien(finding.recommendation)),
    ...(command ? [command, el("button", { type: "button", click: () => copy(command) }, "Copy the command")] : []));
}

function startFindings() {
  if (!data.hasHealth) {
    byId("finding-list").append(el("p", { class: "note" }, "The health rules were not asked for this report."));
    return;
  }
  const found = pairs.flatMap((pair) => (pair.findings ?? []).map((finding) => ({ finding, pair })));
  for (const severity of severities) {
    const own = found.filter(({ finding }) => finding.severity === severity);
    byId("finding-list").append(el("h3", { class: colours[severity] }, `${severity}: ${own.length}`), ...rulesOf(own, severity));
  }
}

function rulesOf(found, severity) {
  const rules = new Map();
  for (const entry of found) {
    if (!rules.has(entry.finding.rule)) rules.set(entry.finding.rule, []);
    rules.get(entry.finding.rule).push(entry);
  }
  return [...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, entries]) => {
    const group = el("details", { class: "rule", "data-severity": severity }, el("summary", {}, alien(rule), `: ${entries.length}`));
    group.addEventListener("toggle", () => group.open && group.children.length === 1 && group.append(...portions(entries, ({ finding, pair }) => findingOf(finding, pair))));
    group.open = severity === "Error";
    return group;
  });
}

// Paper cannot be opened: what is wrong is printed, what is merely good to know only counted.
function openForPrint() {
  for (const group of document.querySelectorAll("details.rule:not([open]):not([data-severity='Information'])")) group.open = true;
}
