// The picture: networks as boxes, pairs as lines whose colour, dashes and sign say the verdict.
const signs = {
  Broken: "M-5-5L5 5M-5 5L5-5",
  Degraded: "M0-6L6 5H-6Z",
  Unknown: "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z",
  expiring: "M0-7L7 0L0 7L-7 0Z",
};

const lines = pairs.filter((pair) => map.lines[pair.id]).map((pair) => ({ pair, points: pointsOf(map.lines[pair.id]) }));
const lineOf = new Map(lines.map((line) => [line.pair, line]));

function pointsOf(numbers) {
  const points = [];
  for (let i = 0; i < numbers.length; i += 2) points.push({ x: numbers[i], y: numbers[i + 1] });
  return points;
}

const pathOf = (points) => `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`;

function picture() {
  const scene = draw("svg", { role: "group", "aria-label": "Pairs", preserveAspectRatio: "xMidYMid meet" });
  for (const frame of map.frames) {
    scene.append(
      draw("rect", { class: "area", x: frame.x, y: frame.y, width: frame.w, height: frame.h, rx: 8 }),
      draw("text", { class: "area-label", x: frame.x + 8, y: frame.y + 15, "aria-hidden": "true" }, cut(frame.label ?? "", frame.w - 16)));
  }
  scene.append(
    ...map.trunks.map((trunk) => draw("path", { class: "trunk", d: pathOf(pointsOf(trunk)) })),
    ...lines.map(drawLine), ...lines.flatMap(drawSigns), ...map.boxes.map(drawBox), ...landmarks.map(({ element }) => element));
  return scene;
}

function drawLine(line) {
  const { pair, points } = line;
  const verdict = pair.verdict;
  line.element = draw("path", {
    class: `pair ${verdict.toLowerCase()}`,
    d: pathOf(points),
    role: "button",
    tabindex: "-1",
    "aria-label": `${titleOf(pair)}: ${verdict}, ${pair.status}${isExpiring(pair) ? ", ends soon or is overdue" : ""}`,
  });
  return line.element;
}

function drawSigns({ pair, points }) {
  const found = [];
  const verdict = pair.verdict;
  if (signs[verdict]) found.push(sign(verdict, along(points, 0.5)));
  if (isExpiring(pair)) found.push(sign("expiring", along(points, signs[verdict] ? 0.85 : 0.5)));
  return found;
}

const sign = (kind, { x, y }) => draw("path", { class: `sign ${kind.toLowerCase()}`, d: signs[kind], transform: `translate(${x} ${y})` });

// The place after a share of the line's whole length.
function along(points, share) {
  const lengths = points.slice(1).map((point, i) => Math.hypot(point.x - points[i].x, point.y - points[i].y));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  const part = Math.max(0, lengths.findIndex((length) => (left -= length) <= 0));
  const [from, to] = [points[part], points[part + 1]];
  const rest = lengths[part] === 0 ? 0 : 1 + left / lengths[part];
  return { x: Math.round(from.x + (to.x - from.x) * rest), y: Math.round(from.y + (to.y - from.y) * rest) };
}

function drawBox(box) {
  const network = networks[box.network];
  const texts = [nameOf(box.network), network.prefixes?.join(", "), contentsOf(network)].filter(Boolean);
  return draw("g", { class: `node ${network.role.toLowerCase()}${network.isGone || network.isHidden ? " absent" : ""}`, "data-network": box.network, "aria-hidden": "true" },
    draw("title", {}, texts.join("\n")),
    draw("rect", { x: box.x, y: box.y, width: box.w, height: box.h, rx: 4 }),
    ...texts.map((text, row) => draw("text", { x: box.x + 6, y: box.y + 17 + row * 16 }, (row === 0 ? cutMiddle : cut)(text, box.w - 12))));
}

// Names of hubs for a picture that is too small for all names: they are as large as ever, however far away the picture is.
const hubs = map.boxes.filter(({ network }) => networks[network].role === "Hub");
const landmarks = hubs.map((hub) => ({
  name: nameOf(hub.network),
  room: Math.min(map.width, ...hubs.filter((other) => other !== hub && Math.abs(other.y - hub.y) < hub.h).map((other) => Math.abs(other.x - hub.x))),
  element: draw("text", { class: "landmark", x: hub.x + hub.w / 2, y: hub.y + hub.h / 2, "text-anchor": "middle", "dominant-baseline": "central", "aria-hidden": "true" }),
}));

function showLandmarks(unitsPerPixel) {
  for (const { element, name, room } of landmarks) {
    element.setAttribute("font-size", 12 * unitsPerPixel);
    element.textContent = cutMiddle(name, room / unitsPerPixel);
  }
}

// As much of a text as a width has room for; the whole of it is in the title and in the details.
function cut(text, width) {
  const letters = [...text];
  return letters.length > lettersIn(width) ? `${letters.slice(0, lettersIn(width) - 1).join("")}\u2026` : text;
}

// Names of one estate begin alike: what tells them apart comes last.
function cutMiddle(text, width) {
  const letters = [...text];
  const half = Math.floor((lettersIn(width) - 1) / 2);
  return letters.length <= lettersIn(width) ? text : half < 1 ? "" : `${letters.slice(0, half).join("")}\u2026${letters.slice(-half).join("")}`;
}

const lettersIn = (width) => Math.floor(width / 6.8);

// The line nearest to a point of the scene, if it is as near as that.
function nearest(point, distance) {
  let best;
  for (const line of lines) {
    const found = distanceTo(line, point);
    if (found < distance) [best, distance] = [line, found];
  }
  return best?.pair;
}

function distanceTo({ points }, point) {
  return Math.min(...points.slice(1).map((to, i) => distanceToPart(points[i], to, point)));
}

function distanceToPart(from, to, point) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / length));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}
