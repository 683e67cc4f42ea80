// Which parts of a large site's index a question needs (docs/search.md).
(function (search) {
  'use strict';

  const MOST_AT_A_TIME = 6;
  // Which candidates are worth loading: what share of the best one's quality they have, and how many.
  const BEST = [0.9, 3];
  const GOOD = [0.6, 8];

  // beginnings: what the terms of each shard begin with, in order.
  function makeShards(beginnings) {
    const loaded = new Set();
    const numbers = new Map(beginnings.map((beginning, number) => [beginning, number]));

    // The shard of the longest beginning; undefined when no term begins so.
    function shardOf(term) {
      let size = term.length;
      while (size > 0 && !numbers.has(term.slice(0, size))) size -= 1;
      return numbers.get(term.slice(0, size));
    }

    const missing = (wanted) => [...new Set(wanted)].filter((number) => number !== undefined && !loaded.has(number)).slice(0, MOST_AT_A_TIME);

    // Where words stand.
    const forStems = (stems) => missing(stems.filter(Boolean).map(shardOf));

    // The first of those where words go on that begin as a word of the question does.
    const forBeginnings = (stems) => missing(stems.filter(Boolean).map((stem) =>
      numbers.get(beginnings.find((beginning) => beginning.length > stem.length && beginning.startsWith(stem)))));

    // slots: for each word of the question its candidates; the best of each first, others when hardly anything was found.
    function forCandidates(slots, hasResults) {
      const best = missing(slots.flatMap((candidates) => worthLoading(candidates, BEST)));
      return best.length > 0 || hasResults ? best : missing(slots.flatMap((candidates) => worthLoading(candidates, GOOD)));
    }

    function worthLoading(candidates, [share, most]) {
      const sorted = candidates.slice().sort((a, b) => b.quality - a.quality);
      return sorted.filter(({ quality }) => quality >= share * sorted[0].quality).slice(0, most).map(({ term }) => shardOf(term));
    }

    return { forStems, forBeginnings, forCandidates, add: (number) => loaded.add(number) };
  }

  // The list of all terms, a line each: one digit in base 36 for what it shares with the line before, and the rest.
  function readTerms(text) {
    const terms = [];
    let before = '';
    for (const line of text.split('\n')) {
      if (line) terms.push(before = before.slice(0, parseInt(line[0], 36)) + line.slice(1));
    }
    return terms;
  }

  Object.assign(search, { makeShards, readTerms });
})(self.traffSearch = self.traffSearch || {});
