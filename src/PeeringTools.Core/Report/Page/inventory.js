// The table of pairs. One page of it is in the document, so ten thousand pairs are as quick as ten.
const pageSize = 50;
const printLimit = 2000;

const columns = [
  ["Local network", (pair) => nameOf(pair.l)],
  ["Remote network", (pair) => nameOf(pair.r)],
  ["Status", (pair) => pair.missing ? `${pair.status} (${pair.missing} missing)` : pair.status],
  ["Verdict", (pair) => pair.verdict],
  ["Sync", (pair) => pair.sync ?? ""],
  ["Ends", (pair) => pair.expires ? dayOf(pair.expires) : ""],
  ["Owner", (pair) => pair.owner ?? ""],
  ["Ticket", (pair) => pair.ticket ?? ""],
  ["Local region", (pair) => networks[pair.l].location ?? ""],
  ["Remote region", (pair) => networks[pair.r].location ?? ""],
  ["Local subscription", (pair) => networks[pair.l].subscription ?? ""],
  ["Remote subscription", (pair) => networks[pair.r].subscription ?? ""],
];

const rows = pairs.map((pair) => {
  const cells = columns.map(([, cell]) => cell(pair));
  const prefixes = [pair.l, pair.r].flatMap((network) => networks[network].prefixes ?? []);
  return { pair, cells, keys: cells.map((cell) => cell.toLowerCase()), text: [...cells, ...prefixes, pair.id, pair.local.name, pair.remote.name].join("\n").toLowerCase() };
});

let order = { column: 0, down: false };
let chosen = rows;
let page = 0;

function startInventory() {
  byId("pairs").tHead.append(el("tr", {}, ...columns.map(([label], column) =>
    el("th", { scope: "col" }, el("button", { type: "button", click: () => sortBy(column) }, label)))));
  offer("by-status", pairs.map((pair) => pair.status));
  offer("by-verdict", pairs.map((pair) => pair.verdict));
  offer("by-subscription", networks.map((network) => network.subscription));
  byId("filters").addEventListener("input", filter);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("back").addEventListener("click", () => turn(page - 1));
  byId("on").addEventListener("click", () => turn(page + 1));
  filter();
}

function offer(select, values) {
  byId(select).append(...[...new Set(values.filter(Boolean))].sort().map((value) => el("option", { value }, value)));
}

function filter() {
  const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const [status, verdict, subscription, expiry] = ["status", "verdict", "subscription", "expiry"].map((name) => byId(`by-${name}`).value);
  chosen = rows.filter(({ pair, text }) =>
    words.every((word) => text.includes(word))
    && (!status || pair.status === status)
    && (!verdict || pair.verdict === verdict)
    && (!subscription || networks[pair.l].subscription === subscription || networks[pair.r].subscription === subscription)
    && (!expiry || (pair.expiry ?? "None") === expiry));
  sort();
}

function sortBy(column) {
  order = { column, down: order.column === column && !order.down };
  sort();
}

// Rows that are equal stay in the order of their networks' ids, which is the data's own.
function sort() {
  const { column, down } = order;
  const sign = down ? -1 : 1;
  chosen.sort((a, b) => a.keys[column] < b.keys[column] ? -sign : a.keys[column] > b.keys[column] ? sign : 0);
  [...byId("pairs").tHead.rows[0].cells].forEach((cell, number) =>
    cell.setAttribute("aria-sort", number === column ? down ? "descending" : "ascending" : "none"));
  turn(0);
}

function turn(to) {
  page = to;
  const last = Math.max(0, Math.ceil(chosen.length / pageSize) - 1);
  list(chosen.slice(page * pageSize, (page + 1) * pageSize));
  byId("back").disabled = page === 0;
  byId("on").disabled = page >= last;
  byId("found").textContent = `${chosen.length} of ${rows.length} pairs, page ${page + 1} of ${last + 1}`;
}

function list(shown) {
  byId("pairs").tBodies[0].replaceChildren(...shown.map(({ pair, cells }) => el("tr", {}, ...cells.map((cell, column) =>
    el("td", {}, column === 0 ? pairLink(pair, cell) : column === 3 ? marked(cell) : alien(cell))))));
}

const pairLink = (pair, text) => el("button", {
  type: "button",
  class: "link",
  "aria-label": `${titleOf(pair)}: details`,
  click: (event) => showPair(pair, event.currentTarget),
}, alien(text));

function listForPrint() {
  list(chosen.slice(0, printLimit));
  byId("found").textContent = `${chosen.length} of ${rows.length} pairs${chosen.length > printLimit ? `, the first ${printLimit}` : ""}`;
}
