// What people wait for in a report after each thing they do: until the next frame stands. Prints the medians in milliseconds as JSON.
import { pathToFileURL } from "node:url";
import { launch, whySkipped } from "./support/browser.mjs";

// An even number, so that what goes to and fro is back where it was.
const rounds = 8;

// Each makes the page do the work that a person's act makes it do.
const acts = {
  "search": "const search = document.getElementById('search'); search.value = search.value ? '' : 'hub 10.0'; search.dispatchEvent(new InputEvent('input', { bubbles: true }))",
  "sort": "document.querySelector('#pairs thead th:nth-child(2) button').click()",
  "filter": "const select = document.getElementById('by-verdict'); select.selectedIndex = 1 - select.selectedIndex; select.dispatchEvent(new Event('input', { bubbles: true }))",
  "turn to another page": "document.querySelector('.bar button:enabled:is(#on, #back)')?.click()",
  "open a pair": "document.querySelector('#pairs tbody button').click()",
  "go to its network and back": "document.querySelector('#details .facts button, #details > p button').click()",
  "zoom": "document.getElementById('map-in').click()",
  "show all of the picture": "document.getElementById('map-fit').click()",
  "move the pointer over the picture": `const map = document.getElementById('map'), box = map.getBoundingClientRect();
    map.dispatchEvent(new PointerEvent('pointermove', { clientX: box.x + box.width * Math.random(), clientY: box.y + box.height * Math.random(), bubbles: true }))`,
  "open a rule's findings": "const rules = document.querySelectorAll('details.rule'); const rule = rules[rules.length - 1]; if (rule) rule.open = !rule.open",
};

async function measure(file) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(180_000);
    const started = performance.now();
    await page.goto(pathToFileURL(file).href);
    await page.locator("#pairs tbody tr").first().waitFor();
    const openMs = performance.now() - started;
    const medians = {};
    for (const [name, act] of Object.entries(acts)) {
      const times = [];
      for (let round = 0; round < rounds; round++) times.push(await page.evaluate(timed(act)));
      medians[name] = times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
    }
    return { openMs, acts: medians };
  } finally {
    await browser.close();
  }
}

// A task that follows the frame's own work runs when the frame stands.
const timed = (act) => `(async () => {
  const before = performance.now();
  { ${act}; }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - before;
})()`;

console.log(JSON.stringify(whySkipped ? { skipped: whySkipped, acts: {} } : await measure(process.argv[2])));
