// The search of a large site, which comes in parts, answers as on the whole index.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

import { searchWorld } from "./client.mjs";
import { FOLDER, TRAFF } from "./traff_index.mjs";

// A hundred pages of sentences from content/, mixed.
const OWN = fileURLToPath(new URL("../../content", import.meta.url));
const texts = readdirSync(OWN, { recursive: true }).filter((name) => name.endsWith(".md")).sort().map((name) => readFileSync(path.join(OWN, name), "utf8"));
const sentences = texts.join("\n").split(/[.?!]\s|\n/).filter((sentence) => /^[\p{L} ,]{20,}$/u.test(sentence.trim()));
const CONTENT = path.join(FOLDER, "large");
const SITE = path.join(FOLDER, "large-site");
mkdirSync(CONTENT);
for (let page = 0; page < 100; page += 1) {
  const mixed = Array.from({ length: 60 }, (_, i) => sentences[(page * 31 + i * i * 7) % sentences.length].trim());
  writeFileSync(path.join(CONTENT, `sida-${page}.md`), `# ${mixed[0]}\n\n${mixed.slice(1, 30).join(". ")}.\n\n## ${mixed[30]}\n\n${mixed.slice(31).join(". ")}.\n`);
}
execFileSync(TRAFF, ["build", CONTENT, "--out", SITE, "--quiet"], { stdio: "ignore" });

// Loads scripts as a page would.
function load(...files) {
  const parts = [];
  const traffSearch = { part: (name, number, text) => { parts[number] = text; } };
  for (const file of files) vm.runInNewContext(readFileSync(path.join(SITE, "search", file), "utf8"), { self: { traffSearch }, traffSearch });
  return { ...traffSearch, parts };
}

const lore = JSON.parse(load("words.js").words);
const whole = searchWorld().traffSearch.makeEngine(null, lore);
whole.addIndex(JSON.parse(readFileSync(path.join(SITE, "search/index.json"), "utf8")));

function partsEngine() {
  const engine = searchWorld().traffSearch.makeEngine(JSON.parse(load("manifest.js").manifest), lore);
  const fetched = [];
  function answer(question) {
    let found = engine.answer(question);
    for (let round = 0; round < 5 && (found.wants.shards.length > 0 || found.wants.vocabulary); round += 1) {
      for (const number of found.wants.shards) engine.addIndex(JSON.parse(load(`t/${number}.js`).parts[number]), number);
      fetched.push(...found.wants.shards);
      if (found.wants.vocabulary) engine.addVocabulary(load("vocabulary.js").vocabulary);
      found = engine.answer(question);
    }
    return found;
  }
  return { answer, fetched };
}

const first = (found, count) => Array.from(found.results, ({ ref }) => ref).slice(0, count);

for (const question of ["redovisning", "samtalen", "kollegahandledning", "rektor tid", "processledare", "lyssna", "systematiskt kvalitetsarbete"]) {
  test(`the parts answer "${question}" with the first result of the whole, loading few of them`, () => {
    const { answer, fetched } = partsEngine();
    const found = answer(question);
    assert.equal(first(found, 1)[0], first(whole.answer(question), 1)[0]);
    assert.ok(fetched.length <= 4, `${fetched.length} shards`);
    assert.equal(new Set(fetched).size, fetched.length);
  });
}

test("a word that stands in the index costs one shard, and not the list of all terms", () => {
  const engine = searchWorld().traffSearch.makeEngine(JSON.parse(load("manifest.js").manifest), lore);
  const { wants } = engine.answer("redovisning");
  assert.equal(wants.shards.length, 1);
  engine.addIndex(JSON.parse(load(`t/${wants.shards[0]}.js`).parts[wants.shards[0]]), wants.shards[0]);
  const after = engine.answer("redovisning").wants;
  assert.deepEqual([Array.from(after.shards), Boolean(after.vocabulary)], [[], false]);
});

test("a slip in a long word that could be taken apart has the first result of the whole", () => {
  for (const question of ["kvalitetsabrete", "kollegahandlednnig", "processledarna samtalne"]) {
    assert.equal(first(partsEngine().answer(question), 1)[0], first(whole.answer(question), 1)[0], question);
  }
});

test("words without dots, with slips and in other words' insides are found by the list of all terms", () => {
  const { answer } = partsEngine();
  for (const question of ["larande", "redovsining", "handledning"]) assert.ok(answer(question).results.length > 0, question);
});
