// node tests/search/first_search.mjs SITE [--typed]
// What a reader's first search loads: each question is asked in a page just opened, in Chromium over http, and every file
// that comes after the page itself is counted as it would be sent (gzip -6). --typed: letter by letter, six in a second.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { serveFolder } from "../browser/web_server.mjs";
import { questionsOf } from "./site_questions.mjs";

const { chromium } = createRequire(new URL("../browser/browser.mjs", import.meta.url))("playwright-core");
const [site, typed] = process.argv.slice(2);
if (!site) {
  console.error("usage: node tests/search/first_search.mjs SITE [--typed]");
  process.exit(2);
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--disable-gpu", "--no-first-run"] });
const server = await serveFolder(site);

// → [[path, bytes]] of one question.
async function filesOf(question) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${server.address}index.html`);
  const paths = new Set();
  page.on("request", (request) => { if (request.url().startsWith(server.address)) paths.add(decodeURI(new URL(request.url()).pathname.slice(1))); });
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox");
  if (typed) await field.pressSequentially(question, { delay: 160 });
  else await field.fill(question);
  await page.waitForFunction(() => /resultat|Inga/.test(document.querySelector(".search-dialog [role=status]").textContent));
  await page.waitForLoadState("networkidle");
  await context.close();
  return Array.from(paths, (name) => [name, gzipSync(readFileSync(path.join(site, name)), { level: 6 }).length]);
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
const kindOf = (name) => (/^search\/[td]\//.test(name) ? name.slice(7, 8) : /^assets/.test(name) ? "scripts" : name.replace("search/", ""));
const all = [];
for (const [kind, list] of Object.entries(questionsOf(site, 6))) {
  const rows = [];
  for (const question of list) {
    const files = await filesOf(question);
    const parts = {};
    for (const [name, bytes] of files) parts[kindOf(name)] = (parts[kindOf(name)] ?? 0) + bytes;
    rows.push({ question, bytes: files.reduce((sum, [, bytes]) => sum + bytes, 0), files: files.length, parts });
  }
  rows.sort((a, b) => a.bytes - b.bytes);
  all.push(...rows);
  const worst = rows.at(-1);
  console.log(`${kind.padEnd(16)} median ${kilobytes(rows[rows.length >> 1].bytes)} kB   worst ${kilobytes(worst.bytes)} kB, ${worst.files} files: ${worst.question}  ${JSON.stringify(worst.parts)}`);
}
all.sort((a, b) => a.bytes - b.bytes);
console.log(`${"all".padEnd(16)} median ${kilobytes(all[all.length >> 1].bytes)} kB   worst ${kilobytes(all.at(-1).bytes)} kB`);
server.stop();
await browser.close();
