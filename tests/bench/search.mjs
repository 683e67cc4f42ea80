// Measures the search index against lunr.js and Pagefind, and site and search together against Hugo and Pagefind.
//   node tests/bench/search.mjs [--pages 1000,10000] [--runs 3] [--seed 1] [--traff build/traff]
// It prints; it never fails because something was slow. Needs `npm ci --ignore-scripts` here and in tests/search.
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { lead, median, spread, table } from "./figures.mjs";
import { Folders } from "./folders.mjs";
import { Meter } from "./measure.mjs";
import { PEERS, traff } from "./tools.mjs";

const REPOSITORY = new URL("../../", import.meta.url).pathname;
const HERE = new URL(".", import.meta.url).pathname;
const PAGEFIND = path.join(HERE, "node_modules", "pagefind", "lib", "runner", "bin.cjs");

function readOptions() {
  const { values } = parseArgs({ options: {
    pages: { type: "string", default: "1000,10000" }, runs: { type: "string", default: "3" },
    seed: { type: "string", default: "1" }, traff: { type: "string", default: path.join(REPOSITORY, "build", "traff") },
  } });
  return { pages: values.pages.split(",").map(Number), runs: Number(values.runs), seed: Number(values.seed), program: path.resolve(values.traff) };
}

function mustRun(meter, command) {
  const figures = meter.measure(command);
  if (figures.exit !== 0) throw new Error(`${command.program} ended with ${figures.exit}:\n${figures.said.slice(-1000)}`);
  return figures;
}

const node = (...args) => ({ program: process.execPath, args: ["--max-old-space-size=8000", ...args] });

// Each round runs every tool once on the same texts. Pagefind reads Hugo's pages, its own form of them.
function measureSize(pages, { runs, seed, program }, { folders, meter }) {
  const work = folders.fresh("tmpfs");
  mkdirSync(work);
  const ours = traff(program), { hugo } = PEERS;
  const corpora = { traff: folders.corpus(pages, seed, "traff").folder, hugo: folders.corpus(pages, seed, "hugo").folder };
  const documents = path.join(work, "documents.json");
  mustRun(meter, { program, args: ["documents", corpora.traff, "--out", documents] });
  const results = { traffIndex: [], lunr: [], pagefind: [], traffSite: [], hugo: [], hugoPagefind: [] };
  for (let round = 0; round < runs; ++round) {
    const site = path.join(work, `site-${round}`), hugoSite = path.join(work, `hugo-${round}`);
    folders.retire(path.join(corpora.traff, ".traff"));
    results.traffIndex.push(mustRun(meter, { program, args: ["index", documents, "--out", path.join(work, "index.json")] }));
    results.lunr.push(mustRun(meter, node(path.join(HERE, "lunr_index.mjs"), documents, path.join(work, "lunr.json"))));
    results.traffSite.push(mustRun(meter, ours.command({ content: corpora.traff, out: site })));
    results.hugo.push(mustRun(meter, hugo.command({ content: corpora.hugo, out: hugoSite, cache: folders.freshCache() })));
    results.pagefind.push(mustRun(meter, { program: process.execPath, args: [PAGEFIND, "--site", hugoSite, "--silent"] }));
    results.hugoPagefind.push(sum(results.hugo.at(-1), results.pagefind.at(-1)));
    folders.done(site, "tmpfs");
    folders.done(hugoSite, "tmpfs");
  }
  const bytes = statSync(path.join(work, "index.json")).size;
  folders.done(work, "tmpfs");
  return { pages, bytes, results };
}

// One after the other.
const sum = (one, other) => ({ wall: one.wall + other.wall, cpu: one.cpu + other.cpu, peak: Math.max(one.peak, other.peak) });

const NAMES = {
  traffIndex: "traff index", lunr: "lunr.js in Node", pagefind: "Pagefind", traffSite: "traff build", hugo: "Hugo", hugoPagefind: "Hugo + Pagefind",
};
const AGAINST = [
  ["lunr", "traffIndex", "5: ≥ 11x"], ["pagefind", "traffIndex", "5: ≥ 8x"], ["hugoPagefind", "traffSite", "6: ≥ 9x"],
];

function report({ pages, bytes, results }) {
  const rows = Object.entries(results).map(([key, runs]) => [
    NAMES[key], spread(runs, "wall"), spread(runs, "cpu"), `${median(runs.map((run) => run.peak)).toFixed(0)} MB`,
  ]);
  const leads = AGAINST.map(([other, ours, goal]) => [
    `${NAMES[ours]} ahead of ${NAMES[other]}`, `${lead(results[other], results[ours], "wall").toFixed(1)}x`,
    `${lead(results[other], results[ours], "cpu").toFixed(1)}x`, goal,
  ]);
  console.log(`\n${pages} pages, index of ${(bytes / 1e6).toFixed(1)} MB`);
  console.log(table(["tool", "wall s", "processor s", "peak"], rows));
  console.log(table(["lead", "wall", "processor", "goal"], leads));
}

function main() {
  const options = readOptions();
  const folders = new Folders(REPOSITORY);
  process.on("exit", () => folders.removeAll());
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));
  const workshop = { folders, meter: new Meter(REPOSITORY, folders.scratch) };
  for (const pages of options.pages) report(measureSize(pages, options, workshop));
}

try {
  main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
