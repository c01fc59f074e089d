// The panel beside the report: a pair with its two sides, findings and routes, or a network with its pairs.
const flags = [
  ["allowVirtualNetworkAccess", "Reaches the other network"],
  ["allowForwardedTraffic", "Accepts forwarded traffic"],
  ["allowGatewayTransit", "Shares its gateway"],
  ["useRemoteGateways", "Uses the other's gateway"],
  ["doNotVerifyRemoteGateways", "Does not verify that gateway"],
  ["peerCompleteVnets", "Whole networks"],
  ["enableOnlyIPv6Peering", "IPv6 only"],
];

const members = [
  ["name", "Peering"],
  ["peeringState", "State"],
  ["peeringSyncLevel", "Sync level"],
  ["provisioningState", "Provisioning"],
];

const lists = [
  ["remoteAddressSpace", "Prefixes of the other in force"],
  ["remoteVirtualNetworkAddressSpace", "Prefixes the other has now"],
  ["localSubnetNames", "Subnets of this side"],
  ["remoteSubnetNames", "Subnets of the other side"],
  ["remoteGateways", "Gateways in use"],
];

let opener;

function showPair(pair, from) {
  choose(pair);
  open(titleOf(pair), from,
    el("p", {}, marked(pair.verdict), " ", pair.status),
    facts([
      ["Pair", pair.id],
      ["Networks", el("span", {}, networkButton(pair.l), " - ", networkButton(pair.r))],
      ["Sync level", pair.sync],
      ["Missing side", pair.missing],
      ["Between", [pair.global && "regions", pair.crossSubscription && "subscriptions", pair.crossTenant && "tenants"].filter(Boolean).join(", ")],
      ["Managed by", pair.managedBy],
      ["Record", pair.record],
      ["Ends", pair.expires && dayOf(pair.expires)],
      ["Owner", pair.owner],
      ["Ticket", pair.ticket],
    ]),
    sides(pair),
    el("h4", {}, "Findings"),
    ...(pair.findings ?? []).map((finding) => findingOf(finding)),
    !pair.findings && el("p", {}, data.hasHealth ? "None." : "The health rules were not asked."),
    ...skippedOf(pair),
    ...routesOf(pair));
}

function showNetwork(number, from) {
  const network = networks[number];
  const own = pairs.filter((pair) => pair.l === number || pair.r === number);
  open(nameOf(number), from,
    facts([
      ["Role", network.role],
      ["Resource", network.id],
      ["Region", network.location],
      ["Tenant", network.tenant],
      ["Prefixes", network.prefixes?.join(", ")],
      ["In it", contentsOf(network)],
      ["DNS servers", network.dnsServers?.join(", ")],
      ["DNS zones", network.dnsZones?.join(", ")],
    ]),
    el("h4", {}, `Pairs (${own.length})`),
    ...portions(own, (pair) => el("p", {}, marked(pair.verdict), " ", pairButton(pair))));
}

function open(title, from, ...content) {
  if (!byId("details").contains(from)) opener = from;
  const heading = el("h2", { id: "details-title", tabindex: "-1" }, alien(title), el("button", { type: "button", click: close }, "Close"));
  byId("details").replaceChildren(heading, ...content.filter(Boolean));
  byId("details").hidden = false;
  byId("details").scrollTop = 0;
  document.body.classList.add("detailed");
  heading.focus();
}

function close() {
  byId("details").hidden = true;
  document.body.classList.remove("detailed");
  choose(undefined);
  opener?.focus();
}

function sides(pair) {
  const both = [pair.local, pair.remote];
  const row = (label, cell) => [label, ...both.map((side) => !side.isVisible ? "not visible" : !side.exists ? "no peering" : cell(side))];
  const rows = [
    ...members.map(([member, label]) => row(label, (side) => side[member])),
    ...flags.map(([member, label]) => row(label, (side) => side[member] ? "yes" : "no")),
    ...lists.filter(([member]) => both.some((side) => side[member])).map(([member, label]) => row(label, (side) => side[member]?.join(", "))),
  ];
  return table("The two sides", ["", nameOf(pair.l), nameOf(pair.r)], rows);
}

function skippedOf(pair) {
  if (!pair.skipped) return [];
  const list = el("ul", {}, ...pair.skipped.map((skip) => el("li", {}, alien(`${skips[skip].rule}: ${skips[skip].why}`))));
  return [el("details", {}, el("summary", {}, `Rules that could not be held against it (${pair.skipped.length})`), list)];
}

function routesOf(pair) {
  if (!pair.routes) return [];
  const heading = el("h4", {}, "Routes through this pair");
  if (pair.routes.length === 0) return [heading, el("p", {}, "None.")];
  const rows = pair.routes.map((route) => [
    route.prefix,
    [route.type, route.hop].filter(Boolean).join(" "),
    route.isActive ? "yes" : "no: another one takes its place",
    route.source,
    route.at?.join(", "),
    route.origin,
  ]);
  return [heading, table("As the configuration predicts them", ["Prefix", "Next hop", "Holds", "Source", "In", "Why"], rows)];
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !byId("details").hidden) close();
});
