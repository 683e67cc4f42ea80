// How well the search finds what it should: on the texts of content/, as `traff documents` gives them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { clientFor } from "./client.mjs";
import { LABELLED, gradesOf } from "./labelled_queries.mjs";
import { FOLDER, TRAFF } from "./traff_index.mjs";

const file = path.join(FOLDER, "documents.json");
execFileSync(TRAFF, ["documents", fileURLToPath(new URL("../../content", import.meta.url)), "--out", file], { stdio: "ignore" });
const input = JSON.parse(readFileSync(file, "utf8"));
const documents = input.documents.map(({ ref, titel, rubriker, text }) => ({ ref, title: titel, body: `${rubriker}\n${text}` }));
const engine = clientFor(input);

const gain = (grade) => 2 ** grade - 1;
const discounted = (grades) => grades.slice(0, 10).reduce((sum, grade, i) => sum + gain(grade) / Math.log2(i + 2), 0);

function measure(question) {
  const grades = gradesOf(question, documents);
  const best = Math.max(0, ...Object.values(grades));
  if (best === 0) return null;
  const found = engine.answer(question.query).results.map(({ ref }) => grades[ref] ?? 0);
  const first = found.findIndex((grade) => grade >= Math.min(2, best));
  return { kind: question.kind, ndcg: discounted(found) / discounted(Object.values(grades).sort((a, b) => b - a)), rank: first < 0 ? 0 : 1 / (first + 1), found: found.length };
}

const rows = LABELLED.map(measure).filter(Boolean);
const mean = (list, of) => list.reduce((sum, row) => sum + of(row), 0) / list.length;

test("questions of every kind find good answers first", (context) => {
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const own = rows.filter((row) => row.kind === kind);
    context.diagnostic(`${kind}: nDCG@10 ${mean(own, (row) => row.ndcg).toFixed(3)}, MRR ${mean(own, (row) => row.rank).toFixed(3)}, ${own.length} questions`);
    assert.ok(mean(own, (row) => row.ndcg) > 0.6, kind);
  }
  assert.ok(mean(rows, (row) => row.ndcg) > 0.85, `nDCG@10 ${mean(rows, (row) => row.ndcg)}`);
  assert.ok(mean(rows, (row) => row.rank) > 0.85, `MRR ${mean(rows, (row) => row.rank)}`);
});

test("hardly a question is left without a result", () => {
  assert.ok(rows.filter((row) => row.found === 0).length <= rows.length * 0.01);
});
