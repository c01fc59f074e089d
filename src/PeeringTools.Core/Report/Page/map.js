// The picture: networks as boxes, pairs as lines whose colour, dashes and sign say the verdict.
const signs = {
  Broken: "M-5-5L5 5M-5 5L5-5",
  Degraded: "M0-6L6 5H-6Z",
  Unknown: "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z",
  expiring: "M0-7L7 0L0 7L-7 0Z",
};

const boxes = new Map(map.nodes.map((node) => [node.network, node]));
const middleOf = (box) => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });

// A line for each pair whose networks have a place; its points are kept to find what a pointer is near to.
const lines = pairs.filter((pair) => boxes.has(pair.l) && boxes.has(pair.r)).map((pair) => ({
  pair,
  from: middleOf(boxes.get(pair.l)),
  to: middleOf(boxes.get(pair.r)),
}));

const lineOf = new Map(lines.map((line) => [line.pair, line]));

function picture() {
  const scene = draw("svg", { role: "group", "aria-label": "Pairs", preserveAspectRatio: "xMidYMid meet" });
  for (const area of map.areas) {
    scene.append(
      draw("rect", { class: "area", x: area.x, y: area.y, width: area.w, height: area.h, rx: 8 }),
      draw("text", { class: "area-label", x: area.x + 8, y: area.y + 16, "aria-hidden": "true" }, area.label ?? ""));
  }
  scene.append(...lines.map(drawLine), ...lines.flatMap(drawSigns), ...map.nodes.map(drawNode));
  return scene;
}

function drawLine(line) {
  const { pair, from, to } = line;
  const verdict = verdictOf(pair);
  line.element = draw("path", {
    class: `pair ${verdict.toLowerCase()}`,
    d: `M${from.x} ${from.y}L${to.x} ${to.y}`,
    role: "button",
    tabindex: "-1",
    "aria-label": `${titleOf(pair)}: ${verdict}, ${pair.status}${isExpiring(pair) ? ", ends soon or is overdue" : ""}`,
  });
  return line.element;
}

function drawSigns({ pair, from, to }) {
  const found = [];
  const place = (share) => `translate(${from.x + (to.x - from.x) * share} ${from.y + (to.y - from.y) * share})`;
  const verdict = verdictOf(pair);
  if (signs[verdict]) found.push(draw("path", { class: `sign ${verdict.toLowerCase()}`, d: signs[verdict], transform: place(0.5) }));
  if (isExpiring(pair)) found.push(draw("path", { class: "sign expiring", d: signs.expiring, transform: place(0.38) }));
  return found;
}

function drawNode(node) {
  const lines = [nameOf(node.network), networks[node.network].prefixes?.join(", "), node.notes?.join(", ")].filter(Boolean);
  const room = Math.floor(node.w / 6.2);
  return draw("g", { class: `node ${(node.role ?? "").toLowerCase()}`, "data-network": node.network, "aria-hidden": "true" },
    draw("title", {}, lines.join("\n")),
    draw("rect", { x: node.x, y: node.y, width: node.w, height: node.h, rx: 4 }),
    ...lines.slice(0, Math.max(1, Math.floor(node.h / 14))).map((text, row) =>
      draw("text", { x: node.x + 6, y: node.y + 14 + row * 13 }, text.length > room ? `${text.slice(0, room - 1)}\u2026` : text)));
}

// The line nearest to a point of the scene, if it is as near as that.
function nearest(point, distance) {
  let best;
  for (const line of lines) {
    const found = distanceTo(line, point);
    if (found < distance) [best, distance] = [line, found];
  }
  return best?.pair;
}

function distanceTo({ from, to }, point) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / length));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}
