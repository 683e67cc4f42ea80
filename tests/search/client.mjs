// The search engine of the pages, in a world of its own as a worker is, on an index made by `traff index`.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { traffBytes, traffWords } from "./traff_index.mjs";

const LUNR = process.env.LUNR ?? "/usr/share/javascript/lunr/lunr.min.js";
export const ENGINE_FILES = ["words", "swedish", "spelling", "vocabulary", "inflection", "candidates", "compounds", "meanings", "weights", "shards", "ranking", "engine"];

export function searchWorld() {
  const world = vm.createContext({});
  world.self = world;
  const run = (path) => vm.runInContext(readFileSync(path, "utf8"), world, { filename: path });
  run(LUNR);
  for (const name of ENGINE_FILES) run(fileURLToPath(new URL(`../../assets/search/${name}.js`, import.meta.url)));
  return world;
}

export function clientFor(input) {
  const { traffSearch } = searchWorld();
  const engine = traffSearch.makeEngine(null, traffWords(input));
  engine.addIndex(JSON.parse(traffBytes(input)));
  return engine;
}
