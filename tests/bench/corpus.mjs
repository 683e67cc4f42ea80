// Makes a site of any size, the same for the same seed, in the form each generator reads.
//   node tests/bench/corpus.mjs --pages 1000 --seed 1 --flavour traff|hugo|eleventy --out DIR
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FLAVOURS } from "./corpus/flavour.mjs";
import { PAGES_PER_NETWORK, makeNetwork } from "./corpus/network.mjs";
import { addressed } from "./corpus/page_text.mjs";
import { bodyOf } from "./corpus/pages.mjs";
import { Random } from "./corpus/random.mjs";
import { Vocabulary } from "./corpus/words.mjs";

// Writes network after network, so memory does not grow with the size. Gives what was written.
export function writeCorpus({ pages, seed, flavour, out }) {
  const form = FLAVOURS[flavour];
  if (!form) throw new Error(`unknown flavour ${flavour}; there are ${Object.keys(FLAVOURS).join(", ")}`);
  const vocabulary = new Vocabulary(new Random(seed, 0));
  const networks = Math.max(1, Math.round(pages / PAGES_PER_NETWORK));
  const written = { networks, files: 0, bytes: 0 };
  const landings = [];
  for (let number = 1; number <= networks; number++) {
    // A generator of its own for each network: a small corpus is the beginning of a large one.
    const random = new Random(seed, number);
    const network = makeNetwork(random, vocabulary, number);
    landings.push(network.pages[0]);
    for (const page of network.pages) {
      writePage(out, form, page, addressed(bodyOf(page, random, vocabulary), page, form.link), written);
    }
  }
  writeHome(out, form, landings, written);
  return written;
}

function writeHome(out, form, landings, written) {
  const home = { path: "index", kind: "home", title: "Nätverk för skolan", order: 0, changed: "2024-05-14" };
  const list = landings.map((page) => `- [${page.title}](${form.link(home, page)})`).join("\n");
  writePage(out, form, home, `Här samlas våra nätverk.\n\n## Alla\n\n${list}\n`, written);
}

function writePage(out, form, page, body, written) {
  const file = path.join(out, form.file(page));
  const text = form.frontMatter(page) + body;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  written.files += 1;
  written.bytes += Buffer.byteLength(text);
}

function main() {
  const { values } = parseArgs({ options: {
    pages: { type: "string", default: "1000" }, seed: { type: "string", default: "1" },
    flavour: { type: "string", default: "traff" }, out: { type: "string" },
  } });
  if (!values.out) throw new Error("--out DIR is needed");
  const written = writeCorpus({ ...values, pages: Number(values.pages), seed: Number(values.seed) });
  console.log(`${written.files} files, ${written.networks} networks, ${(written.bytes / 1e6).toFixed(1)} MB in ${values.out}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
