// Which parts of a large site's index a question needs (docs/search.md).
(function (search) {
  'use strict';

  const MOST_AT_A_TIME = 6;
  const WORTH_LOADING = 0.6;  // of what the best candidate is worth

  const MOST_CANDIDATES = 12;

  // first: the first term of each shard.
  function makeShards(first) {
    const loaded = new Set();

    function shardOf(term) {
      let low = 0;
      let high = first.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (first[middle] <= term) low = middle + 1;
        else high = middle;
      }
      return Math.max(low - 1, 0);
    }

    const missing = (numbers) => Array.from(new Set(numbers)).filter((number) => !loaded.has(number)).slice(0, MOST_AT_A_TIME);

    // Where a word stands, and what begins as it does; a beginning may go on in the next shard.
    function forBeginnings(stems) {
      const numbers = [];
      for (const stem of stems.filter(Boolean)) {
        const at = shardOf(stem);
        numbers.push(at);
        if (at + 1 < first.length && first[at + 1].startsWith(stem)) numbers.push(at + 1);
      }
      return missing(numbers);
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
