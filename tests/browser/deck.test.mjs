import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { DESK, PHONE, withPage } from "./browser.mjs";
import { DECK_SITE, SLIDES, deckOnDisk } from "./deck_site.mjs";
import { serveFolder } from "./web_server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const server = await serveFolder(DECK_SITE);
after(() => server.stop());
const PLACES = [["disk", deckOnDisk("perspektiv")], ["a web server", `${server.address}presentationer/perspektiv.html`]];
const DECK = deckOnDisk("perspektiv");

const visible = (page) => page.evaluate(() => Array.from(document.querySelectorAll(".slide")).filter((slide) => slide.querySelector(".stage").checkVisibility()).map((slide) => slide.id));
const shown = async (page) => (await visible(page)).join();
const action = (page, name) => page.getByRole("group", { name: "Presentation" }).getByRole("button", { name });
const show = (page) => page.getByRole("button", { name: "Visa som bildspel" }).click();

async function violations(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`));
}

async function speakerOf(page) {
  const [speaker] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("s")]);
  await speaker.getByText("Klockan är").waitFor();
  return speaker;
}

function pdf(bytes, tool, ...options) {
  return execFileSync(tool, [...options, "-", ...(tool === "pdftotext" ? ["-"] : [])], { input: bytes, encoding: "utf8" });
}

const pages = (bytes) => Number(/Pages: +(\d+)/.exec(pdf(bytes, "pdfinfo"))[1]);

for (const [how, address] of PLACES) {
  test(`from ${how} the keys go through the show and out of it`, async () => {
    await withPage(address, {}, async (page) => {
      assert.equal((await visible(page)).length, SLIDES);
      await show(page);
      assert.equal(await shown(page), "bild-1");
      for (const [key, slide] of [["ArrowRight", 2], ["PageDown", 3], [" ", 4], ["ArrowLeft", 3], ["PageUp", 2], ["Shift+ ", 1],
        ["ArrowLeft", 1], ["ArrowDown", 2], ["ArrowUp", 1], ["End", SLIDES], ["ArrowRight", SLIDES], ["Home", 1]]) {
        await page.keyboard.press(key);
        assert.equal(await shown(page), `bild-${slide}`, key);
      }
      assert.match(page.url(), /\?visa#bild-1$/);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Escape");
      assert.equal((await visible(page)).length, SLIDES);
      assert.match(page.url(), /html#bild-2$/);
      await page.keyboard.press("o");
      assert.equal((await visible(page)).length, SLIDES, "no key of the show works on the page to read");
      assert.deepEqual(page.complaints, []);
    });
  });

  test(`from ${how} the speaker's window has notes, the next slide and the clock, and each window drives the other`, async () => {
    await withPage(`${address}?visa#bild-2`, {}, async (page) => {
      const speaker = await speakerOf(page);
      assert.equal(await shown(speaker), "bild-2,bild-3");
      assert.equal(await speaker.getByText("Stanna vid den första frågan.").isVisible(), true);
      assert.match(await speaker.locator("[data-elapsed]").textContent(), /^0\.0\d$/);
      assert.match(await speaker.locator("[data-clock]").textContent(), /^\d{1,2}\.\d\d$/);
      await speaker.keyboard.press("ArrowRight");
      await page.waitForFunction(() => document.querySelector("#bild-3.current"));
      assert.equal(await speaker.getByText("Jämför Träff 3.").isVisible(), true);
      await page.bringToFront();
      await page.keyboard.press("End");
      await speaker.waitForFunction((id) => document.querySelector(`#${id}.current`), `bild-${SLIDES}`);
      await speaker.getByRole("button", { name: "Svart skärm" }).click();
      await page.waitForFunction(() => !document.querySelector(".current .stage").checkVisibility({ visibilityProperty: true }));
      await page.reload();  // the show's window forgets the speaker's, which tells it again
      await speaker.keyboard.press("Home");
      await page.waitForFunction(() => document.querySelector("#bild-1.current"));
      assert.deepEqual(page.complaints, []);
    });
  });
}

test("a link to one slide leads there, to read and in the show", async () => {
  await withPage(`${DECK}#bild-4`, {}, async (page) => {
    assert.ok(await page.evaluate(() => Math.abs(document.getElementById("bild-4").getBoundingClientRect().top) < 50));
    await show(page);
    assert.equal(await shown(page), "bild-4");
    await page.evaluate(() => { location.hash = "#vad-behovs"; });
    await page.waitForFunction(() => document.querySelector("#bild-3.current"));
  });
});

