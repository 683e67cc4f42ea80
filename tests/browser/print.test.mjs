import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { withPage } from "./browser.mjs";
import { LETTER, onDisk } from "./built_site.mjs";

test("the printed letter holds its text and its dates, and no menu", async () => {
  const pdf = await withPage(onDisk(LETTER), {}, (page) => page.pdf({ format: "A4" }));
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
  assert.match(text, /Hej och varmt välkommen!/);
  assert.match(text, /10 oktober 2019/);
  assert.doesNotMatch(text, /Meny|Till innehållet|Föregående/);
});
