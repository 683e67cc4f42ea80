// Measures Träff against other generators. It prints; it never fails because something was slow.
//   node tests/bench/run.mjs [--pages 100,1000,10000] [--runs 5] [--where tmpfs|disk|both] [--peers hugo,eleventy]
//                            [--seed 1] [--traff build/traff] [--out REPORT.json]
import { writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { measureEdits } from "./edits.mjs";
import { Folders, countOutput, fileSystem } from "./folders.mjs";
import { judge } from "./goals.mjs";
import { Meter } from "./measure.mjs";
import { goalReport, growthReport, sizeReport, timingsReport } from "./report.mjs";
import { PEERS, traff } from "./tools.mjs";

const REPOSITORY = new URL("../../", import.meta.url).pathname;
const ONE_RUN_FROM = 50_000;

function readOptions() {
  const { values } = parseArgs({ options: {
    pages: { type: "string", default: "100,1000,10000" }, runs: { type: "string", default: "5" },
    where: { type: "string", default: "tmpfs" }, peers: { type: "string", default: "hugo,eleventy" },
    seed: { type: "string", default: "1" }, traff: { type: "string", default: path.join(REPOSITORY, "build", "traff") },
    out: { type: "string" },
  } });
  const listed = (text) => text.split(",").filter(Boolean);
  const unknown = listed(values.peers).filter((name) => !PEERS[name]);
  if (unknown.length) throw new Error(`unknown peer ${unknown}; there are ${Object.keys(PEERS).join(", ")}`);
  if (!["tmpfs", "disk", "both"].includes(values.where)) throw new Error("--where is tmpfs, disk or both");
  return {
    pages: listed(values.pages).map(Number), runs: Number(values.runs), seed: Number(values.seed), out: values.out,
    where: values.where === "both" ? ["tmpfs", "disk"] : [values.where],
    tools: [traff(path.resolve(values.traff)), ...listed(values.peers).map((name) => PEERS[name])],
  };
}

// Those that are installed; a line for each that is not.
function present(tools) {
  return tools.map((tool) => ({ ...tool, found: tool.version() })).filter(({ name, found, missing }) => {
    console.log(`${name}: ${found ?? `skipped, ${missing}`}`);
    return found !== null;
  });
}

// Cold: no state, no cache and an output folder that does not exist.
function runCold(tool, { corpus, where, pages }, { folders, meter }, more) {
  folders.retire(path.join(corpus.folder, ".traff"));
  const out = folders.fresh(where);
  const command = tool.command({ content: corpus.folder, out, cache: folders.freshCache(), pages, ...more });
  const { said, ...figures } = meter.measure(command);
  const output = figures.exit === 0 ? countOutput(out) : null;
  folders.done(out, where);
  return { figures, output, said };
}

function measureSize(setting, tools, { runs, seed }, workshop) {
  const { pages, where } = setting;
  const corpora = Object.fromEntries(tools.map(({ name }) => [name, workshop.folders.corpus(pages, seed, name)]));
  const results = Object.fromEntries(tools.map(({ name }) => [name, { runs: [] }]));
  let running = tools;
  for (let round = 0; round < runs; round++) {
    running = running.filter((tool) => {
      const { figures, output, said } = runCold(tool, { ...setting, corpus: corpora[tool.name] }, workshop);
      if (!output) return failed(tool, figures, said, results);
      results[tool.name].runs.push(figures);
      results[tool.name].output = output;
      return true;
    });
  }
  const result = {
    pages, where, fileSystem: fileSystem(workshop.folders[where]), runs,
    content: Object.values(corpora)[0] ?? { bytes: 0 }, tools: results,
  };
  delete result.content.folder;
  return result;
}

function failed(tool, { exit }, said, results) {
  console.log(`${tool.name}: ended with ${exit} and is left out:\n${said.slice(-1000)}`);
  delete results[tool.name];
  return false;
}

// What only Träff has: builds after an edit, and the time of each stage.
function measureOwn(ours, setting, { seed }, workshop, result) {
  const corpus = workshop.folders.corpus(setting.pages, seed, "traff");
  try {
    result.timings = runCold(ours, { ...setting, corpus }, workshop, { more: ["--timings"] }).said;
    workshop.folders.retire(path.join(corpus.folder, ".traff"));
    result.edit = measureEdits({ ...workshop, ...setting, tool: ours, corpus });
  } catch (error) {
    console.log(`traff: edits are not measured: ${error.message}`);
  }
}

function measureAll(options, tools, workshop) {
  const results = [];
  for (const where of options.where) {
    if (!workshop.folders[where]) {
      console.log(`${where}: skipped, there is no /dev/shm to use`);
      continue;
    }
    for (const pages of options.pages) {
      const runs = pages >= ONE_RUN_FROM ? 1 : options.runs;
      const result = measureSize({ pages, where }, tools, { ...options, runs }, workshop);
      if (result.tools.traff) measureOwn(tools[0], { pages, where }, options, workshop, result);
      console.log(sizeReport(result));
      if (result.timings) console.log(timingsReport(result.timings));
      results.push(result);
    }
  }
  return results;
}

function conclude(results, options, tools) {
  const [where] = options.where.filter((place) => results.some((result) => result.where === place));
  for (const place of options.where) {
    const growth = growthReport(results.filter((result) => result.where === place));
    if (growth) console.log(growth);
  }
  const goals = judge(results.filter((result) => result.where === where));
  if (results.some(({ tools: { traff: ours } }) => ours)) console.log(goalReport(goals, where));
  if (!options.out) return;
  const machine = { processor: os.cpus()[0]?.model, processors: os.cpus().length, memory: os.totalmem(), system: os.release() };
  const versions = Object.fromEntries(tools.map(({ name, found }) => [name, found]));
  writeFileSync(options.out, JSON.stringify({ machine, versions, seed: options.seed, results, goals }, null, 1) + "\n");
}

function main() {
  const options = readOptions();
  const tools = present(options.tools);
  const folders = new Folders(REPOSITORY);
  process.on("exit", () => folders.removeAll());
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));
  const workshop = { folders, meter: new Meter(REPOSITORY, folders.scratch) };
  conclude(measureAll(options, tools, workshop), options, tools);
}

try {
  main();
} catch (error) {
  console.error(`The benchmark could not run: ${error.message}`);
  process.exit(2);
}