test("the buttons do what the keys do, and the focus stays on them", async () => {
  await withPage(DECK, {}, async (page) => {
    await show(page);
    await action(page, "Nästa bild").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    assert.equal(await shown(page), "bild-3");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.do), "next");
    assert.equal(await page.getByRole("status").textContent(), `Bild 3 av ${SLIDES}`);
    await action(page, "Föregående bild").click();
    assert.equal(await shown(page), "bild-2");
    await action(page, "Avsluta").click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "bild-2");
  });
});

test("by keys the focus follows the slide, which is named by its heading", async () => {
  await withPage(`${DECK}?visa`, {}, async (page) => {
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.id), "bild-2");
    await page.getByRole("group", { name: "Fyra frågor" }).waitFor();
    await page.keyboard.press("End");
    await page.getByRole("group", { name: `Bild ${SLIDES} av ${SLIDES}` }).waitFor();
  });
});

test("the overview shows every slide and opens the one that is chosen, by mouse or keys", async () => {
  await withPage(`${DECK}?visa#bild-2`, {}, async (page) => {
    await page.keyboard.press("o");
    assert.equal((await visible(page)).length, SLIDES);
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), `Bild 3 av ${SLIDES}`);
    await page.keyboard.press("Enter");
    assert.equal(await shown(page), "bild-3");
    await page.keyboard.press("o");
    await page.locator("#bild-5").click();
    assert.equal(await shown(page), "bild-5");
    await action(page, "Översikt").click();
    await page.keyboard.press("Escape");
    assert.equal(await shown(page), "bild-5");
  });
});

test("in the overview of many slides each has its whole shape", async () => {
  await withPage(`${deckOnDisk("stor")}?visa`, {}, async (page) => {
    await page.keyboard.press("o");
    const shapes = await page.evaluate(() => Array.from(document.querySelectorAll(".slide"), (slide) => {
      const [outer, stage] = [slide, slide.querySelector(".stage")].map((part) => part.getBoundingClientRect());
      return Math.abs(stage.width / stage.height - 16 / 9) < 0.05 && stage.bottom <= outer.bottom;
    }));
    assert.deepEqual(shapes.filter((whole) => !whole), []);
  });
});

test("b makes the screen black and any step brings it back", async () => {
  await withPage(`${DECK}?visa`, {}, async (page) => {
    const seen = () => page.evaluate(() => document.querySelector(".current .stage").checkVisibility({ visibilityProperty: true }));
    await page.keyboard.press("b");
    assert.equal(await seen(), false);
    assert.equal(await page.getByRole("status").textContent(), "Skärmen är svart");
    await page.keyboard.press("b");
    assert.equal(await seen(), true);
    await page.keyboard.press("b");
    await page.keyboard.press("ArrowRight");
    assert.equal(await seen(), true);
  });
});

test("a finger drawn sideways turns the slide, a small or upright move does not", async () => {
  await withPage(`${DECK}?visa`, { viewport: PHONE, hasTouch: true }, async (page) => {
    const client = await page.context().newCDPSession(page);
    const draw = async (from, to) => {
      await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [from] });
      await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [to] });
      await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    await draw({ x: 250, y: 300 }, { x: 90, y: 310 });
    assert.equal(await shown(page), "bild-2");
    await draw({ x: 250, y: 300 }, { x: 230, y: 300 });
    await draw({ x: 250, y: 500 }, { x: 230, y: 300 });
    assert.equal(await shown(page), "bild-2");
    await draw({ x: 90, y: 300 }, { x: 250, y: 310 });
    assert.equal(await shown(page), "bild-1");
  });
});

test("full screen is entered with the show and left with it", async () => {
  await withPage(DECK, {}, async (page) => {
    await show(page);
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await page.keyboard.press("f");
    await page.waitForFunction(() => document.fullscreenElement === null);
    assert.equal(await shown(page), "bild-1", "f leaves full screen and stays in the show");
    await page.keyboard.press("f");
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForFunction(() => !document.documentElement.classList.contains("show"));
  });
});

