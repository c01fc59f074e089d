// A report in a page that counts everything it asks for and everything it complains of.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const screenshots = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../screenshots");

export async function open(browser, file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  // A machine that is busy is slow, and nothing else is wrong with it.
  context.setDefaultTimeout(180_000);
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  await context.route("**/*", (route) => {
    requests.push(route.request().url());
    return route.continue();
  });
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  const url = pathToFileURL(file).href;
  await page.goto(url);
  return {
    page,
    // Everything that was asked for is the file itself, and nothing went wrong.
    expectQuiet() {
      assert.deepEqual(complaints, []);
      assert.deepEqual(requests.filter((request) => request !== url), []);
    },
    async close() {
      await context.close();
    },
  };
}

// Opens a report, does something in it, and holds it against what always holds.
export async function using(browser, file, act, options) {
  const report = await open(browser, file, options);
  try {
    await act(report.page);
    report.expectQuiet();
  } finally {
    await report.close();
  }
}

export async function openAll(page) {
  for (const summary of await page.locator("main summary").all()) {
    if (!await summary.locator("..").evaluate((details) => details.open)) await summary.click();
    await filled(summary.locator(".."));
  }
}

// A browser says that something was opened after it has opened it, and only then the page fills it.
export const filled = (details) => details.locator(":scope > summary + *").waitFor({ state: "attached" });

export async function screenshot(page, name) {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: true });
}

export const titlesOf = (page) => page.locator("#pairs tbody tr td:first-child").allTextContents();
