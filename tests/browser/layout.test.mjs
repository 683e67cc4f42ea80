import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE, withPage } from "./browser.mjs";
import { LETTER, LONG_PRESENTATION, MEETING, NETWORK, PAGES, onDisk } from "./built_site.mjs";

// Widest things first: what a designer looks for when a page scrolls sideways.
function widerThanTheWindow() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return Array.from(document.body.querySelectorAll("*")).filter((element) => element.getBoundingClientRect().right > width)
    .map((element) => element.outerHTML.slice(0, 120));
}

// What a reader sees as a box with nothing in it.
function emptyBoxes() {
  return Array.from(document.querySelectorAll("section, nav, aside, details, ul, ol, dl, table, p, h1, h2, h3, h4, [class*=box]"))
    .filter((element) => element.checkVisibility() && !element.textContent.trim() && !element.querySelector("img, svg, input, hr"))
    .map((element) => element.outerHTML.slice(0, 120));
}

for (const name of PAGES) {
  test(`${name} does not scroll sideways at 320 px and has no empty box without JavaScript`, async () => {
    await withPage(onDisk(name), { viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      assert.deepEqual(await page.evaluate(widerThanTheWindow), []);
      assert.deepEqual(await page.evaluate(emptyBoxes), []);
      await page.setViewportSize(DESK);
      assert.deepEqual(await page.evaluate(emptyBoxes), []);
    });
  });
}

test("without JavaScript the network's page lists its five träffar", async () => {
  await withPage(onDisk(NETWORK), { javaScriptEnabled: false }, async (page) => {
    for (const number of [1, 2, 3, 4, 5]) {
      await page.getByRole("main").getByRole("link", { name: `Träff ${number}: ` }).first().waitFor();
    }
  });
});

test("without JavaScript the letter's programme names the first meeting's day", async () => {
  await withPage(onDisk(LETTER), { javaScriptEnabled: false }, async (page) => {
    await page.getByRole("main").getByRole("table").getByText("10 oktober 2019").first().waitFor();
  });
});

test("three columns stand side by side on a desk and under each other on a phone", async () => {
  await withPage(onDisk(MEETING), {}, async (page) => {
    const tops = () => page.locator(".columns .column").evaluateAll((columns) =>
      new Set(columns.map((column) => Math.round(column.getBoundingClientRect().top))).size);
    assert.equal(await page.locator(".columns .column").count(), 3);
    assert.equal(await tops(), 1);
    await page.setViewportSize(PHONE);
    assert.equal(await tops(), 3);
  });
});

test("a short list of contents stays in sight beside the text, a long one is left above where one reads", async () => {
  const topAfterReading = (name) => withPage(onDisk(name), {}, async (page) => {
    await page.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
    return (await page.getByRole("navigation", { name: "På den här sidan" }).boundingBox()).y;
  });
  assert.ok(await topAfterReading(MEETING) >= 0);
  assert.ok(await topAfterReading(LONG_PRESENTATION) < 0);
});
