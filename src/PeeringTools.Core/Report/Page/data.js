// What the page shows, as it was read. Nothing here is trusted: it reaches the page as text only.
const data = JSON.parse(document.getElementById("data").textContent);
const { networks, pairs, skips, map } = data;
const now = Date.parse(data.now);
const soon = now + data.soon * 24 * 60 * 60 * 1000;

const verdicts = ["Broken", "Degraded", "Unknown", "Healthy"];
const severities = ["Error", "Warning", "Information"];

const nameOf = (network) => networks[network].name ?? networks[network].id;
const titleOf = (pair) => `${nameOf(pair.l)} - ${nameOf(pair.r)}`;

// Without health rules a pair's own state says what can be said.
function verdictOf(pair) {
  if (pair.verdict) return pair.verdict;
  if (pair.status === "RemoteNotVisible" || pair.status === "Unknown") return "Unknown";
  return pair.status === "Connected" && (pair.sync ?? "FullyInSync") === "FullyInSync" ? "Healthy" : "Broken";
}

// Only a record that is whole and this pair's own can end it.
function expiryOf(pair) {
  if (!pair.expires || pair.record !== "Ok") return "none";
  const end = Date.parse(pair.expires);
  return end <= now ? "overdue" : end <= soon ? "soon" : "later";
}

const isExpiring = (pair) => ["overdue", "soon"].includes(expiryOf(pair));
const dayOf = (instant) => instant.replace("T", " ").replace(/:\d\dZ$/, "Z");
