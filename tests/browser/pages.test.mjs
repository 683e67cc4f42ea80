import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { browser } from "./browser.mjs";
import { FILES, PAGES, SITE, onDisk } from "./built_site.mjs";

// What a page asks for and where it leads, with every address in full.
function readPage() {
  const all = (selector, attribute) => Array.from(document.querySelectorAll(selector), (element) => element[attribute]);
  return {
    ids: all("[id]", "id"),
    links: all("a[href], area[href]", "href"),
    parts: [...all("link[rel=stylesheet]", "href"), ...all("script[src]", "src")],
    media: all("img, source, audio, video, iframe, embed", "src"),
    inline: Array.from(document.querySelectorAll("*")).filter((element) =>
      element.localName === "style" || (element.localName === "script" && !element.src)
        || Array.from(element.attributes).some(({ name }) => name === "style" || name.startsWith("on")))
      .map((element) => element.outerHTML.slice(0, 120)),
  };
}

async function readPages() {
  const page = await browser.newPage({ javaScriptEnabled: false });
  const read = {};
  for (const name of PAGES) {
    await page.goto(onDisk(name));
    read[name] = await page.evaluate(readPage);
  }
  await page.close();
  return read;
}

const READ = await readPages();
const home = onDisk("");

// The site's file that an address means; null for one on the web.
function target(address) {
  const url = new URL(address);
  if (url.protocol !== "file:") return null;
  return { file: path.relative(SITE, fileURLToPath(url)), id: decodeURIComponent(url.hash.slice(1)) };
}

function deadEnd(address) {
  const goal = target(address);
  if (!goal) return false;
  if (!FILES.includes(goal.file)) return true;
  return goal.id !== "" && !READ[goal.file].ids.includes(goal.id);
}

for (const [name, { links, media, parts, ids, inline }] of Object.entries(READ)) {
  test(`every link of ${name} leads to a page and an id that exist`, () => {
    assert.deepEqual([...links, ...media, ...parts].filter(deadEnd), []);
    assert.deepEqual(ids.filter((id, index) => ids.indexOf(id) !== index), [], "ids used twice");
  });

  test(`${name} fetches nothing from another host and holds no inline script or style`, () => {
    assert.deepEqual([...media, ...parts].filter((address) => !address.startsWith(home)), []);
    assert.deepEqual(inline, []);
  });

  test(`${name} weighs at most 30 kB compressed, with its style and script`, () => {
    const sizes = [onDisk(name), ...parts].map((address) => gzipSync(readFileSync(fileURLToPath(address))).length);
    const whole = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(whole <= 30_000, `${whole} bytes: ${sizes.join(" + ")}`);
  });
}
