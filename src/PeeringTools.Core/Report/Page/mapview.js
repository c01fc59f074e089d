// What of the picture is seen, and how people move it: by pointer, wheel, buttons and keys.
const frame = byId("map");
const scene = picture();
const whole = { x: -20, y: -20, w: map.width + 40, h: map.height + 40 };
const closest = 80;
const step = 1.3;
const reach = 8;
const readable = 5;

let view = { ...whole };
let current = 0;
let grip;
let isDue = false;

const unitsPerPixel = () => Math.max(view.w / (frame.clientWidth || 1), view.h / (frame.clientHeight || 1));

// Any number of moves between two frames of the screen costs one.
function look(next) {
  view = next;
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(show);
}

function show() {
  isDue = false;
  scene.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  scene.classList.toggle("far", 12 / unitsPerPixel() < readable);
  showLandmarks(unitsPerPixel());
}

const fit = () => look({ ...whole });
const move = (dx, dy) => look({ ...view, x: view.x + dx, y: view.y + dy });

function zoom(factor, around = { x: view.x + view.w / 2, y: view.y + view.h / 2 }) {
  const w = Math.min(whole.w * 2, Math.max(closest, view.w / factor));
  const share = w / view.w;
  look({ x: around.x - (around.x - view.x) * share, y: around.y - (around.y - view.y) * share, w, h: view.h * share });
}

function pointOf(event) {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(scene.getScreenCTM().inverse());
  return { x: point.x, y: point.y };
}

// What the pointer is at: a network's box, else the pair whose line is within reach.
function targetOf(event) {
  const node = event.target.closest(".node");
  return node ? { network: Number(node.dataset.network) } : { pair: nearest(pointOf(event), reach * unitsPerPixel()) };
}

function highlight(name, pair) {
  for (const element of scene.querySelectorAll(`.pair.${name}`)) element.classList.remove(name);
  lineOf.get(pair)?.element.classList.add(name);
}

const choose = (pair) => highlight("chosen", pair);

// One pair at a time is a stop of the Tab key; arrows make another one that.
function goTo(number) {
  if (lines.length === 0) return;
  lines[current].element.setAttribute("tabindex", "-1");
  current = (number + lines.length) % lines.length;
  lines[current].element.setAttribute("tabindex", "0");
}

function reveal({ points }) {
  const { x, y } = along(points, 0.5);
  const isSeen = x > view.x && x < view.x + view.w && y > view.y && y < view.y + view.h;
  if (!isSeen) look({ ...view, x: x - view.w / 2, y: y - view.h / 2 });
}

function keyOnFrame(key) {
  const far = view.w / 10;
  const moves = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] };
  if (!moves[key]) return false;
  move(...moves[key]);
  return true;
}

function keyOnPair(key) {
  const next = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  if (next) {
    goTo(current + next);
    reveal(lines[current]);
    lines[current].element.focus({ preventScroll: true });
  } else if (key === "Enter" || key === " ") showPair(lines[current].pair, lines[current].element);
  else return false;
  return true;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const everywhere = { "+": () => zoom(step), "=": () => zoom(step), "-": () => zoom(1 / step), 0: fit }[event.key];
  everywhere?.();
  const taken = everywhere || (event.target === frame ? keyOnFrame(event.key) : keyOnPair(event.key));
  if (taken) event.preventDefault();
}

function onDown(event) {
  if (event.button === 0) grip = { x: event.clientX, y: event.clientY, moved: false };
}

function onMove(event) {
  if (!grip) {
    const { pair } = targetOf(event);
    highlight("near", pair);
    frame.classList.toggle("near", pair !== undefined);
    return;
  }
  const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y];
  if (!grip.moved && Math.hypot(dx, dy) < 4) return;
  if (!grip.moved) frame.setPointerCapture(event.pointerId);
  grip = { x: event.clientX, y: event.clientY, moved: true };
  frame.classList.add("dragging");
  move(-dx * unitsPerPixel(), -dy * unitsPerPixel());
}

function onUp(event) {
  const wasClick = grip && !grip.moved;
  grip = undefined;
  frame.classList.remove("dragging");
  if (!wasClick || event.type === "pointercancel") return;
  const { network, pair } = targetOf(event);
  if (network !== undefined) showNetwork(network, frame);
  else if (pair) showPair(pair, frame);
}

function onWheel(event) {
  event.preventDefault();
  zoom(event.deltaY < 0 ? step : 1 / step, pointOf(event));
}

function startMap() {
  frame.replaceChildren(scene);
  goTo(0);
  new ResizeObserver(show).observe(frame);
  frame.addEventListener("keydown", onKey);
  frame.addEventListener("pointerdown", onDown);
  frame.addEventListener("pointermove", onMove);
  frame.addEventListener("pointerup", onUp);
  frame.addEventListener("pointercancel", onUp);
  frame.addEventListener("wheel", onWheel, { passive: false });
  byId("map-in").addEventListener("click", () => zoom(step));
  byId("map-out").addEventListener("click", () => zoom(1 / step));
  byId("map-fit").addEventListener("click", fit);
}
