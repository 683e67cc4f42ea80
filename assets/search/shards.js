// Which parts of a large site's index a question needs (docs/search.md).
(function (search) {
  'use strict';

  const MOST_AT_A_TIME = 6;
  const WORTH_LOADING = 0.6;  // of what the best candidate is worth

  const MOST_CANDIDATES = 12;

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

    const missing = (wanted) => Array.from(new Set(wanted)).filter((number) => number !== undefined && !loaded.has(number)).slice(0, MOST_AT_A_TIME);

    // Where a word stands, and the next that begin as it does.
    function forBeginnings(stems) {
      return missing(stems.filter(Boolean).flatMap((stem) => {
        const longer = beginnings.findIndex((beginning) => beginning.length > stem.length && beginning.startsWith(stem));
        return longer < 0 ? [shardOf(stem)] : [shardOf(stem), longer];
      }));
    }

    function forCandidates(candidates) {
      const best = Math.max(0, ...candidates.map(({ quality }) => quality));
      const good = candidates.filter(({ quality }) => quality >= WORTH_LOADING * best).sort((a, b) => b.quality - a.quality).slice(0, MOST_CANDIDATES);
      return missing(good.map(({ term }) => shardOf(term)));
    }

    return { forBeginnings, forCandidates, add: (number) => loaded.add(number) };
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