test("words are made smaller to fit, and a slide that is fuller still is scrolled by the keys", async () => {
  await withPage(`${DECK}?visa#bild-5`, { viewport: { width: 1280, height: 720 } }, async (page) => {
    const spill = () => page.evaluate(() => {
      const stage = document.querySelector(".current .stage");
      return stage.scrollHeight - stage.clientHeight;
    });
    assert.ok(await spill() <= 1);
    await page.keyboard.press("ArrowRight");
    assert.ok(await spill() > 100);
    await page.keyboard.press("PageDown");
    assert.equal(await shown(page), "bild-6");
    assert.ok(await page.evaluate(() => document.querySelector(".current .stage").scrollTop > 100));
    for (let presses = 0; presses < 9 && await shown(page) === "bild-6"; presses += 1) await page.keyboard.press("PageDown");
    assert.equal(await shown(page), "bild-7");
  });
});

test("columns stand side by side in the show and below each other to read and on a phone", async () => {
  await withPage(DECK, {}, async (page) => {
    const tops = () => page.evaluate(() => Array.from(document.querySelectorAll("#bild-3 .column"), (column) => Math.round(column.getBoundingClientRect().top)));
    const read = await tops();
    assert.ok(read[0] < read[1]);
    await page.goto(`${DECK}?visa#bild-3`);
    const wide = await tops();
    assert.equal(wide[0], wide[1]);
    await page.setViewportSize(PHONE);
    const narrow = await tops();
    assert.ok(narrow[0] < narrow[1]);
  });
});

test("without JavaScript the page reads from top to bottom, notes and all, without buttons that do nothing", async () => {
  await withPage(DECK, { javaScriptEnabled: false, viewport: PHONE }, async (page) => {
    assert.equal(await page.getByText("Stanna vid den första frågan.").isVisible(), true);
    assert.equal(await page.locator(".slides button:visible").count(), 0);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  });
});

for (const [name, state] of [["read", ""], ["in the show", "?visa#bild-3"], ["in the speaker's window", "?talare#bild-3"]]) {
  test(`axe finds no fault ${name}, dark or light, on a phone or a desk`, async () => {
    await withPage(DECK + state, {}, async (page) => {
      for (const viewport of [PHONE, DESK]) {
        for (const colorScheme of ["light", "dark"]) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await violations(page), []);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
        }
      }
      if (state.startsWith("?visa")) {
        await page.keyboard.press("o");
        assert.deepEqual(await violations(page), []);
      }
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`on paper every slide has a page with its notes, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    await withPage(DECK, { javaScriptEnabled }, async (page) => {
      const bytes = await page.pdf({ preferCSSPageSize: true });
      // The overfull slide goes on.
      assert.ok([SLIDES, SLIDES + 1].includes(pages(bytes)), `${pages(bytes)} pages`);
      const text = pdf(bytes, "pdftotext", "-layout");
      assert.match(text, /Stanna vid den första frågan/);
      assert.match(text, /punkt 60/);
      assert.doesNotMatch(text, /Visa som bildspel|Innehåll|Meny|Bild 2 av/);
    });
  });
}

test("printed as slides, each fills one page across, without notes", async () => {
  await withPage(DECK, {}, async (page) => {
    await page.evaluate(() => { window.print = () => {}; });
    await page.getByRole("button", { name: "Skriv ut bilderna" }).click();
    const bytes = await page.pdf({ preferCSSPageSize: true });
    assert.equal(pages(bytes), SLIDES);
    const [, width, height] = /Page size: +([\d.]+) x ([\d.]+)/.exec(pdf(bytes, "pdfinfo"));
    assert.ok(Number(width) > Number(height));
    assert.doesNotMatch(pdf(bytes, "pdftotext", "-layout"), /Stanna vid den första/);
  });
});

test("a presentation of one sentence has a title and one slide", async () => {
  await withPage(`${deckOnDisk("ensam")}?visa`, {}, async (page) => {
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.getByText("Bara en mening.").isVisible(), true);
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.getByRole("status").textContent(), "Bild 2 av 2");
    assert.deepEqual(page.complaints, []);
  });
});

test("a presentation of 200 slides opens in less than 300 ms", async () => {
  await withPage(deckOnDisk("stor"), {}, async (page) => {
    assert.equal((await visible(page)).length, 200);
    const took = await page.evaluate(() => {
      const began = performance.now();
      document.querySelector("[data-do=show]").click();
      document.querySelector(".current").getBoundingClientRect();
      return performance.now() - began;
    });
    assert.ok(took < 300, `${took} ms`);
  });
});

test("the show weighs at most 10 kB compressed", () => {
  const scripts = readdirSync(path.join(DECK_SITE, "assets")).filter((file) => /^deck-.*\.js$/.test(file));
  assert.equal(scripts.length, 1);
  assert.ok(gzipSync(readFileSync(path.join(DECK_SITE, "assets", scripts[0]))).length <= 10_000);
});
