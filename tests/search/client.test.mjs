// What the search of the pages does with single questions, each on a handful of texts.
import assert from "node:assert/strict";
import test from "node:test";

import { clientFor, searchWorld } from "./client.mjs";
import { lunr } from "./lunr_reference.mjs";

function refs(texts, question) {
  const documents = Object.entries(texts).map(([ref, text]) => ({ ref, text }));
  return Array.from(clientFor({ spec: { ref: "ref", fields: ["text"], languages: ["sv"] }, documents }).answer(question).results, ({ ref }) => ref);
}

const TEXTS = {
  samtal: "Samtalet i gruppen börjar med en fråga.",
  handledning: "Kollegahandledning sker i sex steg.",
  regel: "Två regler gäller i rummet.",
  kvalitet: "Systematiskt kvalitetsarbete (SKA) pågår hela läsåret.",
  verb: "Det ska vi göra sedan.",
  bok: "Läs en av böckerna.",
  tid: "Träffen är torsdag 17 januari kl. 14–16 och/eller fredag.",
};

for (const [question, wanted] of [["samtalens", "samtal"], ["samtal", "samtal"], ["regeln", "regel"], ["handledning", "handledning"], ["kollegahandledningens", "handledning"],
  ["kollega handledning", "handledning"], ["kollegasamtal", "samtal"], ["laasaret", "kvalitet"], ["traff", "tid"], ["systematiksa", "kvalitet"], ["kollegah", "handledning"],
  ["bok", "bok"], ["böckerna", "bok"], ["SKA", "kvalitet"], ["ska", "kvalitet"], ["SKA:s", "kvalitet"], ["17 januari", "tid"], ["eller", "tid"], ["lasaret", "kvalitet"], ["SAMTALET?", "samtal"], ["tra\u0308ff", "tid"]]) {
  test(`"${question}" finds the text about ${wanted} first`, () => assert.equal(refs(TEXTS, question)[0], wanted));
}

test("a phrase finds the abbreviation that the texts explain, and the other way round", () => {
  const texts = { long: "Systematiskt kvalitetsarbete (SKA) är ett hjul.", short: "Vi planerar SKA i augusti.", other: "Ett arbete om systematik." };
  assert.deepEqual(refs(texts, "SKA").sort(), ["long", "short"]);
  assert.ok(refs(texts, "systematiskt kvalitetsarbete").includes("short"));
});

test("a question of stop words alone, of punctuation, or of nothing is answered quietly", () => {
  for (const question of ["och", "är det så", "", "   ", "?!", "😀", "\u202e", "constructor", "__proto__", "a".repeat(10_000), "ab ".repeat(3_000)]) refs(TEXTS, question);
});

test("the Swedish pipeline does what lunr-languages does", () => {
  const { lunr: own } = searchWorld();
  const words = ["lärarnas", "samtalet", "möten", "löst", "fullt", "hets", "ås", "kvalitetsarbetets", "fritt", "nytt", "rikedomens", "(jaktkarlens)", "2019", "…", "”träff”", "é", "och/eller", "xx", "aeiou", "vänligt", "lgr22", "ledarskapets"];
  const both = ["trimmer-sv", "stemmer-sv"];
  for (const word of words) {
    assert.deepEqual(Array.from(own.Pipeline.load(both).runString(word)), lunr.Pipeline.load(both).runString(word), word);
  }
});

test("no question costs more than its length allows", () => {
  const { traffSearch } = searchWorld();
  assert.ok(traffSearch.readWords("långa ord ".repeat(2_000) + Array.from({ length: 500 }, (_, i) => `ord${i}`).join(" ")).length <= 16);
});
