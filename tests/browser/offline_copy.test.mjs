// The copy of `traff pack`, unpacked in a folder and opened from there without a network.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { PHONE, withPage } from "./browser.mjs";
import { CHECKOUT, LONG_PRESENTATION, MEETING, PAGES, TRAFF } from "./built_site.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "träff kopia "));
after(() => rmSync(folder, { recursive: true, force: true }));
const zip = path.join(folder, "kopia.zip");
execFileSync(TRAFF, ["pack", path.join(CHECKOUT, "content"), "--out", zip, "--quiet"]);
execFileSync("unzip", ["-q", zip, "-d", folder]);
const [top] = readdirSync(folder).filter((name) => name !== "kopia.zip");
// A page's earlier words and the answer to a wrong address stay at home.
const COPIED = PAGES.filter((page) => page !== "404.html" && !page.endsWith("-andringar.html"));
const inCopy = (page) => pathToFileURL(path.join(folder, top, page)).href;

// A reader on a train; afterwards nothing has failed, and nothing but files was asked for.
async function withoutNetwork(page, work, options = {}) {
  await withPage(inCopy(page), { offline: true, ...options }, async (opened) => {
    await work(opened);
    assert.deepEqual(opened.complaints, []);
    assert.deepEqual(opened.requests.filter((address) => !/^(file|data|blob):/.test(address)), []);
    assert.ok(opened.requests.length > 0);
  });
}

const results = (page) => page.locator("[role=option]");

async function search(page, question) {
  await page.getByRole("link", { name: "Sök", exact: true }).or(page.getByRole("button", { name: "Sök", exact: true })).click();
  await page.getByRole("combobox", { name: "Sök på webbplatsen" }).fill(question);
  await results(page).first().waitFor();
}

test("the copy is one folder with every page, and sums that hold", () => {
  assert.deepEqual(COPIED.filter((page) => !existsSync(path.join(folder, top, page))), []);
  execFileSync("sha256sum", ["--check", "--quiet", ".traff-sha256"], { cwd: path.join(folder, top) });
  assert.match(execFileSync(TRAFF, ["pack", "--verify", zip, "--lang", "en"], { encoding: "utf8" }), /is whole/);
});

for (const [size, options] of [["a desk", {}], ["a phone", { viewport: PHONE, hasTouch: true }]]) {
  test(`at ${size} a reader without a network searches, and opens what was found`, async () => {
    await withoutNetwork("index.html", async (page) => {
      await search(page, "kollegahandledning");
      assert.ok(await results(page).count() > 2);
      await Promise.all([page.waitForNavigation(), results(page).nth(1).click()]);
      assert.ok(page.url().startsWith(inCopy("")), page.url());
      await page.locator("main mark").first().waitFor();
    }, options);
  });
}

test("a reader without a network opens a träff, its calendar is there, and walks on to the next", async () => {
  await withoutNetwork("index.html", async (page) => {
    const main = page.getByRole("main");
    await main.getByRole("link", { name: "Nätverk för lärarledarskap och kollegialt lärande" }).first().click();
    await main.getByRole("link", { name: "Träff 3: " }).first().click();
    assert.equal(page.url(), inCopy(MEETING));
    const calendar = await page.getByRole("link", { name: "Lägg till i kalendern" }).evaluate((link) => link.href);
    assert.ok(existsSync(new URL(calendar)), calendar);
    await main.getByRole("link", { name: /^Nästa träff/ }).click();
    assert.match(await page.getByRole("heading", { level: 1 }).textContent(), /Processledning/);
    await page.getByText("Det här är en kopia av webbplatsen").waitFor();
  });
});

test("a presentation is shown without a network, with its overview and its speaker's window", async () => {
  await withoutNetwork(LONG_PRESENTATION, async (page) => {
    await page.getByRole("button", { name: "Visa som bildspel" }).click();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector("#bild-2.current"));
    const [speaker] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("s")]);
    await speaker.getByText("Klockan är").waitFor();
    await speaker.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector("#bild-3.current"));
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("html.show").count(), 0);
  });
});

test("every page of the copy opens without a network, and nothing fails", async () => {
  await withoutNetwork("index.html", async (page) => {
    for (const name of COPIED) {
      await page.goto(inCopy(name));
      assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, name);
    }
  });
});
