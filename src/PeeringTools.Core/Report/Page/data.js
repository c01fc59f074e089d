// What the page shows, as it was read. Nothing here is trusted: it reaches the page as text only.
const data = JSON.parse(document.getElementById("data").textContent);
const { networks, pairs, skips, map } = data;

const severities = ["Error", "Warning", "Information"];

const nameOf = (network) => networks[network].name ?? networks[network].id;
const titleOf = (pair) => `${nameOf(pair.l)} - ${nameOf(pair.r)}`;

const isExpiring = (pair) => ["Overdue", "Soon"].includes(pair.expiry);
const dayOf = (instant) => instant.replace("T", " ").replace(/:\d\dZ$/, "Z");

// What stands in a network, in words.
const contentsOf = (network) => [
  ...(network.gateways ?? []).map((name) => `gateway ${name}`),
  ...(network.firewalls ?? []).map((name) => `firewall ${name}`),
  ...(network.appliances ?? []).map((name) => `appliance ${name}`),
  ...(network.resolvesFor ? [`DNS for ${network.resolvesFor} networks`] : []),
  ...(network.isGone ? ["deleted"] : network.isHidden ? ["not visible"] : []),
].join(", ");
