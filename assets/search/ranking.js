// From the words of a question to documents, best first.
(function (search) {
  'use strict';

  const MOST_CANDIDATES = 80;
  const COVERAGE = 1.5;

  // One word's documents: the best candidate counts, others add a little. document → {score, quality}
  function scoreSlot(candidates, weights) {
    const scores = new Map();
    const best = candidates.slice().sort((a, b) => b.quality - a.quality).slice(0, MOST_CANDIDATES);
    for (const { term, quality } of best) {
      for (const [ref, weight] of weights.of(term)) {
        const before = scores.get(ref);
        const value = quality * weight;
        if (!before) scores.set(ref, { score: value, quality });
        else if (value > before.score) scores.set(ref, { score: value + before.score * 0.2, quality: Math.max(quality, before.quality) });
        else before.score += value * 0.2;
      }
    }
    return scores;
  }

  // How much a word tells: rare ones much. Counted over the documents where something good stands for it.
  function rarityOf(scores, documents) {
    let standing = 0;
    for (const { quality } of scores.values()) standing += quality;
    return Math.log(1 + (documents - Math.min(standing, documents) + 0.5) / (standing + 0.5)) + 0.1;
  }

  // slots: for each word its documents → [{ref, score}]
  function combine(slots, documents) {
    const total = new Map();
    let whole = 0;
    for (const scores of slots) {
      const rarity = rarityOf(scores, documents);
      whole += rarity;
      for (const [ref, { score, quality }] of scores) {
        const sum = total.get(ref) || { score: 0, covered: 0 };
        sum.score += score * rarity;
        sum.covered += rarity * quality;
        total.set(ref, sum);
      }
    }
    const results = [];
    for (const [ref, { score, covered }] of total) results.push({ ref, score: score * Math.pow(covered / whole, COVERAGE) });
    return results.sort((a, b) => b.score - a.score || compareRefs(a.ref, b.ref));
  }

  const compareRefs = (a, b) => Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0);

  Object.assign(search, { combine, scoreSlot });
})(self.traffSearch = self.traffSearch || {});
