// Names, tags and tickets are written by others: whatever they hold, a report shows it as text and obeys none of it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { launch, whySkipped } from "./support/browser.mjs";
import { hostileEstate, payloads } from "./support/hostile.mjs";
import { open, screenshot, titlesOf } from "./support/page.mjs";
import { Reports } from "./support/reports.mjs";

describe("A report of an estate that means harm", { skip: whySkipped }, () => {
  let reports;
  let browser;
  let report;

  before(async () => {
    reports = new Reports();
    writeFileSync(reports.at("estate.json"), JSON.stringify(hostileEstate()));
    await reports.run(`Start-PeeringLab -Path estate.json; Export-PeeringReport hostile.html -Title '${payloads[3].replaceAll("'", "''")}'`);
    browser = await launch();
    report = await open(browser, reports.at("hostile.html"));
  });

  after(async () => {
    await browser?.close();
    reports?.remove();
  });

  test("runs nothing, asks for nothing and stays whole, wherever people go in it", async () => {
    const { page } = report;
    for (const summary of await page.locator("main summary").all()) {
      if (!await summary.locator("..").evaluate((details) => details.open)) await summary.click();
    }
    const rows = page.locator("#pairs tbody tr td:first-child button");
    for (let row = 0; row < await rows.count(); row++) {
      await rows.nth(row).click();
      await page.keyboard.press("Escape");
    }
    assert.equal(await page.evaluate(() => globalThis.harmed), undefined);
    assert.equal(await page.locator("script").count(), 2);
    assert.equal(await page.locator("style").count(), 1);
    assert.equal(await page.locator("img, iframe, base, object, embed, [style], [onerror], [onload], [onfocus]").count(), 0);
    assert.equal(await page.locator("a:not([href^='#'])").count(), 0);
    await screenshot(page, "hostile");
    report.expectQuiet();
  });

  test("shows every text as it is", async () => {
    const { page } = report;
    assert.equal(await page.locator("h1").textContent(), payloads[3]);
    assert.equal(await page.locator("#pairs tbody tr").count(), payloads.length);
    const text = await page.locator("#pairs tbody").textContent();
    for (const payload of payloads.filter((candidate) => !/[\u0000-\u001F\u200B\u202A-\u202E]/u.test(candidate))) {
      assert.ok(text.includes(payload), `owner ${payload}`);
      assert.ok((await titlesOf(page)).some((title) => title.includes(payload.replaceAll("/", "\u2215"))), `name ${payload}`);
    }
  });

  test("shows what would hide or turn text around as a code", async () => {
    const page = readFileSync(reports.at("hostile.html"), "utf8");
    assert.doesNotMatch(page, /[\u0000-\u0009\u000B-\u001F\u200B\u202A-\u202E\u2066-\u2069]/u);
    const text = await report.page.locator("#pairs tbody").textContent();
    assert.ok(text.includes("\\u202Egnp.exe\\u202C \\u0007bell \\u200Bzero"));
  });

  test("lets its policy stop a script that came in all the same", async () => {
    const page = readFileSync(reports.at("hostile.html"), "utf8");
    writeFileSync(reports.at("tampered.html"), page.replace("</body>", "<script>window.harmed=14</script><p style=\"color:red\" onclick=\"window.harmed=15\">x</p></body>"));
    const tampered = await open(browser, reports.at("tampered.html"));
    assert.equal(await tampered.page.evaluate(() => globalThis.harmed), undefined);
    await tampered.page.locator("p", { hasText: /^x$/ }).evaluate((element) => element.click());
    assert.equal(await tampered.page.evaluate(() => globalThis.harmed), undefined);
    assert.throws(() => tampered.expectQuiet(), /Content Security Policy/);
    await tampered.close();
  });
});
