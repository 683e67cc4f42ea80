import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { PHONE, withPage } from "./browser.mjs";
import { MEETING, NETWORK, SITE, onDisk } from "./built_site.mjs";
import { serveFolder } from "./web_server.mjs";

const AUDIENCES = "soderhamn-2022-2023/index.html";
const server = await serveFolder(SITE);
after(() => server.stop());

const shownOccasions = (page) => page.locator(".occasions > li:visible");

test("the year is narrowed to one audience by keyboard, the count is said, and all come back", async () => {
  await withPage(onDisk(AUDIENCES), { viewport: PHONE }, async (page) => {
    const all = await shownOccasions(page).count();
    const filter = page.getByRole("group", { name: "Visa bara" });
    const leaders = filter.getByRole("button", { name: "Skolledare" });
    await leaders.focus();
    await page.keyboard.press("Enter");
    assert.equal(await leaders.getAttribute("aria-pressed"), "true");
    assert.equal(await filter.getByRole("button", { name: "Alla", exact: true }).getAttribute("aria-pressed"), "false");
    const some = await shownOccasions(page).count();
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    for (const text of await shownOccasions(page).locator(".audience").allTextContents()) assert.match(text, /Skolledare/);
    assert.equal(await filter.getByRole("status").textContent(), `Visar ${some} av ${all}`);
    await filter.getByRole("button", { name: "Alla", exact: true }).click();
    assert.equal(await shownOccasions(page).count(), all);
    assert.deepEqual(page.complaints, []);
  });
});

test("without script every occasion is there, says for whom it is, and no button is shown", async () => {
  await withPage(onDisk(AUDIENCES), { javaScriptEnabled: false }, async (page) => {
    assert.equal(await shownOccasions(page).count(), 9);
    assert.equal(await page.locator(".filter:visible").count(), 0);
    assert.ok(await page.locator(".occasions .audience").count() >= 9);
  });
});

test("every calendar link leads to a calendar that stands on the disk", async () => {
  for (const start of [MEETING, NETWORK, AUDIENCES, "larledarskap-2019-2020/traffar/index.html", "index.html"]) {
    await withPage(onDisk(start), {}, async (page) => {
      const links = await page.locator('main a[type="text/calendar"]').evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      assert.ok(links.length > 0, start);
      for (const link of links) {
        assert.match(readFileSync(path.join(SITE, path.dirname(start), link), "utf8"), /^BEGIN:VCALENDAR\r\n[^]*BEGIN:VEVENT/);
      }
    });
  }
});

test("the calendar's address can be copied from a web server, and is not offered from disk", async () => {
  await withPage(onDisk(NETWORK), {}, async (page) => {
    await page.locator(".calendar summary").click();
    assert.equal(await page.getByRole("button", { name: "Kopiera adressen" }).count(), 0);
  });
  const address = new URL(NETWORK, server.address).href;
  await withPage(address, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.locator(".calendar summary").click();
    await page.getByRole("button", { name: "Kopiera adressen" }).click();
    await page.getByRole("button", { name: "Kopierat" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), new URL("kalender.ics", address).href);
  });
});
