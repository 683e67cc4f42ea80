// The figures as a reader sees them.
import { lead, medianOf, seconds, spread, table } from "./figures.mjs";

const grouped = (number) => String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, " ");

export function sizeReport({ pages, where, fileSystem, runs, tools, edit, content }) {
  const heading = `\n${grouped(pages)} pages (${(content.bytes / 1e6).toFixed(1)} MB of Markdown), output on ${where}`
    + ` (${fileSystem}), ${runs} ${runs === 1 ? "run" : "interleaved runs"}\n`;
  const header = ["tool", "wall s", "pages/s", "user s", "sys s", "cpu s", "peak MB", "HTML files", "MB out", "traff leads: wall", "cpu"];
  const rows = Object.entries(tools).map(([name, tool]) => toolRow(name, tool, pages, tools.traff));
  return [heading, rows.length ? table(header, rows) : "  nothing ran", edit ? editReport(edit) : ""].filter(Boolean).join("\n");
}

function toolRow(name, { runs, output }, pages, ours) {
  const leads = ours && name !== "traff"
    ? ["wall", "cpu"].map((key) => `${lead(runs, ours.runs, key).toFixed(2)}x`) : ["–", "–"];
  return [
    name, spread(runs, "wall"), grouped(pages / medianOf(runs, "wall")),
    ...["user", "sys", "cpu"].map((key) => seconds(medianOf(runs, key))),
    medianOf(runs, "peak").toFixed(0), output.html, (output.bytes / 1e6).toFixed(1), ...leads,
  ];
}

function editReport({ edits, nothing }) {
  return `  traff as a new process: one edited page ${spread(edits, "wall")} s, nothing changed ${spread(nothing, "wall")} s`;
}

// Time per page at a size against time per page at the size before: 1.00 is linear.
export function growthReport(results) {
  const names = [...new Set(results.flatMap(({ tools }) => Object.keys(tools)))];
  const steps = results.slice(1).map((larger, index) => [results[index], larger]);
  if (!steps.length || !names.length) return "";
  const header = ["per page, size to size", ...steps.map(([from, to]) => `${grouped(from.pages)} → ${grouped(to.pages)}`)];
  const perPage = ({ tools, pages }, name) => tools[name] && medianOf(tools[name].runs, "wall") / pages;
  const rows = names.map((name) => [name, ...steps.map(([from, to]) => {
    const factor = perPage(to, name) / perPage(from, name);
    return Number.isFinite(factor) ? `${factor.toFixed(2)}x` : "–";
  })]);
  return `\nGrowth of wall time (1.00x is linear), output on ${results[0].where}\n\n${table(header, rows)}`;
}

export function goalReport(goals, where) {
  const rows = goals.map(({ number, what, measured, goal, threeQuarters }) => [`${number}. ${what}`, measured, goal, threeQuarters]);
  return `\nGoals (output on ${where}; the run of traff makes the search index too)\n\n`
    + table(["goal", "measured", "asked for", "three quarters"], rows);
}

const DIAGNOSTIC = /: (Fel|Varning|Tips): /;
const MOST_LINES = 40;

export function timingsReport(said) {
  const lines = said.trimEnd().split("\n");
  const diagnostics = lines.filter((line) => DIAGNOSTIC.test(line)).length;
  const others = lines.filter((line) => !DIAGNOSTIC.test(line)).slice(-MOST_LINES);
  return [`  traff --timings (${diagnostics} diagnostics; there should be none)`, ...others.map((line) => `    ${line}`)].join("\n");
}
