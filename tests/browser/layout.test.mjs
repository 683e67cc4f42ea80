import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE, withPage } from "./browser.mjs";
import { LETTER, NETWORK, PAGES, onDisk } from "./built_site.mjs";

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
