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

// The shard a term stands in, if it stands in any.
const shardOf = (term) => manifest.shards.findLastIndex((first) => first <= term);

function merged(terms) {
  const numbers = [...new Set(terms.map(shardOf))].filter((number) => number >= 0).sort((a, b) => a - b);
  const shards = numbers.map((number) => load(`t/${number}.js`).terms[number]);
  const vectors = new Map();
  for (const shard of shards) for (const [key, vector] of shard.fieldVectors) vectors.set(key, [...(vectors.get(key) ?? []), ...vector]);
  const pairs = (vector) => Array.from({ length: vector.length / 2 }, (_, i) => [vector[2 * i], vector[2 * i + 1]]);
  const fieldVectors = [...vectors].map(([key, vector]) => [key, pairs(vector).sort((a, b) => a[0] - b[0]).flat()]);
  return lunr.Index.load({ ...shards[0], fieldVectors, invertedIndex: shards.flatMap((shard) => shard.invertedIndex) });
}

const scores = (results) => Object.fromEntries(results.map(({ ref, score }) => [ref, score.toFixed(9)]));

test("there are several shards, and together they hold the index", () => {
  assert.ok(manifest.shards.length > 3);
  const shards = manifest.shards.map((_, number) => load(`t/${number}.js`).terms[number]);
  assert.deepEqual(shards.map((shard) => shard.invertedIndex[0][0]), manifest.shards);
  assert.deepEqual(shards.flatMap((shard) => shard.invertedIndex), whole.invertedIndex);
  for (const shard of shards) lunr.Index.load(shard);
});

test("a query gets the same scores from its shards as from the whole index", () => {
  const index = lunr.Index.load(whole);
  for (const query of ["nätverk", "lärare samtal", "+träff +meeting", "running kollegialt -network", "titel:del text:löst", "finns-inte nätverk", "10:30".replace(":", "\\:")]) {
    const terms = query.split(/[\s]+/).flatMap((word) => index.pipeline.runString(word.replace(/^[+-]|^\w+:/, "").toLowerCase()));
    assert.deepEqual(scores(merged(terms).search(query)), scores(index.search(query)), query);
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
  assert.deepEqual(blocks.flatMap((block) => block.documents), all.documents);
  assert.deepEqual(blocks.map((block) => block.page), blocks.map((block) => block.documents[0][0]));
});
