// Questions to a built site, made of its own words: the same for the same site.
import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";

// `count` of the words, spread evenly over the alphabet.
export function spread(words, count) {
  const all = [...new Set(words)].sort();
  return Array.from({ length: count }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / count)]);
}

// {kind: [question, …]}: `count` of each kind, of ordinary words twice as many when there are few.
export function questionsOf(site, count) {
  const world = { self: {} };
  vm.runInNewContext(readFileSync(path.join(site, "search/documents.js"), "utf8"), world);
  const texts = JSON.parse(world.self.traffSearch.documents).documents.map(([, , title, excerpt]) => `${title} ${excerpt}`);
  const times = new Map();
  for (const word of texts.join(" ").toLowerCase().match(/[a-zåäö]+/g)) times.set(word, (times.get(word) ?? 0) + 1);
  const ordinary = [...times.keys()].filter((word) => times.get(word) > 2 && word.length >= 5 && word.length <= 10);
  const swapped = (word) => word.slice(0, 3) + word[4] + word[3] + word.slice(5);
  const pairs = spread(ordinary, 4 * count + 1);
  return {
    "ordinary words": spread(ordinary, count < 20 ? 2 * count : count),
    "misspelt words": spread(ordinary.filter((word) => word.length >= 7 && word[3] !== word[4]), count).map(swapped),
    "two words": Array.from({ length: count }, (_, i) => `${pairs[i * 4]} ${pairs[(i * 4 + 9) % pairs.length]}`),
    "long compounds": spread([...times.keys()].filter((word) => word.length >= 16), count),
  };
}
