// The index traff writes is, byte for byte, the one lunr.js with lunr-languages writes.
import assert from "node:assert/strict";
import test from "node:test";

import { HardDocuments } from "./hard_documents.mjs";
import { lunr, referenceBytes } from "./lunr_reference.mjs";
import { traffBytes } from "./traff_index.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 150);
const SEED = Number(process.env.SEED ?? 1);

// The first difference, with what stands around it: a whole index is too much to look at.
function assertSameBytes(ours, theirs, name) {
  if (ours === theirs) return;
  let at = 0;
  while (ours[at] === theirs[at]) ++at;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 80), at + 80));
  assert.fail(`${name}, at ${at}:\n traff ${around(ours)}\n lunr  ${around(theirs)}`);
}

const compare = (input, name) => assertSameBytes(traffBytes(input), referenceBytes(input), name);

function withoutWarnings(work) {
  const warn = lunr.utils.warn;
  const warnings = [];
  lunr.utils.warn = (message) => warnings.push(message);
  try {
    work();
  } finally {
    lunr.utils.warn = warn;
  }
  assert.deepEqual(warnings, []);
}

const refused = (input) => {
  try {
    traffBytes(input, "--jobs", "1");
  } catch (error) {
    return { status: error.status, words: String(error.stderr) };
  }
  return assert.fail("should have been refused");
};

test("random and hard documents in every configuration give the same bytes", () => {
  for (let round = 0; round < ROUNDS; ++round) compare(new HardDocuments(SEED * 100000 + round).input(), `seed ${SEED * 100000 + round}`);
});

for (const languages of [["sv"], ["en"], ["sv", "en"], ["en", "sv"]]) {
  for (const metadata of [undefined, ["position"]]) {
    test(`two hundred documents, ${languages.join("+")}${metadata ? " with positions" : ""}`, () => {
      const hard = new HardDocuments(SEED + languages.join().length);
      const documents = Array.from({ length: 200 }, (_, i) => ({ id: `s/${i}`, titel: hard.text(8), text: hard.text(200) }));
      const input = { spec: { fields: [{ name: "titel", boost: 3 }, "text"], languages, metadata: metadata ?? [] }, documents };
      compare(input, languages.join());
      withoutWarnings(() => lunr.Index.load(JSON.parse(traffBytes(input))));
    });
  }
}

test("no documents at all", () => compare({ spec: { fields: ["text"] }, documents: [] }, "none"));

test("every character of the basic plane, alone and inside a word", () => {
  // Those that this Node's Unicode has: of a capital that is newer than Node, lunr.js in it knows no small letter.
  const characters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter((c) => !/[\p{Cn}\p{Cs}]/u.test(c));
  for (const languages of [["sv"], ["en"], ["sv", "en"]]) {
    const documents = [{ id: 1, text: characters.map((c) => `a${c}b`).join(" ") }, { id: 2, text: characters.map((c) => `${c}ab${c}`).join(" ") }];
    compare({ spec: { fields: ["text"], languages, metadata: ["position"] }, documents }, languages.join());
  }
});

test("any number of threads gives the same bytes", () => {
  const input = new HardDocuments(7).input(60);
  assert.equal(traffBytes(input, "--jobs", "1"), traffBytes(input, "--jobs", "7"));
});

test("two documents with one reference are refused", () => {
  const { status, words } = refused({ spec: { fields: ["text"] }, documents: [{ id: "1", text: "a" }, { id: 1, text: "b" }] });
  assert.equal(status, 2);
  assert.match(words, /W62|samma referens/);
});

test("what is no input is refused with a reason", () => {
  const spec = { fields: ["text"] };
  for (const input of ["", "{", "[]", "\"a", { documents: [] }, { spec }, { spec: { fields: [] }, documents: [] }, { spec, documents: [1] },
    { spec: { fields: ["a/b"] }, documents: [] }, { spec: { fields: ["constructor"] }, documents: [] }, { spec: { fields: ["a", "a"] }, documents: [] },
    { spec: { ...spec, languages: ["de"] }, documents: [] }, { spec: { ...spec, separator: "(" }, documents: [] }, { spec: { ...spec, k1: "1" }, documents: [] },
    { spec: { ...spec, colour: "red" }, documents: [] }]) {
    const { status, words } = refused(input);
    assert.equal(status, 2, JSON.stringify(input));
    assert.match(words, /^traff: .+/, JSON.stringify(input));
  }
});
