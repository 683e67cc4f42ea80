// `traff serve` as an author sees it: the page follows the content, and its mistakes stand at its foot.
import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { withPage } from "./browser.mjs";
import { servePreview } from "./preview_server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const CONTENT = mkdtempSync(path.join(os.tmpdir(), "traff-preview-"));
const write = (file, text) => {
  mkdirSync(path.dirname(path.join(CONTENT, file)), { recursive: true });
  writeFileSync(path.join(CONTENT, file), text);
};
write("index.md", "---\ntitel: Provet\n---\n\nVälkommen. [Trasig](saknas.md)\n");
write("lang.md", `# Lång\n\n${"Ett stycke text.\n\n".repeat(200)}`);

const { address, stop } = await servePreview(CONTENT);
after(() => {
  stop();
  rmSync(CONTENT, { recursive: true, force: true });
});

const filled = (page) => page.waitForFunction(() => document.querySelector(".traff-preview")?.lang === "sv");
const bar = (page) => page.getByRole("region", { name: "Förhandsvisning" });

test("the box counts this page's mistakes first, opens by keyboard and closes for good", async () => {
  await withPage(address, {}, async (page) => {
    const status = bar(page).getByRole("status");
    await status.waitFor();
    assert.equal(await status.textContent(), "Den här sidan: 1 Fel. Hela webbplatsen: 1 Fel.");
    const note = page.locator(".traff-preview-note");
    assert.equal(await note.isVisible(), false);
    await bar(page).getByRole("button", { name: "Visa" }).focus();
    await page.keyboard.press("Enter");
    assert.match(await note.textContent(), /Fel rad 5: .*saknas\.md/);
    assert.equal(await note.locator(".traff-preview-code").getAttribute("href"), "/_traff/explain/L1");
    await page.evaluate(AXE);
    assert.deepEqual(await page.evaluate(async () => (await axe.run()).violations.map((fault) => fault.id)), []);
    await page.keyboard.press("Escape");
    assert.equal(await note.isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Visa");
    await bar(page).getByRole("button", { name: "Stäng" }).click();
    await page.reload();
    await filled(page);
    assert.equal(await bar(page).isVisible(), false);
    // Beside these: the stream that a page leaves behind, and the icon that the browser asks for.
    assert.deepEqual(page.complaints.filter((text) => /policy|error:/i.test(text)), []);
  });
});

test("on another page the mistake has a link to where it is", async () => {
  await withPage(address + "lang.html", {}, async (page) => {
    await bar(page).getByRole("button", { name: "Visa" }).click();
    await bar(page).getByRole("link", { name: "index.md" }).click();
    await page.waitForURL(address + "index.html");
  });
});

test("a save reloads the page and leaves the reader where they were", async () => {
  await withPage(address + "lang.html", {}, async (page) => {
    await bar(page).waitFor();
    await page.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
    appendFileSync(path.join(CONTENT, "lang.md"), "Ett nytt slut.\n");
    await page.getByText("Ett nytt slut.").waitFor({ state: "attached" });
    await page.waitForFunction(() => scrollY === 1500);
  });
});

test("a broken template is told without losing the page, until it is mended", async () => {
  await withPage(address + "lang.html", {}, async (page) => {
    await bar(page).waitFor();
    write("tema/templates/page.mustache", "{{#inget}}");
    await page.getByText("Webbplatsen kunde inte byggas.").waitFor();
    assert.match(await page.locator(".traff-preview-failure").textContent(), /page\.mustache/);
    assert.equal(await page.getByRole("heading", { name: "Lång" }).isVisible(), true);
    rmSync(path.join(CONTENT, "tema"), { recursive: true });
    await page.locator(".traff-preview-failure").waitFor({ state: "detached" });
  });
});

test("a page without mistakes on a site without any has no box", async () => {
  write("index.md", "---\ntitel: Provet\n---\n\nVälkommen.\n");
  await withPage(address, {}, async (page) => {
    await page.getByText("Välkommen.", { exact: true }).waitFor();
    await filled(page);
    assert.equal(await bar(page).isVisible(), false);
  });
});
