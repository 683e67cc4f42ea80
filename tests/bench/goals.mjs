// The goals that the figures are held against. "Three quarters" is the part of a goal that counts as near.
import { lead, medianOf, seconds } from "./figures.mjs";

const atLeast = (goal, near) => ({ goal, near, reaches: (value, bound) => value >= bound, sign: "≥", write: times });
const atMost = (goal, near, write) => ({ goal, near, reaches: (value, bound) => value <= bound, sign: "≤", write });
const times = (value) => `${value.toFixed(2)}x`;
const megabytes = (value) => `${value.toFixed(0)} MB`;
const time = (value) => `${seconds(value)} s`;

const GOALS = [
  ["1", "wall, 10 000 pages, ahead of the best peer", atLeast(8, 6), (all) => leadOfBest(all[10_000], "wall")],
  ["1", "processor, 10 000 pages, ahead of the best peer", atLeast(7, 5), (all) => leadOfBest(all[10_000], "cpu")],
  ["2", "wall, 1 000 pages, ahead of hugo", atLeast(8), (all) => leadOf(all[1000], "hugo", "wall")],
  ["2", "wall, 100 pages, ahead of hugo", atLeast(8), (all) => leadOf(all[100], "hugo", "wall")],
  ["3", "wall, 50 000 pages against 10 000", atMost(5.5, null, times), (all) => growth(all[10_000], all[50_000])],
  ["3", "wall, 50 000 pages, ahead of the best peer", atLeast(13), (all) => leadOfBest(all[50_000], "wall")],
  ["4", "peak memory, 10 000 pages, bound without the index", atMost(200, 260, megabytes), (all) => peak(all[10_000])],
  ["4", "peak memory, 10 000 pages, bound with the index", atMost(350, null, megabytes), (all) => peak(all[10_000])],
  ["7", "one edit as a new process, 10 000 pages", atMost(0.12, 0.25, time), (all) => edit(all[10_000])],
  ["7", "the same, ahead of a hugo build", atLeast(70), (all) => editLead(all[10_000])],
];

// `results` are those of one file system, by number of pages.
export function judge(results) {
  const bySize = Object.fromEntries(results.map((result) => [result.pages, result]));
  return GOALS.map(([number, what, bound, measure]) => {
    const value = measure(bySize) ?? null;
    return { number, what, ...verdicts(value, bound) };
  });
}

function verdicts(value, { goal, near, reaches, sign, write }) {
  const verdict = (limit) => {
    if (limit == null) return "–";
    return `${sign} ${write(limit)} ${value === null ? "not measured" : reaches(value, limit) ? "reached" : "NOT reached"}`;
  };
  return { value, measured: value === null ? "–" : write(value), goal: verdict(goal), threeQuarters: verdict(near) };
}

function leadOf(result, peer, key) {
  const { traff, [peer]: other } = result?.tools ?? {};
  return traff && other && lead(other.runs, traff.runs, key);
}

function leadOfBest(result, key) {
  const peers = Object.keys(result?.tools ?? {}).filter((name) => name !== "traff");
  const leads = peers.map((peer) => leadOf(result, peer, key)).filter((value) => value !== undefined);
  return leads.length ? Math.min(...leads) : undefined;
}

function growth(smaller, larger) {
  const [from, to] = [smaller?.tools.traff, larger?.tools.traff];
  return from && to && medianOf(to.runs, "wall") / medianOf(from.runs, "wall");
}

const peak = (result) => result?.tools.traff && medianOf(result.tools.traff.runs, "peak");
const edit = (result) => result?.edit && medianOf(result.edit.edits, "wall");

function editLead(result) {
  const hugo = result?.tools.hugo;
  return result?.edit && hugo && medianOf(hugo.runs, "wall") / edit(result);
}
