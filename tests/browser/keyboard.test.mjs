import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE, withPage } from "./browser.mjs";
import { LETTER, MEETING, NETWORK, onDisk } from "./built_site.mjs";

// The focused element: what it is, and whether a reader sees that it has the focus.
function focused() {
  const element = document.activeElement;
  if (element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getClientRects()[0];  // of a link that wraps, its first line
  const middle = document.elementFromPoint(box.left + Math.min(box.width / 2, 12), box.top + box.height / 2);
  return {
    what: element.outerHTML.slice(0, 120),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    uncovered: middle !== null && (element.contains(middle) || middle.contains(element)),
  };
}

test("the first stop is the skip link, and it moves the focus to the main text", async () => {
  await withPage(onDisk(MEETING), {}, async (page) => {
    await page.keyboard.press("Tab");
    assert.match((await page.evaluate(focused)).what, /class="skip"/);
    assert.deepEqual(await page.evaluate(() => document.activeElement.getBoundingClientRect().top >= 0), true);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.localName), "main");
  });
});

test("on a phone Enter opens the menu, and Escape closes it and stays on its button", async () => {
  await withPage(onDisk(MEETING), { viewport: PHONE }, async (page) => {
    const menu = page.getByRole("navigation", { name: "Meny" });
    const letter = menu.getByRole("link", { name: "Välkommen till ett läsår" });
    assert.equal(await letter.isVisible(), false);
    await menu.locator("summary").focus();
    await page.keyboard.press("Enter");
    assert.equal(await letter.isVisible(), true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    assert.equal(await letter.isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.localName), "summary");
  });
});

for (const viewport of [PHONE, DESK]) {
  for (const name of ["index.html", NETWORK, MEETING, LETTER]) {
    test(`at ${viewport.width} px the focus is seen at every stop of ${name}`, async () => {
      await withPage(onDisk(name), { viewport }, async (page) => {
        const links = await page.locator("a[href]").count();
        let stops = 0;
        for (; stops < 300; stops += 1) {
          await page.keyboard.press("Tab");
          const stop = await page.evaluate(focused);
          if (!stop) break;
          assert.ok(stop.ring, `no ring: ${stop.what}`);
          assert.ok(stop.uncovered, `hidden: ${stop.what}`);
        }
        assert.ok(stops > 5 && stops <= links + 60, `${stops} stops`);
      });
    });
  }
}
