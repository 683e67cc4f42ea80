// The search of a large site, whose index comes in parts.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DESK, PHONE, withPage } from "./browser.mjs";
import { LARGE_SITE, titleWords, wholeAnswer } from "./large_site.mjs";
import { serveFolder } from "./web_server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const server = await serveFolder(LARGE_SITE);
after(() => server.stop());
const onDisk = (page) => pathToFileURL(path.join(LARGE_SITE, page)).href;
const PLACES = [["disk", onDisk], ["a web server", (page) => server.address + page]];

const field = (page) => page.getByRole("combobox", { name: "Sök på webbplatsen" });
const options = (page) => page.getByRole("option");
const status = (page) => page.locator(".search-dialog [role=status]");
const statusText = (page) => status(page).textContent();

async function ask(page, question) {
  await page.keyboard.press("Control+k");
  await field(page).fill("");
  await field(page).fill(question);
  await page.waitForFunction(() => /resultat|gick inte/.test(document.querySelector(".search-dialog [role=status]").textContent));
}

const withoutMark = (href) => decodeURIComponent(href.replace(/\?markera=[^#]*/, ""));

// The results' addresses within the site.
async function shownAddresses(page, root) {
  const hrefs = await options(page).evaluateAll((links) => links.map((link) => link.href));
  return hrefs.map((href) => withoutMark(href).slice(decodeURI(root).length));
}

for (const [how, at] of PLACES) {
  test(`from ${how} a word is typed, arrows choose, Enter leads there, and Escape gives the focus back`, async () => {
    await withPage(at("index.html"), {}, async (page) => {
      const [word] = titleWords(1);
      await page.getByRole("button", { name: "Sök", exact: true }).focus();
      await page.keyboard.press("Enter");
      await field(page).pressSequentially(word, { delay: 60 });
      await options(page).first().waitFor();
      assert.match(await statusText(page), /^\d+ resultat$/);
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement.className), "search-open");
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      const chosen = page.locator("[role=option][aria-selected=true]");
      assert.equal(await field(page).getAttribute("aria-activedescendant"), await chosen.getAttribute("id"));
      const wanted = withoutMark(await chosen.getAttribute("href"));
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      assert.equal(withoutMark(page.url()), wanted);
      await page.locator("main mark").first().waitFor();
      assert.deepEqual(page.complaints, []);
    });
  });

  test(`from ${how} a word, its dots left out, or a slip in it, has the first result of the whole index`, async () => {
    await withPage(at("index.html"), {}, async (page) => {
      const words = titleWords(8);
      const questions = [...words, words[2].normalize("NFD").replace(/[\u0300-\u036f]/g, ""), words[5].slice(0, 3) + words[5].slice(4)];
      for (const question of questions) {
        await ask(page, question);
        assert.equal((await shownAddresses(page, at("index.html").replace("index.html", "")))[0], wholeAnswer(question)[0], question);
        await page.keyboard.press("Escape");
      }
      assert.deepEqual(page.complaints, []);
    });
  });
}

test("a first search loads few parts, and typing on within them none", async () => {
  await withPage(server.address, {}, async (page) => {
    const [, word] = titleWords(3);
    await ask(page, word);
    const parts = page.requests.filter((address) => /\/search\/[td]\//.test(address));
    assert.ok(parts.length <= 7, parts.join(" "));
    assert.ok(!page.requests.some((address) => address.includes("vocabulary")), "the list of all terms is for words not found");
    await page.keyboard.press("Escape");
    const before = page.requests.length;
    await ask(page, word);
    assert.equal(page.requests.length, before);
  });
});

test("axe finds no fault in the dialog, dark or light, on a phone or a desk", async () => {
  await withPage(onDisk("index.html"), {}, async (page) => {
    await ask(page, titleWords(1)[0]);
    await page.evaluate(AXE);
    for (const viewport of [PHONE, DESK]) {
      for (const colorScheme of ["light", "dark"]) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await page.evaluate(async () => (await axe.run()).violations.map(({ id }) => id)), []);
      }
    }
  });
});

test("every result on the search page leads to a place that exists, page after page of them", async () => {
  const found = new Set();
  await withPage(`${onDisk("sok.html")}?q=tr%C3%A4ff`, {}, async (page) => {
    const links = page.locator("[data-search-page] li a");
    await links.first().waitFor();
    const more = page.getByRole("button", { name: "Visa fler" });
    for (let times = 0; times < 4 && await more.isVisible(); times += 1) {
      const before = await links.count();
      await more.click();
      await page.waitForFunction((count) => document.querySelectorAll("[data-search-page] li").length > count, before);
    }
    for (const href of await links.evaluateAll((all) => all.map((link) => link.href))) found.add(href);
    assert.deepEqual(page.complaints, []);
  });
  assert.ok(found.size > 10);
  for (const href of found) {
    const { pathname, hash } = new URL(href);
    const file = decodeURIComponent(pathname);
    assert.ok(existsSync(file), file);
    if (hash) assert.ok(readFileSync(file, "utf8").includes(`id="${decodeURIComponent(hash.slice(1))}"`), href);
  }
});

const DAMAGE = {
  missing: (route) => route.fulfill({ status: 404, body: "" }),
  "cut short": async (route) => {
    const response = await route.fetch();
    return route.fulfill({ response, body: (await response.text()).slice(0, -60) });
  },
  "of another kind": (route) => route.fulfill({ contentType: "text/javascript", body: "traffSearch.part('terms',0,'{}');" }),
};

for (const [how, damage] of Object.entries(DAMAGE)) {
  for (const [part, wanted] of [["t/*", /innehållsförteckningen/], ["d/*", /innehållsförteckningen/], ["words.js", /innehållsförteckningen/], ["vocabulary.js", /resultat|innehållsförteckningen/]]) {
    test(`a search file ${part} that is ${how} gives words to read and no exception, and is asked for again`, async () => {
      await withPage(server.address, {}, async (page) => {
        const question = part === "vocabulary.js" ? "xyzåäöq" : titleWords(1)[0];
        await page.route(`**/search/${part}`, damage);
        await ask(page, question);
        assert.match(await statusText(page), wanted);
        assert.deepEqual(page.complaints.filter((complaint) => !complaint.includes("404")), []);
        await page.unroute(`**/search/${part}`);
        await page.keyboard.press("Escape");
        await ask(page, question);
        assert.match(await statusText(page), /resultat/);
      });
    });
  }
}

test("strange questions to a large site get an answer in words and no error", async () => {
  await withPage(onDisk("index.html"), {}, async (page) => {
    for (const question of ["a".repeat(10_000), "lärare ".repeat(1_500), "?!…—", "titel:lärare~2^3 *a* +och -för", "kl 10:30", "😀😀", "👩‍🏫 samtal",
      "مرحبا بالعالم", "\u202eabc", "träff".normalize("NFD"), "__proto__ constructor", "toString", "\ud83d ensam", "och", "10/10 2026-02-31 99/99"]) {
      await ask(page, question);
      assert.match(await statusText(page), /resultat/, question.slice(0, 40));
      await page.keyboard.press("Escape");
    }
    assert.deepEqual(page.complaints, []);
  });
});
