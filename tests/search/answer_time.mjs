// node tests/search/answer_time.mjs SITE
// How much processor time the engine takes for a question when the parts it needs have come: two hundred questions to one engine, as
// a reader's page has it.
import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { searchWorld } from "./client.mjs";
import { questionsOf } from "./site_questions.mjs";

const [site] = process.argv.slice(2);
if (!site) {
  console.error("usage: node tests/search/answer_time.mjs SITE");
  process.exit(2);
}

const parts = [];
const files = { part: (name, number, text) => { parts[number] = text; } };
const load = (file) => vm.runInNewContext(readFileSync(path.join(site, "search", file), "utf8"), { self: { traffSearch: files }, traffSearch: files });
for (const file of ["manifest.js", "words.js", "vocabulary.js"]) load(file);
const engine = searchWorld().traffSearch.makeEngine(JSON.parse(files.manifest), JSON.parse(files.words));

function fetchWanted({ shards, vocabulary }) {
  for (const number of shards) {
    load(`t/${number}.js`);
    engine.addIndex(JSON.parse(parts[number]), number);
  }
  if (vocabulary) engine.addVocabulary(files.vocabulary);
}

const times = [];
for (const [kind, list] of Object.entries(questionsOf(site, 50))) {
  for (const question of list) {
    for (let round = 0, { wants } = engine.answer(question); round < 5 && (wants.shards.length > 0 || wants.vocabulary); round += 1, { wants } = engine.answer(question)) fetchWanted(wants);
    const before = process.cpuUsage();
    engine.answer(question);
    const { user, system } = process.cpuUsage(before);
    times.push({ kind, question, ms: (user + system) / 1e3 });
  }
}
times.sort((a, b) => a.ms - b.ms);
const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].ms.toFixed(1);
const worst = times.slice(-3).map(({ question, ms }) => `${question} ${ms.toFixed(1)}`).join(", ");
console.log(`${times.length} questions: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${worst}`);
