// Facts the benchmark stands on. Run: node --test tests/bench/
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { writeCorpus } from "./corpus.mjs";
import { GIVEN_NAMES, PLACES, SURNAMES } from "./corpus/people.mjs";

const scratch = mkdtempSync(path.join(os.tmpdir(), "traff-corpus-"));
after(() => rmSync(scratch, { recursive: true }));

function corpus(flavour, { pages = 200, seed = 1, name = flavour } = {}) {
  const out = path.join(scratch, name);
  writeCorpus({ pages, seed, flavour, out });
  return Object.fromEntries(readdirSync(out, { recursive: true }).filter((file) => file.endsWith(".md")).sort()
    .map((file) => [file, readFileSync(path.join(out, file), "utf8")]));
}

const traff = corpus("traff");
const hugo = corpus("hugo");
const eleventy = corpus("eleventy");
const body = (text) => text.replace(/^---\n[^]*?\n---\n/, "");
const withoutAddresses = (text) => body(text).replace(/\]\([^)]*\)/g, "]()");
const links = (text) => [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, address]) => address);
const headings = (text) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading.toLowerCase());

test("the same seed gives the same bytes, another seed others", () => {
  assert.deepEqual(corpus("traff", { name: "again" }), traff);
  assert.notDeepEqual(Object.values(corpus("traff", { seed: 2, name: "other" })), Object.values(traff));
});

test("a small corpus is the beginning of a large one", () => {
  const small = corpus("traff", { pages: 100, name: "small" });
  delete small["index.md"];
  for (const [file, text] of Object.entries(small)) assert.equal(traff[file], text);
});

test("a network has twenty pages and the site one start page", () => {
  assert.equal(Object.keys(traff).length, 201);
});

test("the text is the same in every flavour", () => {
  for (const [file, text] of Object.entries(traff)) {
    const section = file.replace(/index\.md$/, "_index.md");
    assert.equal(withoutAddresses(hugo[section]), withoutAddresses(text));
    assert.equal(withoutAddresses(eleventy[file]), withoutAddresses(text));
  }
});

test("a page holds three to six kilobytes", () => {
  const sizes = Object.values(traff).map((text) => Buffer.byteLength(text)).sort((one, other) => one - other);
  assert.ok(sizes[10] > 2500, `${sizes[10]}`);
  assert.ok(sizes[Math.floor(sizes.length * 0.9)] < 6200, `${sizes[Math.floor(sizes.length * 0.9)]}`);
});

test("every link of the Träff flavour leads to a file and a heading", () => {
  for (const [file, text] of Object.entries(traff)) {
    for (const link of links(text)) {
      const [target, heading] = link.split("#");
      const found = traff[path.posix.join(path.posix.dirname(file), target)];
      assert.ok(found, `${file}: ${link}`);
      if (heading) assert.ok(headings(found).includes(heading), `${file}: ${link}`);
    }
  }
});

test("every link of the other flavours leads to a page", () => {
  const pages = new Set(Object.keys(eleventy).flatMap((file) =>
    [`/${file.replace(/\.md$/, ".html")}`, `/${file.replace(/index\.md$/, "")}`]));
  for (const text of [...Object.values(hugo), ...Object.values(eleventy)]) {
    for (const link of links(text)) assert.ok(pages.has(link.split("#")[0]), link);
  }
});

test("no heading stands twice on a page", () => {
  for (const text of Object.values(traff)) assert.equal(new Set(headings(text)).size, headings(text).length);
});

test("the dates of the meetings rise, on working days of their school year", () => {
  const months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
  const weekdays = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];
  for (const landing of Object.keys(traff).filter((file) => file.endsWith("/index.md"))) {
    const [, first] = /läsår: (\d+)\//.exec(traff[landing]);
    const meetings = Object.keys(traff).filter((file) => file.startsWith(path.dirname(landing) + "/traffar/"));
    const dates = meetings.map((file) => {
      const [, weekday, day, month, year] = /datum: (\S+) (\d+) (\S+) (\d+)/.exec(traff[file]);
      const date = new Date(Date.UTC(Number(year), months.indexOf(month.slice(0, 3)), Number(day)));
      assert.equal(weekdays[date.getUTCDay()], weekday);
      assert.ok(!["lördag", "söndag"].includes(weekday));
      return date;
    });
    assert.equal(dates.length, 5);
    dates.reduce((earlier, later) => (assert.ok(earlier < later), later), new Date(Date.UTC(Number(first), 7, 1)));
    assert.ok(dates.at(-1) < new Date(Date.UTC(Number(first) + 1, 6, 1)));
  }
});

test("no name looks like a misspelling of another", () => {
  for (const names of [SURNAMES, GIVEN_NAMES, PLACES]) {
    for (const one of names) for (const other of names) if (one < other) assert.ok(distance(one, other) > 2, `${one} ${other}`);
  }
});

function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row.at(-1);
}
