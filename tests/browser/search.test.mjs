import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { DESK, PHONE, withPage } from "./browser.mjs";
import { FILES, MEETING, SITE, onDisk } from "./built_site.mjs";
import { serveFolder } from "./web_server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const server = await serveFolder(SITE);
after(() => server.stop());
const PLACES = [["disk", onDisk], ["a web server", (page) => server.address + page]];

const field = (page) => page.getByRole("combobox", { name: "Sök på webbplatsen" });
const options = (page) => page.getByRole("option");
const status = (page) => page.locator(".search-dialog [role=status]");
const selected = (page) => page.locator("[role=option][aria-selected=true]");

async function search(page, question) {
  await page.keyboard.press("Control+k");
  await field(page).fill(question);
  await page.waitForFunction(() => /resultat|Inga|Skriv|gick inte/.test(document.querySelector(".search-dialog [role=status]").textContent)
    && !/Skriv minst/.test(document.querySelector(".search-dialog [role=status]").textContent));
}

async function violations(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`));
}

for (const [how, at] of PLACES) {
  test(`from ${how} a word is typed, an arrow chooses, Enter leads to its page, and the word is marked there`, async () => {
    await withPage(at(MEETING), {}, async (page) => {
      assert.ok(page.requests.every((address) => !address.includes("search")), "nothing is loaded before it is used");
      await search(page, "handledningens");
      assert.match(await status(page).textContent(), /^\d+ resultat$/);
      assert.equal(await field(page).getAttribute("aria-expanded"), "true");
      assert.ok((await page.locator("[role=option] mark").allTextContents()).some((word) => word.toLowerCase().startsWith("kollegahandledning")));
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      assert.equal(await selected(page).count(), 1);
      assert.equal(await field(page).getAttribute("aria-activedescendant"), await selected(page).getAttribute("id"));
      const wanted = (await selected(page).getAttribute("href")).split("?")[0];
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      assert.ok(page.url().startsWith(wanted), page.url());
      await page.locator("main mark").first().waitFor();
      assert.deepEqual(page.complaints, []);
    });
  });

  test(`from ${how} the search page answers the question in its address`, async () => {
    await withPage(`${at("sok.html")}?q=traff`, {}, async (page) => {
      const results = page.locator("[data-search-page] li a");
      await results.first().waitFor();
      assert.match(await page.locator("[data-search-page] [role=status]").textContent(), /^\d+ resultat$/);
      assert.match(await results.first().textContent(), /[Tt]räff/);
      assert.deepEqual(page.complaints, []);
    });
  });
}

test("/ opens the search but not while writing, Escape closes it, and the focus returns", async () => {
  await withPage(onDisk(MEETING), {}, async (page) => {
    const opener = page.getByRole("button", { name: "Sök", exact: true });
    await opener.focus();
    await page.keyboard.press("/");
    await field(page).waitFor();
    await page.keyboard.type("och/eller");
    assert.equal(await field(page).inputValue(), "och/eller");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.className), "search-open");
    await page.keyboard.press("Enter");
    assert.equal(await field(page).isVisible(), true);
    await page.getByRole("button", { name: "Stäng" }).click();
    assert.equal(await page.locator("dialog[open]").count(), 0);
  });
});

test("results can be narrowed to a kind of page, and back", async () => {
  await withPage(onDisk(MEETING), {}, async (page) => {
    await search(page, "redovisning");
    const all = Number.parseInt(await status(page).textContent(), 10);
    await page.getByRole("button", { name: "Begränsa sökningen" }).click();
    await page.getByLabel("Slags sida").selectOption({ label: "Redovisning" });
    await page.waitForFunction(() => [...document.querySelectorAll(".search-place")].every((place) => place.textContent.startsWith("Redovisning")));
    const some = Number.parseInt(await status(page).textContent(), 10);
    assert.ok(some > 0 && some < all);
    await page.getByLabel("Sök i").selectOption({ label: "Det här nätverket" });
    assert.ok(Number.parseInt(await status(page).textContent(), 10) <= some);
    await page.getByLabel("Slags sida").selectOption({ label: "Allt" });
    await page.getByLabel("Sök i").selectOption({ label: "Hela webbplatsen" });
    await status(page).getByText(new RegExp(`^${all} `)).waitFor();
  });
});

test("a result shows the piece of its text where the words stand", async () => {
  await withPage(onDisk("index.html"), {}, async (page) => {
    await search(page, "lärträffen trevligt");
    const excerpt = page.locator(".search-excerpt").first();
    assert.match(await excerpt.textContent(), /^… .*Utan ett nästa steg blir lärträffen bara ett trevligt samtal\.$/);
    assert.deepEqual(await excerpt.locator("mark").allTextContents(), ["lärträffen", "trevligt"]);
  });
});

test("questions that are strange get an answer in words and no error", async () => {
  await withPage(onDisk("index.html"), {}, async (page) => {
    for (const question of ["a".repeat(10_000), "lärare ".repeat(1_500), "?!…—", "titel:lärare~2^3 *a* +och -för", "kl 10:30", "\\\\", "😀😀", "👩‍🏫 samtal",
      "مرحبا بالعالم", "\u202eabc", "träff".normalize("NFD"), "__proto__ constructor", "toString", "\ud83d ensam", "<img src=x onerror=alert(1)>"]) {
      await search(page, question);
      assert.match(await status(page).textContent(), /resultat/, question.slice(0, 40));
      await page.keyboard.press("Escape");
    }
    assert.deepEqual(page.complaints, []);
  });
});

test("every result leads to a place that exists", async () => {
  const found = new Set();
  await withPage(onDisk("sok.html"), {}, async (page) => {
    for (const question of ["träff", "redovisning", "samtal", "bild", "litteratur", "tillgänglighet"]) {
      await page.locator("[data-search-page] input").fill(question);
      await page.waitForFunction((asked) => new URLSearchParams(location.search).get("q") === asked, question);
      for (const more = page.getByRole("button", { name: "Visa fler" }); await more.isVisible();) await more.click();
      for (const href of await page.locator("[data-search-page] li a").evaluateAll((links) => links.map((link) => link.href))) found.add(href);
    }
  });
  assert.ok(found.size > 50);
  for (const href of found) {
    const { pathname, hash } = new URL(href);
    const name = path.relative(SITE, decodeURIComponent(pathname));
    assert.ok(FILES.includes(name), name);
    if (hash) assert.ok(readFileSync(path.join(SITE, name), "utf8").includes(`id="${decodeURIComponent(hash.slice(1))}"`), href);
  }
});

for (const damage of ["missing", "cut short", "no JSON"]) {
  test(`a search file that is ${damage} gives words to read, and no exception`, async () => {
    const copy = mkdtempSync(path.join(os.tmpdir(), "traff-search-broken-"));
    try {
      cpSync(SITE, copy, { recursive: true });
      const file = path.join(copy, "search", "index.js");
      const text = readFileSync(file, "utf8");
      if (damage === "missing") rmSync(file);
      else writeFileSync(file, damage === "cut short" ? text.slice(0, 5_000) : "(self.traffSearch=self.traffSearch||{}).index='{';\n");
      await withPage(pathToFileURL(path.join(copy, "index.html")).href, {}, async (page) => {
        await search(page, "samtal");
        assert.match(await status(page).textContent(), /innehållsförteckningen/);
        assert.deepEqual(page.complaints.filter((complaint) => !complaint.includes("ERR_FILE_NOT_FOUND")), []);
      });
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
}

for (const [where, open] of [["in the dialog", (page) => search(page, "samtal")],
  ["on the search page", (page) => page.goto(`${onDisk("sok.html")}?q=samtal`).then(() => page.locator("[data-search-page] li").first().waitFor())]]) {
  test(`axe finds no fault ${where}, dark or light, on a phone or a desk, and nothing is too wide`, async () => {
    await withPage(onDisk(MEETING), {}, async (page) => {
      await open(page);
      for (const viewport of [PHONE, DESK]) {
        for (const colorScheme of ["light", "dark"]) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await violations(page), []);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
        }
      }
    });
  });
}

test("without JavaScript the search page says so and lists the contents", async () => {
  await withPage(onDisk("sok.html"), { javaScriptEnabled: false }, async (page) => {
    assert.match(await page.locator("main noscript").textContent(), /Sökningen kräver JavaScript/);
    assert.ok(await page.locator("main a[href]").count() > 10);
  });
});

test("the search's scripts weigh at most 25 kB compressed, Lunr and Swedish included", () => {
  const files = readdirSync(path.join(SITE, "assets")).filter((file) => /^search.*\.js$/.test(file));
  assert.equal(files.length, 2);
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(SITE, "assets", file)), { level: 9 }).length, 0);
  assert.ok(size <= 25_000, `${size} bytes`);
});
