// The index of a file of documents as lunr.js makes it in Node, for the benchmark of the search.
//   node tests/bench/lunr_index.mjs DOCUMENTS.json INDEX.json
import { readFileSync, writeFileSync } from "node:fs";
import { referenceBytes } from "../search/lunr_reference.mjs";

const [from, to] = process.argv.slice(2);
writeFileSync(to, referenceBytes(JSON.parse(readFileSync(from, "utf8"))));
