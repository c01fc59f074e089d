// When pairs end: overdue, soon, then month by month.
function startExpiry() {
  const groups = new Map();
  for (const pair of pairs.filter((candidate) => candidate.expiry).sort((a, b) => (a.expires < b.expires ? -1 : 1))) {
    const label = { Overdue: "Overdue", Soon: `Within ${data.soon} days` }[pair.expiry] ?? pair.expires.slice(0, 7);
    if (!groups.has(label)) groups.set(label, []);
    groups.get(label).push(pair);
  }
  const most = Math.max(1, ...[...groups.values()].map((group) => group.length));
  byId("timeline").append(...[...groups].map(([label, group]) => period(label, group, most)));
  if (groups.size === 0) byId("timeline").append(el("li", {}, "No pair has an end."));
}

function period(label, group, most) {
  const entries = el("details", {}, el("summary", {}, `${label}: ${group.length}`));
  entries.addEventListener("toggle", () => entries.open && entries.children.length === 1 && entries.append(...endsOf(group)));
  const colour = { Overdue: "broken", Soon: "degraded" }[group[0].expiry] ?? "healthy";
  return el("li", { class: colour },
    draw("svg", { "aria-hidden": "true", viewBox: "0 0 100 10", preserveAspectRatio: "none" }, draw("rect", { width: (100 * group.length) / most, height: 10 })),
    entries);
}

const endsOf = (group) => portions(group, (pair) => el("p", {},
  el("time", { datetime: pair.expires }, dayOf(pair.expires)), " ", pairButton(pair), " ", alien([pair.owner, pair.ticket].filter(Boolean).join(", "))));
