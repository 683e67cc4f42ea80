// Content that grows where a careless program grows with the square: each text is built at one size and at four times
// that size, and the processor time of the two is told. Four times the work is 4.0x; with the square it would be 16x.
//   node tests/bench/hostile.mjs [--traff build/traff] [--runs 3]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { Meter } from "./measure.mjs";

const REPOSITORY = new URL("../../", import.meta.url).pathname;
const TIMES = 4;

const many = (count, line) => Array.from({ length: count }, (_, i) => line(i)).join("");
const surname = (i) => `${"BCDFGHJKLM"[i % 10]}${"aeiou"[i % 5]}${"lmnrst"[i % 6]}${"aeiou"[(i >> 3) % 5]}${"bdgklmnrst"[(i >> 5) % 10]}${"aeo"[(i >> 8) % 3]}n`;
const network = "---\nläsår: 2019/2020\n---\n\n# Nätverk\n\nText.\n";

// name → files of a content folder, for a size.
const TEXTS = {
  "agenda of 500 points": (scale) => ({
    "n/index.md": network,
    "n/traffar/1.md": `# Träff 1: A\nDatum: 10 oktober\n\n## Program\n\n${many(500 * scale, (i) => `- ${9 + (i % 7)}.${10 + (i % 50)} Punkt ${i} (20 min)\n`)}`,
  }),
  "list of 2 000 works": (scale) => ({
    "n/index.md": network,
    "n/litteratur.md": `# Litteratur\n\n${many(2000 * scale, (i) => `- ${surname(i)}, A. (${1950 + (i % 70)}). *Verk ${i}*. Förlag.\n`)}`,
  }),
  "citation in every sentence of 200 kB": (scale) => ({
    "n/index.md": network,
    "n/litteratur.md": `# Litteratur\n\n${many(200, (i) => `- ${surname(i)}, A. (${1950 + (i % 70)}). *Verk ${i}*. Förlag.\n`)}`,
    "n/rapporter/a.md": `# Rapport\n\n${many(2500 * scale, (i) => `Så här säger ${surname(i % 200)} (${1950 + (i % 200 % 70)}) om saken i dag, ännu en gång.${i % 5 ? " " : "\n\n"}`)}`,
  }),
  "1 000 dates that do not exist": (scale) => ({
    "n/index.md": network,
    "n/valkomstbrev.md": `# Brev\n\n${many(1000 * scale, (i) => `Vi ses 31/9 och 29/2 2019, gång ${i}.\n\n`)}`,
  }),
  "500 träffar of one number": (scale) => ({
    "n/index.md": network,
    ...Object.fromEntries(Array.from({ length: 500 * scale }, (_, i) => [`n/traffar/3-${i}.md`, "# Träff 3: A\nDatum: 10 oktober\n\nText.\n"])),
  }),
  "500 redovisningar without träff": (scale) => ({
    "n/index.md": network,
    "n/traffar/1.md": "# Träff 1: A\nDatum: 10 oktober\n\nText.\n",
    ...Object.fromEntries(Array.from({ length: 500 * scale }, (_, i) => [`n/redovisningar/a-${i}.md`, "# Uppdrag\n\nText.\n"])),
  }),
  "rings of 40 steps": (scale) => ({
    "n/index.md": network,
    "n/a.md": `# Ringar\n\n${many(50 * scale, () => `::: cykel\n${many(40, (i) => `1. Steg ${i}\n`)}:::\n\n`)}`,
  }),
  "deck of 1 000 slides without headings": (scale) => ({
    "n/index.md": network,
    "n/presentationer/a.md": many(1000 * scale, (i) => `Bild ${i}\n\n---\n\n`),
  }),
};

function writeContent(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

function least(meter, program, content, runs) {
  const once = () => {
    const run = meter.measure({ program, args: ["build", content, "--fresh", "--quiet", "--out", `${content}-site`] });
    if (run.exit !== 0) throw new Error(run.said.slice(-500));
    return run.cpu;
  };
  return Math.min(...Array.from({ length: runs }, once));
}

const { values } = parseArgs({ options: {
  traff: { type: "string", default: path.join(REPOSITORY, "build", "traff") }, runs: { type: "string", default: "3" },
} });
const work = mkdtempSync(path.join(os.tmpdir(), "traff-hostile-"));
const meter = new Meter(REPOSITORY, work);
console.log(`${"".padEnd(40)}  cpu s  ${TIMES} times as much  growth`);
for (const [name, text] of Object.entries(TEXTS)) {
  const [small, large] = [1, TIMES].map((scale) =>
    least(meter, path.resolve(values.traff), writeContent(path.join(work, `${name.replaceAll(" ", "-")}-${scale}`), text(scale)), Number(values.runs)));
  console.log(`${name.padEnd(40)}  ${small.toFixed(3)}  ${large.toFixed(3).padStart(15)}  ${(large / small).toFixed(1)}x`);
}
rmSync(work, { recursive: true });
