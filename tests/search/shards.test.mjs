// A large site's search in parts: what a client makes of the parts it needs answers as the whole index does.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import vm from "node:vm";

import { HardDocuments } from "./hard_documents.mjs";
import { lunr } from "./lunr_reference.mjs";
import { FOLDER, TRAFF } from "./traff_index.mjs";

const CONTENT = path.join(FOLDER, "content");
const SITE = path.join(FOLDER, "site");
const hard = new HardDocuments(3);

mkdirSync(CONTENT);
const words = (most) => hard.text(most).replace(/[#<>\[\]|`*_~:\\\u0000-\u001f]/g, " ");
for (let i = 0; i < 60; ++i) {
  const sections = Array.from({ length: 5 }, (_, n) => `## Del ${n} ${words(4)}\n\n${words(160)}\n`).join("\n");
  writeFileSync(path.join(CONTENT, `sida-${i}.md`), `# Sida ${i}\n\n${words(160)}\n\n${sections}`);
}
execFileSync(TRAFF, ["build", CONTENT, "--out", SITE, "--quiet"], { stdio: "ignore" });

// Loads the scripts as a page would.
function load(...files) {
  const parts = { terms: [], documents: [] };
  const traffSearch = { part: (name, number, text) => (parts[name][number] = JSON.parse(text)) };
  const self = { traffSearch };
  for (const file of files) vm.runInNewContext(readFileSync(path.join(SITE, "search", file), "utf8"), { self, traffSearch });
  return { ...parts, ...traffSearch };
}

const whole = JSON.parse(readFileSync(path.join(SITE, "search/index.json"), "utf8"));
const manifest = JSON.parse(load("manifest.js").manifest);
const { documents } = load("documents.js");
const all = JSON.parse(documents);

// The shard a term stands in, if it stands in any: of the longest beginning.
function shardOf(term) {
  for (let size = term.length; size >= 0; --size) {
    const number = manifest.shards.indexOf(term.slice(0, size));
    if (number >= 0) return number;
  }
  return -1;
}

function merged(terms) {
  const numbers = [...new Set(terms.map(shardOf))].filter((number) => number >= 0).sort((a, b) => a - b);
  const shards = numbers.map((number) => load(`t/${number}.js`).terms[number]);
  const vectors = new Map();
  const invertedIndex = [];
  for (const shard of shards) {
    const before = invertedIndex.length;  // each shard numbers its own terms
    for (const [key, vector] of shard.fieldVectors) {
      vectors.set(key, [...(vectors.get(key) ?? []), ...vector.map((value, i) => (i % 2 === 0 ? value + before : value))]);
    }
    for (const [term, posting] of shard.invertedIndex) invertedIndex.push([term, { ...posting, _index: posting._index + before }]);
  }
  invertedIndex.sort(([a], [b]) => (a < b ? -1 : 1));
  return lunr.Index.load({ ...shards[0], fieldVectors: [...vectors], invertedIndex });
}

const scores = (results) => Object.fromEntries(results.map(({ ref, score }) => [ref, score]));

function assertAlike(found, expected, message) {
  assert.deepEqual(Object.keys(found).sort(), Object.keys(expected).sort(), message);
  for (const [ref, score] of Object.entries(expected)) assert.ok(Math.abs(found[ref] - score) <= 0.01 * score, `${message} ${ref}`);
}

// What is in a posting but its number.
const places = ([term, { _index, ...fields }]) => [term, fields];

test("there are several shards, and together they hold the index", () => {
  assert.ok(manifest.shards.length > 3);
  const shards = manifest.shards.map((_, number) => load(`t/${number}.js`).terms[number]);
  for (const [number, shard] of shards.entries()) {
    lunr.Index.load(shard);
    for (const [term] of shard.invertedIndex) assert.equal(shardOf(term), number, term);
  }
  const together = shards.flatMap((shard) => shard.invertedIndex).sort(([a], [b]) => (a < b ? -1 : 1));
  assert.deepEqual(together.map(places), whole.invertedIndex.map(places));
});

test("a query gets nearly the same scores from its shards as from the whole index", () => {
  const index = lunr.Index.load(whole);
  for (const query of ["nätverk", "lärare samtal", "+träff +meeting", "running kollegialt -network", "titel:del text:löst", "finns-inte nätverk", "10:30".replace(":", "\\:")]) {
    const terms = query.split(/[\s]+/).flatMap((word) => index.pipeline.runString(word.replace(/^[+-]|^\w+:/, "").toLowerCase()));
    assertAlike(scores(merged(terms).search(query)), scores(index.search(query)), query);
  }
});

test("the vocabulary holds every term in order", () => {
  let before = "";
  const terms = load("vocabulary.js").vocabulary.split("\n").slice(0, -1).map((line) => (before = before.slice(0, parseInt(line[0], 36)) + line.slice(1)));
  assert.deepEqual(terms, whole.invertedIndex.map(([term]) => term));
});

test("the blocks hold every page and entry in order", () => {
  assert.equal(manifest.count, all.documents.length);
  const blocks = manifest.blocks.map((_, number) => load(`d/${number}.js`).documents[number]);
  assert.deepEqual(blocks.map((block) => block.document), manifest.blocks);
  assert.deepEqual(blocks.flatMap((block) => block.pages), all.pages);
  const rows = blocks.flatMap((block) => block.documents);
  assert.deepEqual(rows.map((row) => row.slice(0, 3)), all.documents.map((row) => row.slice(0, 3)));
  for (const [i, [, , , excerpt]] of all.documents.entries()) {
    assert.ok(rows[i][3].startsWith(excerpt.replace(/ …$/, "")), excerpt);
    assert.ok(rows[i][3].length <= 810);
  }
  assert.deepEqual(blocks.map((block) => block.page), blocks.map((block) => block.documents[0][0]));
});
