// What axe-core knows of accessibility, in light and in dark, with and without the panel.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { launch, whySkipped } from "./support/browser.mjs";
import { open, openAll, screenshot } from "./support/page.mjs";
import { Reports } from "./support/reports.mjs";

describe("A report is for everybody", { skip: whySkipped }, () => {
  let reports;
  let browser;
  let axe;

  before(async () => {
    reports = new Reports();
    axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    await reports.run("Start-PeeringLab -Estate Broken; Export-PeeringReport broken.html; Export-PeeringReport plain.html -NoHealth");
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    reports?.remove();
  });

  // By evaluate, because the page's own policy lets no other script in.
  async function violations(page) {
    await page.evaluate(axe);
    const { violations: found } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    return found
      .filter(({ impact }) => ["serious", "critical"].includes(impact))
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ").slice(0, 500)}`);
  }

  for (const colorScheme of ["light", "dark"]) {
    for (const name of ["broken", "plain"]) {
      test(`${name}, in ${colorScheme}, with all of it open`, async () => {
        const report = await open(browser, reports.at(`${name}.html`), { colorScheme });
        await openAll(report.page);
        assert.deepEqual(await violations(report.page), []);
        await report.page.getByRole("button", { name: "vnet-hub - vnet-resized: details" }).click();
        assert.deepEqual(await violations(report.page), []);
        if (name === "broken") await screenshot(report.page, `broken-${colorScheme}`);
        report.expectQuiet();
        await report.close();
      });
    }
  }

  test("with less motion where that is wished, and on paper in dark ink", async () => {
    const report = await open(browser, reports.at("broken.html"), { colorScheme: "dark", reducedMotion: "reduce" });
    assert.equal(await report.page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
    await report.page.emulateMedia({ media: "print" });
    assert.equal(await report.page.evaluate(() => getComputedStyle(document.body).color), "rgb(0, 0, 0)");
    assert.equal(await report.page.locator("#filters").isVisible(), false);
    await report.close();
  });
});
