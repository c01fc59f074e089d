// What the page shows, as it was read. Nothing here is trusted: it reaches the page as text only.
const data = JSON.parse(document.getElementById("data").textContent);
const { networks, pairs, skips, map } = data;
const now = Date.parse(data.now);
const soon = now + data.soon * 24 * 60 * 60 * 1000;

const verdicts = ["Broken", "Degraded", "Unknown", "Healthy"];
const severities = ["Error", "Warning", "Information"];

const nameOf = (network) => networks[network].name ?? networks[network].id;
const titleOf = (pair) => `${nameOf(pair.l)} - ${nameOf(pair.r)}`;

// Only a record that is whole and this pair's own can end it.
function expiryOf(pair) {
  if (!pair.expires || pair.record !== "Ok") return "none";
  const end = Date.parse(pair.expires);
  return end <= now ? "overdue" : end <= soon ? "soon" : "later";
}

const isExpiring = (pair) => ["overdue", "soon"].includes(expiryOf(pair));
const dayOf = (instant) => instant.replace("T", " ").replace(/:\d\dZ$/, "Z");

// What stands in a network, in words.
const contentsOf = (network) => [
  ...(network.gateways ?? []).map((name) => `gateway ${name}`),
  ...(network.firewalls ?? []).map((name) => `firewall ${name}`),
  ...(network.appliances ?? []).map((name) => `appliance ${name}`),
  ...(network.resolvesFor ? [`DNS for ${network.resolvesFor} networks`] : []),
  ...(network.isGone ? ["deleted"] : network.isHidden ? ["not visible"] : []),
].join(", ");
