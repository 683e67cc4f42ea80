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

const DAYS = {
  numbers: "Lämnas in senast 10/10 klockan nio.",
  words: "Vi ses torsdag 10 oktober, kl. 09.30–15.",
  iso: "Ändrad 2026-10-10 av redaktionen.",
  other: "Den 10 november och i oktober ett annat år, kl 13:15.",
};

for (const question of ["10/10", "10 oktober", "10 okt", "2026-10-10", "torsdag 10 oktober"]) {
  test(`"${question}" finds the day however it is written`, () => {
    const found = refs(DAYS, question);
    for (const wanted of ["numbers", "words", "iso"]) assert.ok(found.includes(wanted), wanted);
    assert.notEqual(found[0], "other");
  });
}

for (const [question, wanted] of [["kl 9:30", "words"], ["09.30", "words"], ["13.15", "other"], ["kl. 13:15", "other"]]) {
  test(`"${question}" finds the time by whatever sign it is written`, () => assert.equal(refs(DAYS, question)[0], wanted));
}

test("days that do not exist are words like others", () => {
  for (const question of ["31/13", "99/99", "0/0", "2026-99-99", "10 månader"]) refs(DAYS, question);
});

test("the verbs of a question weigh nothing beside its other words, unless they are an abbreviation", () => {
  const texts = { verbs: "Vi ska skriva vad vi gör.", chair: "Ordföranden leder mötet.", school: "SKA är ett hjul." };
  assert.deepEqual(refs(texts, "vad gör ordföranden"), ["chair"]);
  assert.equal(refs(texts, "hur gör vi SKA")[0], "school");
  assert.ok(refs(texts, "gör").includes("verbs"));
});

test("words that begin alike, and compounds of a word that was misspelt, are found when nothing better is", () => {
  const texts = { reading: "Dyslexi är vanligt.", library: "Skolbibliotekets böcker.", other: "Ett hjul." };
  assert.deepEqual(refs(texts, "dyslektiker"), ["reading"]);
  assert.deepEqual(refs({ ...texts, plain: "Ett bibliotek." }, "bibloteket"), ["plain", "library"]);
});

test("of many that have one of two words only those are given that answer well, and all that have both", () => {
  const texts = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`one${i}`, `Ett samtal om ${"annat ".repeat(i)}`]));
  const found = refs({ ...texts, both: "Samtal om utvecklingskartan.", late: `Utvecklingskartan. ${"Och mer. ".repeat(40)} Samtal.` }, "samtal utvecklingskarta");
  assert.deepEqual(found.slice(0, 2), ["both", "late"]);
  assert.ok(found.length >= 10 && found.length < 62, `${found.length}`);
  assert.equal(refs(texts, "samtal").length, 60);
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

test("the trimmer takes every character of the basic plane as lunr-languages does", () => {
  const { lunr: own } = searchWorld();
  const trimmers = [own, lunr].map((library) => library.Pipeline.load(["trimmer-sv"]));
  for (let code = 0; code < 0x10000; code += 1) {
    const word = `${String.fromCharCode(code)}a${String.fromCharCode(code)}`;
    const [mine, theirs] = trimmers.map((trimmer) => trimmer.runString(word)[0]);
    assert.equal(mine, theirs, code.toString(16));
  }
  for (const word of ["\u{1df00}ord\u{10780}", "😀ord😀", "\ud83dord\ude00", "a😀b"]) assert.equal(...trimmers.map((trimmer) => trimmer.runString(word)[0]));
});

test("no question costs more than its length allows", () => {
  const { traffSearch } = searchWorld();
  assert.ok(traffSearch.readWords("långa ord ".repeat(2_000) + Array.from({ length: 500 }, (_, i) => `ord${i}`).join(" ")).length <= 16);
});
