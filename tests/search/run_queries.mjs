// node tests/search/run_queries.mjs DOCS.json QUERIES.json OUT.json
// Indexes DOCS ([{ref, type, title, body}]) with `traff index` and answers each query with the code that the pages load.
import { readFileSync, writeFileSync } from "node:fs";
import { clientFor } from "./client.mjs";

const [docsPath, queriesPath, outPath] = process.argv.slice(2);
if (!outPath) {
  console.error("usage: node tests/search/run_queries.mjs DOCS.json QUERIES.json OUT.json");
  process.exit(2);
}
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const engine = clientFor({
  spec: { ref: "ref", fields: [{ name: "title", boost: 3 }, "body"], languages: ["sv"] },
  documents: read(docsPath).map(({ ref, title, body }) => ({ ref, title, body })),
});
const results = {};
for (const entry of read(queriesPath)) {
  const query = typeof entry === "string" ? entry : entry.query;
  results[query] = engine.answer(query).results.map(({ ref }) => ref);
}
writeFileSync(outPath, JSON.stringify({ engine: "traff", results }));
