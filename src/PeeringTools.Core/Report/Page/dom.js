// Elements are made one by one; text becomes text nodes, and attributes never carry style or script.
const byId = (id) => document.getElementById(id);
const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const draw = (tag, attributes, ...children) => fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

// A text of others keeps its writing direction to itself.
const alien = (text) => el("bdi", {}, text ?? "");
const marked = (word) => el("span", { class: `mark ${word.toLowerCase()}` }, word);

function table(caption, columns, rows) {
  return el("div", { class: "wide", role: "region", tabindex: "0", "aria-label": caption },
    el("table", {},
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, ...columns.map((column) => el("th", { scope: "col" }, alien(column))))),
      el("tbody", {}, ...rows.map(([first, ...others]) => el("tr", {},
        el("th", { scope: "row" }, alien(first)),
        ...others.map((cell) => el("td", {}, alien(cell))))))));
}

const facts = (entries) => el("dl", { class: "facts" },
  ...entries.filter(([, value]) => value).map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value instanceof Node ? value : alien(value)))));

// Long lists come in portions, so that thousands cost nothing before somebody wants them.
function portions(list, make, from = 0) {
  const size = 50;
  const left = list.length - from - size;
  const shown = list.slice(from, from + size).map(make);
  if (left <= 0) return shown;
  const more = el("button", { type: "button", click: () => {
    const next = portions(list, make, from + size);
    more.replaceWith(...next);
    next[0].querySelector("button")?.focus();
  } }, `Show more (${left} left)`);
  return [...shown, more];
}

function say(text) {
  byId("say").textContent = text;
}

// A browser may refuse the clipboard to a page from a disk; then the text is selected and a key does the rest.
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.textContent);
    say("The command is copied.");
  } catch {
    getSelection().selectAllChildren(source);
    say("The command is selected: press Ctrl+C or Command+C.");
  }
}

const pairButton = (pair) => el("button", { type: "button", class: "link", click: (event) => showPair(pair, event.currentTarget) }, alien(titleOf(pair)));
const networkButton = (network) => el("button", { type: "button", class: "link", click: (event) => showNetwork(network, event.currentTarget) }, alien(nameOf(network)));
