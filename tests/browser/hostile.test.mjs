// Names, tags and tickets are written by others: whatever they hold, a report shows it as text and obeys none of it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { launch, whySkipped } from "./support/browser.mjs";
import { hostileEstate, nameOf, payloads } from "./support/hostile.mjs";
import { open, openAll, screenshot, titlesOf, using } from "./support/page.mjs";
import { Reports } from "./support/reports.mjs";

// A mark that hides or turns text around is shown as its code.
const shown = (text) => text.replace(/\p{C}/gu, (mark) => `\\u${mark.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`);

describe("A report of an estate that means harm", { skip: whySkipped }, () => {
  let reports;
  let browser;

  before(async () => {
    reports = new Reports();
    writeFileSync(reports.at("estate.json"), JSON.stringify(hostileEstate()));
    await reports.run([
      "Start-PeeringLab -Path estate.json",
      `Export-PeeringReport hostile.html -Title '${payloads[3].replaceAll("'", "''")}'`,
      // Objects from elsewhere hold in their names what Azure would not take.
      "$pairs = Get-PeeringPair | ForEach-Object { $_.Local.VirtualNetworkName = $_.Remote.Name = $_.Local.Location = $_.ManagedBy = $_.SyncLevel = $_.Owner; $_ }",
      "$pairs | Export-PeeringReport named.html",
    ].join("; "));
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    reports?.remove();
  });

  const inside = (name, act) => using(browser, reports.at(`${name}.html`), act);

  for (const name of ["hostile", "named"]) {
    test(`runs nothing, asks for nothing and stays whole, wherever people go in it: ${name}`, () => inside(name, async (page) => {
      await openAll(page);
      const rows = page.locator("#pairs tbody tr td:first-child button");
      assert.equal(await rows.count(), payloads.length);
      for (let row = 0; row < await rows.count(); row++) {
        await rows.nth(row).click();
        await page.keyboard.press("Escape");
      }
      assert.equal(await page.evaluate(() => globalThis.harmed), undefined);
      assert.equal(await page.locator("script").count(), 2);
      assert.equal(await page.locator("style").count(), 1);
      assert.equal(await page.locator("img, iframe, base, object, embed, [style], [onerror], [onload], [onfocus]").count(), 0);
      assert.equal(await page.locator("a:not([href^='#'])").count(), 0);
      await screenshot(page, name);
    }));
  }

  test("shows every text as it is", () => inside("hostile", async (page) => {
    assert.equal(await page.locator("h1").textContent(), payloads[3]);
    const text = await page.locator("#pairs tbody").textContent();
    const titles = await titlesOf(page);
    for (const [number, payload] of payloads.entries()) {
      assert.ok(text.includes(shown(payload)), `owner ${payload}`);
      assert.ok(text.includes(shown(`T${number}${payload}`)), `ticket ${payload}`);
      assert.ok(titles.includes(nameOf(payload, number)), `name ${payload}`);
    }
    await openAll(page);
    const findings = await page.locator("#finding-list").textContent();
    assert.deepEqual(payloads.filter((payload) => !findings.includes(` environment: ${shown(payload)}`)), []);
  }));

  test("shows names that no network can have as they are", () => inside("named", async (page) => {
    assert.deepEqual((await titlesOf(page)).sort(), payloads.map(shown).sort());
    await page.locator("#pairs tbody button", { hasText: payloads[1] }).click();
    assert.equal(await page.locator("#details-title bdi").textContent(), `${payloads[1]} - vnet-1`);
  }));

  test("shows what would hide or turn text around as a code", () => {
    for (const name of ["hostile", "named"]) {
      assert.doesNotMatch(readFileSync(reports.at(`${name}.html`), "utf8"), /[\u0000-\u0009\u000B-\u001F\u200B\u202A-\u202E\u2066-\u2069]/u);
    }
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
