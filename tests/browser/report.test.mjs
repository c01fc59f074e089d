// What people do with a report: search, sort, filter, click, move the picture, use nothing but keys.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, whySkipped } from "./support/browser.mjs";
import { filled, screenshot, titlesOf, using } from "./support/page.mjs";
import { Reports } from "./support/reports.mjs";

describe("A report", { skip: whySkipped }, () => {
  let reports;
  let browser;

  before(async () => {
    reports = new Reports();
    await reports.run([
      ["HubSpoke", "hubspoke"],
      ["Broken", "broken"],
      ["Large", "large"],
    ].map(([estate, name]) => `Start-PeeringLab -Estate ${estate}; Export-PeeringReport ${name}.html`).join("; "));
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    reports?.remove();
  });

  const inside = (name, act, options) => using(browser, reports.at(`${name}.html`), act, options);

  for (const name of ["hubspoke", "broken", "large"]) {
    test(`of ${name} opens from a disk, complains of nothing and asks nobody for anything`, () => inside(name, async (page) => {
      await page.locator("#pairs tbody tr").first().waitFor();
      assert.equal(await page.locator("main > section:visible").count(), 6);
      assert.match(await page.locator(".lab").textContent(), /nothing of it is real/);
      if (name !== "large") await screenshot(page, name);
    }));
  }

  test("says the same numbers in its summary and its table", () => inside("broken", async (page) => {
    const pairs = await page.locator(".numbers div", { hasText: "Pairs" }).locator("dd").textContent();
    assert.equal(await page.locator("#pairs tbody tr").count(), Number(pairs));
  }));

  test("is searched by any word, also by prefix", () => inside("large", async (page) => {
    await page.fill("#search", "spoke-00042");
    assert.equal(await page.locator("#pairs tbody tr").count(), 1);
    assert.match(await page.locator("#found").textContent(), /^1 of 999 pairs/);
    await page.fill("#search", "10.0.7.0/24");
    assert.match((await page.locator("#pairs tbody tr").first().textContent()), /vnet-spoke-00008/);
    await page.fill("#search", "no such network");
    assert.equal(await page.locator("#pairs tbody tr").count(), 0);
  }));

  test("is sorted by each of its columns, both ways", () => inside("broken", async (page) => {
    const headings = page.locator("#pairs thead th");
    for (let column = 0; column < await headings.count(); column++) {
      const cells = () => page.locator(`#pairs tbody tr td:nth-child(${column + 1})`).allTextContents();
      const [up, down] = column === 0 ? ["descending", "ascending"] : ["ascending", "descending"];
      for (const direction of [up, down]) {
        await headings.nth(column).getByRole("button").click();
        assert.equal(await headings.nth(column).getAttribute("aria-sort"), direction);
        const shown = (await cells()).map((text) => text.toLowerCase());
        const sorted = [...shown].sort();
        assert.deepEqual(shown, direction === "ascending" ? sorted : sorted.reverse());
      }
    }
  }));

  test("is filtered by status, verdict, subscription and expiry", () => inside("broken", async (page) => {
    const all = await page.locator("#pairs tbody tr").count();
    await page.selectOption("#by-status", "Disconnected");
    assert.deepEqual(await titlesOf(page), ["vnet-disconnected"]);
    await page.selectOption("#by-status", "");
    await page.selectOption("#by-verdict", "Broken");
    const broken = await page.locator("#pairs tbody tr").count();
    assert.ok(broken > 0 && broken < all);
    await page.selectOption("#by-verdict", "");
    await page.selectOption("#by-expiry", "Overdue");
    assert.deepEqual(await titlesOf(page), ["vnet-hub"]);
    assert.match(await page.locator("#pairs tbody tr").textContent(), /vnet-recordexpired/);
    await page.selectOption("#by-expiry", "");
    const subscriptions = await page.locator("#by-subscription option").allTextContents();
    const counts = [];
    for (const subscription of subscriptions.slice(1)) {
      await page.selectOption("#by-subscription", subscription);
      counts.push(await page.locator("#pairs tbody tr").count());
    }
    assert.ok(counts.length > 1 && counts.every((count) => count > 0) && counts.some((count) => count < all));
  }));

  test("shows a thousand pairs page by page", () => inside("large", async (page) => {
    assert.equal(await page.locator("#pairs tbody tr").count(), 50);
    assert.ok(await page.locator("#back").isDisabled());
    const first = (await titlesOf(page))[0];
    for (let turn = 0; turn < 19; turn++) await page.click("#on");
    assert.ok(await page.locator("#on").isDisabled());
    assert.equal(await page.locator("#pairs tbody tr").count(), 49);
    for (let turn = 0; turn < 19; turn++) await page.click("#back");
    assert.equal((await titlesOf(page))[0], first);
  }));

  test("opens a pair from the table with its two sides, findings and routes, and gives the focus back", () => inside("broken", async (page) => {
    const button = page.getByRole("button", { name: "vnet-hub - vnet-resized: details" });
    await button.click();
    const details = page.locator("#details");
    assert.match(await details.locator("h2").textContent(), /vnet-hub - vnet-resized/);
    assert.match(await details.getByRole("region", { name: "The two sides" }).textContent(), /LocalNotInSync/);
    assert.equal(await details.getByRole("article", { name: "Error Sync.NotInSync" }).count(), 1);
    assert.match(await details.locator("h4").allTextContents().then((texts) => texts.join()), /Routes through this pair/);
    await page.keyboard.press("Escape");
    assert.ok(await details.isHidden());
    assert.ok(await button.evaluate((element) => element === document.activeElement));
  }));

  test("shows a long list in portions, and keys go on where it went on", () => inside("large", async (page) => {
    const rule = page.locator("details.rule", { hasText: "Cost." }).first();
    await rule.locator("summary").click();
    await filled(rule);
    assert.equal(await rule.locator(".finding").count(), 50);
    await rule.getByRole("button", { name: /^Show more/ }).click();
    assert.equal(await rule.locator(".finding").count(), 100);
    assert.ok(await rule.locator(".finding").nth(50).evaluate((finding) => finding.contains(document.activeElement)));
  }));

  test("copies a command, and selects it where the clipboard is refused", () => inside("broken", async (page) => {
    const finding = page.getByRole("article", { name: "Error State.OneSided" }).first();
    const command = await finding.locator("pre").textContent();
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: (text) => Promise.resolve(globalThis.copied = text) }, configurable: true }));
    await finding.getByRole("button", { name: "Copy the command" }).click();
    assert.equal(await page.evaluate(() => globalThis.copied), command);
    assert.match(await page.locator("#say").textContent(), /copied/);
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) }, configurable: true }));
    await finding.getByRole("button", { name: "Copy the command" }).click();
    await page.locator("#say", { hasText: "selected" }).waitFor({ state: "attached" });
    assert.equal(await page.evaluate(() => String(getSelection())), command);
  }));

  test("says when pairs end", () => inside("broken", async (page) => {
    await page.locator("#timeline summary", { hasText: "Overdue" }).click();
    await page.locator("#timeline").getByRole("button", { name: /vnet-recordexpired/ }).click();
    assert.match(await page.locator("#details").textContent(), /vnet-recordexpired/);
  }));

  test("still tells its numbers and its evidence without script", () => inside("broken", async (page) => {
    assert.ok(await page.locator("#no-script").isVisible());
    assert.match(await page.locator("#summary").textContent(), /Broken/);
    assert.match(await page.locator("#evidence").textContent(), /[0-9a-f]{64}/);
    assert.ok(await page.locator("#inventory").isHidden());
  }, { javaScriptEnabled: false }));

  test("fits a width of 320 without moving sideways", () => inside("broken", async (page) => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
    await page.getByRole("button", { name: "vnet-hub - vnet-resized: details" }).click();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
    await screenshot(page, "broken-narrow");
  }, { viewport: { width: 320, height: 640 } }));

  test("prints all rows and everything that is wrong, and turns back afterwards", () => inside("large", async (page) => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator("#pairs tbody tr").count(), 999);
    assert.equal(await page.locator("details.rule:not([open]):not([data-severity=Information])").count(), 0);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator("#pairs tbody tr").count(), 50);
  }));
});
