import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { withPage } from "./browser.mjs";
import { FORM, LETTER, onDisk } from "./built_site.mjs";

test("the printed letter holds its text and its dates, and no menu", async () => {
  const pdf = await withPage(onDisk(LETTER), {}, (page) => page.pdf({ format: "A4" }));
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
  assert.match(text, /Hej och varmt välkommen!/);
  assert.match(text, /10 oktober 2019/);
  assert.doesNotMatch(text, /Meny|Till innehållet|Föregående/);
});

for (const page of [LETTER, FORM]) {
  test(`${page} is printed on one sheet, both sides`, async () => {
    const pdf = await withPage(onDisk(page), {}, (opened) => opened.pdf({ preferCSSPageSize: true }));
    assert.match(execFileSync("pdfinfo", ["-"], { input: pdf, encoding: "utf8" }), /Pages: +2\n/);
  });
}

test("what is to be filled in on paper has room for a hand: 8 mm in a table, two lines in a list", async () => {
  await withPage(onDisk(FORM), {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    const millimetres = async (selector) =>
      (await page.locator(selector).first().boundingBox()).height * 25.4 / 96;
    assert.ok(await millimetres("td:has(> .blank)") >= 8);
    assert.ok(await millimetres("li > .blank") >= 13);
  });
});
