// From the words of a question to documents, best first.
(function (search) {
  'use strict';

  const MOST_CANDIDATES = 80;
  const COVERAGE = 1.8;
  const MOST_RESULTS = 1000;
  const FAINT = 0.1;
  const WHOLE = 0.8;
  const FEW = 10;

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
    return Math.log(1 + (documents - Math.min(standing, documents) + 0.5) / (standing + 0.5)) + 0.3;
  }

  // slots: for each word its documents → {results: [{ref, score}], the best 1000 in order; count: of all that are worth showing}
  function combine(slots, documents) {
    const total = new Map();
    let whole = 0;
    for (const scores of slots) {
      const rarity = rarityOf(scores, documents);
      whole += rarity;
      for (const [ref, { score, quality }] of scores) {
        let sum = total.get(ref);
        if (!sum) total.set(ref, sum = { ref, score: 0, covered: 0 });
        sum.score += score * rarity;
        sum.covered += rarity * quality;
      }
    }
    const all = [...total.values()];
    for (const sum of all) sum.score *= Math.pow(sum.covered / whole, COVERAGE);
    return withoutTail(all, WHOLE * whole);
  }

  // References of a site are numbers; where they are names, their order is that of the index.
  const better = (a, b) => b.score - a.score || a.ref - b.ref || 0;

  // In order, without what hardly answers the question where others do: who asks for two words is not helped by all that
  // has one of them. `enough`: how much of the question a document covers that is never left out.
  function withoutTail(all, enough) {
    const best = all.reduce((most, { score }) => Math.max(most, score), 0);
    const good = all.filter(({ score, covered }) => score > best * FAINT || covered > enough);
    const kept = good.length < FEW ? all.sort(better).slice(0, FEW) : good.sort(better);
    return { results: kept.slice(0, MOST_RESULTS), count: kept.length };
  }

  Object.assign(search, { combine, scoreSlot });
})(self.traffSearch = self.traffSearch || {});
