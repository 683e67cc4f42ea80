// A made-up site of a hundred pages, large enough for a search in parts, and what its whole index answers.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import vm from "node:vm";
import { writeCorpus } from "../bench/corpus.mjs";
import { searchWorld } from "../search/client.mjs";
import { TRAFF } from "./built_site.mjs";

const FOLDER = mkdtempSync(path.join(os.tmpdir(), "traff-large-"));
process.on("exit", () => rmSync(FOLDER, { recursive: true, force: true }));
export const LARGE_SITE = path.join(FOLDER, "site");
const content = path.join(FOLDER, "content");
writeCorpus({ pages: 100, seed: 1, flavour: "traff", out: content });
execFileSync(TRAFF, ["build", content, "--out", LARGE_SITE, "--quiet"], { stdio: "ignore" });

const read = (name) => readFileSync(path.join(LARGE_SITE, "search", name), "utf8");

function valueOf(name) {
  const world = { self: {} };
  vm.runInNewContext(read(`${name}.js`), world);
  return JSON.parse(world.self.traffSearch[name]);
}

const { pages, documents } = valueOf("documents");
const engine = searchWorld().traffSearch.makeEngine(null, valueOf("words"));
engine.addIndex(JSON.parse(read("index.json")));

// Addresses of the whole index's results, best first: "a/index.html#b".
export function wholeAnswer(question) {
  return Array.from(engine.answer(question).results, ({ ref }) => {
    const [page, anchor] = documents[ref];
    return pages[page][0] + (anchor ? `#${anchor}` : "");
  });
}

// Words that stand in the titles of sections, spread over the alphabet.
export function titleWords(count) {
  const all = [...new Set(documents.flatMap(([, , title]) => title.toLowerCase().match(/[a-zåäö]{6,}/g) ?? []))].sort();
  return Array.from({ length: count }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / count)]);
}
