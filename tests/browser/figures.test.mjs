import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE, withPage } from "./browser.mjs";
import { LETTER, MEETING, NETWORK, onDisk } from "./built_site.mjs";

// Names of a ring that stick out of the box drawn before them.
function namesOutsideTheirBox() {
  const outside = [];
  for (const ring of document.querySelectorAll("svg.cycle")) {
    let box = null;
    for (const part of ring.children) {
      if (part.matches("rect")) box = part.getBoundingClientRect();
      if (!part.matches("text.name")) continue;
      const words = part.getBoundingClientRect();
      const fits = words.left >= box.left && words.right <= box.right && words.top >= box.top && words.bottom <= box.bottom;
      if (!fits) outside.push(part.textContent);
    }
  }
  return outside;
}

// Marks on the line of a year that cover each other.
function overlappingMarks() {
  const marks = Array.from(document.querySelectorAll(".timeline circle, .timeline rect"), (mark) => mark.getBoundingClientRect());
  return marks.filter((mark, index) => marks.slice(index + 1).some((other) =>
    mark.left < other.right - 1 && other.left < mark.right - 1 && mark.top < other.bottom - 1 && other.top < mark.bottom - 1)).length;
}

for (const viewport of [PHONE, DESK]) {
  test(`each step's name stands inside its box at ${viewport.width} px`, async () => {
    await withPage(onDisk(MEETING), { viewport }, async (page) => {
      assert.ok(await page.locator("svg.cycle").count() > 0);
      assert.deepEqual(await page.evaluate(namesOutsideTheirBox), []);
    });
  });

  for (const name of [NETWORK, LETTER, "soderhamn-2022-2023/index.html"]) {
    test(`the days of the year stand clear of each other in ${name} at ${viewport.width} px`, async () => {
      await withPage(onDisk(name), { viewport, javaScriptEnabled: false }, async (page) => {
        assert.equal(await page.getByRole("img", { name: /^Tidslinje med/ }).count(), 1);
        assert.equal(await page.evaluate(overlappingMarks), 0);
      });
    });
  }
}

test("the ring is silent for a screen reader, and its list is not", async () => {
  await withPage(onDisk(MEETING), {}, async (page) => {
    const figure = page.locator("figure.box-cykel").first();
    assert.equal(await figure.getByRole("img").count(), 0);
    assert.equal(await figure.getByRole("listitem").count(), 4);
  });
});
