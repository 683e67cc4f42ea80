// Content that grows where a careless program grows with the square: each text is built at one size and at four times
// that size, and the processor time of the two is told. Four times the work is 4.0x; with the square it would be 16x. What
// costs much and more than 2.5 times as much when its text is doubled, or is a page over the goal (a second and 200 MB), is
// marked, and makes the exit code 1.
//   node tests/bench/hostile.mjs [--traff build/traff] [--runs 3] [--only PART-OF-A-NAME]
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

// A page of one kind of line, as large as it may be; each # becomes the line's number, each @ a #.
const PAGES = {
  "wrong anchors": ["@@ R#\n\n[b](@r#x)\n\n"],
  "wrong anchors with long names": [`@@ R#${"y".repeat(60)}\n\n[b](@r#${"y".repeat(60)}x)\n\n`],
  "links to pages that are not there": ["[b](saknas-#.md)\n\n"],
  "links by reference with a long title": ["[a] [a] [a] [a] [a] [a] [a] [a]\n\n", "a.md", `@ A\n\n[a]: /u "${"t".repeat(480)}"\n\n`],
  "headings of one name": ["@@ Rubrik\n\nText.\n\n"],
  "headings": ["@@ Rubrik #\n\nText.\n\n"],
  "footnotes": ["Text[^#].\n\n[^#]: Not #.\n\n"],
  "one footnote": ["Text[^1].\n\n", "a.md", "@ A\n\n[^1]: Not.\n\n"],
  "mentions": ["Till Träff #, Redovisning A och figur #.\n\n"],
  "dates": ["Vi ses den 10 oktober kl. 9–16, torsdag 10/10 och v. 41 torsdag.\n\n"],
  "citations": ["Enligt Katz och Dack (2017) är det så (Katz & Dack, 2017, s. #).\n\n"],
  "programme tables": ["::: program\n:::\n\n"],
  "steps of the year": ["::: process\n:::\n\n"],
  "boxes nobody knows": ["::: rute\nText #\n:::\n\n"],
  "boxes that are not closed": ["::: ruta\nText #\n\n"],
  "rings of three steps": ["::: cykel\n1. Ett\n2. Två\n3. Tre\n:::\n\n"],
  "combining marks": [`${"a" + "\u0308\u0323".repeat(4000)}\n\n`],
  "keys": ["nyckel#: värde\n", "a.md", "---\ntitel: A\n"],
  "keys nothing closes": ["Text # utan streck.\n\n", "a.md", "---\ntitel: A\n"],
  "fact lines": ["Plats: Kalmar #\n", "a.md", "@ A\n"],
  "rows made with tabs": ["Datum\tPlats\tNr #\n"],
  "bullets of Word": ["• punkt #\no\tunder\n"],
  "HTML": ["<div><b>a #</b></div>\n\n"],
  "abbreviations": ["alfa beta gamma# (ABG#) och ABG# står för alfa beta gamma\n"],
  "words": ["ord# annat#ord skola#\n"],
  "names": ["Anna Andersson# och Anna Anderson# och Ana Andersson# möttes.\n\n"],
  "cut words": ["Det är sam-\n"],
  "task lists": ["- [ ] gör #\n\n"],
};

// What is just not refused: a page has at most 1 MB and 50 000 lines.
const MOST = { bytes: 1_000_000, lines: 48_000 };

function page([line, file = "a.md", head = "@ A\n\n"], share) {
  const text = [head.replaceAll("@", "#")];
  let [bytes, lines] = [Buffer.byteLength(text[0]), 0];
  for (let number = 1; bytes < MOST.bytes * share - 20_000 && lines < MOST.lines * share; number++) {
    text.push(line.replaceAll("#", number).replaceAll("@", "#"));
    bytes += Buffer.byteLength(text.at(-1));
    lines += text.at(-1).split("\n").length - 1;
  }
  return { "n/index.md": network, ...meetings, [`n/${file}`]: text.join("") };
}

const meetings = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`n/traffar/${i + 1}.md`, `# Träff ${i + 1}: A\nDatum: ${(i % 28) + 1} oktober\n\nText.\n`]));

function writeContent(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

function least(meter, program, content, runs) {
  const once = () => {
    const run = meter.measure({ program, args: ["build", content, "--fresh", "--quiet", "--jobs", "1", "--out", `${content}-site`] });
    if (run.exit !== 0) throw new Error(run.said.slice(-500));
    return run;
  };
  const all = Array.from({ length: runs }, once);
  return { cpu: Math.min(...all.map((run) => run.cpu)), peak: Math.min(...all.map((run) => run.peak)) };
}

const { values } = parseArgs({ options: {
  traff: { type: "string", default: path.join(REPOSITORY, "build", "traff") }, runs: { type: "string", default: "3" }, only: { type: "string", default: "" },
} });
const work = mkdtempSync(path.join(os.tmpdir(), "traff-hostile-"));
const meter = new Meter(REPOSITORY, work);
const program = path.resolve(values.traff);
const measured = (name, scale, files) => least(meter, program, writeContent(path.join(work, `${name.replaceAll(" ", "-")}-${scale}`), files), Number(values.runs));
const nothing = { texts: measured("nothing", 0, { "n/index.md": network }), pages: measured("nothing", 1, { "n/index.md": network, ...meetings }) };
const SMALL = 0.05; // seconds, below which a ratio says nothing
const MUCH = 0.5;

let failures = 0;
console.log(`${"".padEnd(42)}  cpu s  ${TIMES} times as much  growth   MB`);
function tell(name, textOf, kind) {
  if (!name.includes(values.only)) return;
  const [small, large] = [1, TIMES].map((scale) => measured(name, scale, textOf(scale)));
  const [less, more] = [small, large].map((run) => run.cpu - nothing[kind].cpu);
  const growth = less < SMALL ? undefined : more / less;
  const grows = more > MUCH && more / Math.max(less, SMALL) > 2.5 ** 2;
  const isBad = grows || (kind === "pages" && (more > 1 || large.peak > 200));
  failures += isBad ? 1 : 0;
  const words = growth === undefined ? "-" : `${growth.toFixed(1)}x`;
  console.log(`${name.padEnd(42)}  ${small.cpu.toFixed(3)}  ${large.cpu.toFixed(3).padStart(15)}  ${words.padStart(6)}  ${large.peak.toFixed(0).padStart(3)}${isBad ? "  !" : ""}`);
}
for (const [name, text] of Object.entries(TEXTS)) tell(name, text, "texts");
for (const [name, shape] of Object.entries(PAGES)) tell(name, (scale) => page(shape, scale / TIMES), "pages");
rmSync(work, { recursive: true });
process.exitCode = failures > 0 ? 1 : 0;
