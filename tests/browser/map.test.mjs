// The picture of a report: people click in it, move it, read it from afar and from near, and walk it by keys.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, whySkipped } from "./support/browser.mjs";
import { using } from "./support/page.mjs";
import { Reports } from "./support/reports.mjs";

describe("A report's picture", { skip: whySkipped }, () => {
  let reports;
  let browser;

  before(async () => {
    reports = new Reports();
    await reports.run("Start-PeeringLab -Estate HubSpoke; Export-PeeringReport hubspoke.html; Start-PeeringLab -Estate Large; Export-PeeringReport large.html -NoHealth");
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    reports?.remove();
  });

  const inside = (name, act) => using(browser, reports.at(`${name}.html`), act);

  test("opens the pair whose line is clicked, and the network whose box is", () => inside("hubspoke", async (page) => {
    const spot = await page.locator(".pair").nth(4).evaluate((line) => {
      line.scrollIntoView({ block: "center", behavior: "instant" });
      const middle = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());
      return { x: middle.x, y: middle.y, label: line.getAttribute("aria-label") };
    });
    await page.mouse.click(spot.x + 3, spot.y);
    assert.equal(await page.locator("#details-title bdi").textContent(), spot.label.split(":")[0]);
    await page.getByRole("button", { name: "Close" }).click();
    await page.locator(".node.hub rect").click();
    assert.equal(await page.locator("#details-title bdi").textContent(), "vnet-hub");
    assert.match(await page.locator("#details").textContent(), /Pairs \(12\)/);
  }));

  test("moves its picture by drag, wheel, buttons and keys", () => inside("large", async (page) => {
    const view = () => page.locator("#map svg").getAttribute("viewBox").then((text) => text.split(" ").map(Number));
    const changes = async (act) => {
      const before = await view();
      await act();
      await page.waitForFunction((old) => document.querySelector("#map svg").getAttribute("viewBox") !== old, before.join(" "));
      return [before, await view()];
    };
    await page.locator("#map").scrollIntoViewIfNeeded();
    const box = await page.locator("#map").boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];

    const [start, zoomed] = await changes(() => page.mouse.move(x, y).then(() => page.mouse.wheel(0, -100)));
    assert.ok(zoomed[2] < start[2], "the wheel zooms in");
    const [before, dragged] = await changes(async () => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 60, y + 40, { steps: 4 });
      await page.mouse.up();
    });
    assert.ok(dragged[0] < before[0] && dragged[1] < before[1], "the picture follows the pointer");
    assert.ok(await page.locator("#details").isHidden(), "a drag is no click");
    await page.locator("#map").focus();
    const [left, right] = await changes(() => page.keyboard.press("ArrowRight"));
    assert.ok(right[0] > left[0], "an arrow moves it");
    const [far, near] = await changes(() => page.keyboard.press("+"));
    assert.ok(near[2] < far[2], "plus zooms in");
    const [, out] = await changes(() => page.click("#map-out"));
    assert.ok(out[2] > near[2], "the button zooms out");
    await page.locator("#map").focus();
    assert.deepEqual((await changes(() => page.keyboard.press("0")))[1], start);
  }));

  test("names its hubs from afar, and everything from near", () => inside("large", async (page) => {
    const hubs = page.locator(".landmark:visible");
    const spoke = page.locator(".node text", { hasText: "vnet-spoke-00042" });
    // The first frame says what can be read from here.
    await page.locator("#map .far").waitFor({ state: "attached" });
    assert.deepEqual((await hubs.allTextContents()).filter((name) => !/hub/.test(name)), []);
    assert.ok(await hubs.count() > 0);
    assert.ok(await spoke.isHidden());
    for (let turn = 0; turn < 12; turn++) await page.click("#map-in");
    await page.locator("#map .far").waitFor({ state: "detached" });
    assert.equal(await hubs.count(), 0);
    assert.notEqual(await spoke.evaluate((text) => getComputedStyle(text).display), "none");
  }));

  test("is walked by keys alone: from the picture to a pair, and into it", () => inside("hubspoke", async (page) => {
    await page.locator("#map").focus();
    await page.keyboard.press("Tab");
    const first = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    await page.keyboard.press("ArrowRight");
    const second = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    assert.notEqual(second, first);
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#details-title bdi").textContent(), second.split(":")[0]);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), second);
  }));
});
