// How far two words are from each other, in slips of the finger.
(function (search) {
  'use strict';

  // One bit per letter, so that most words that are too far off are passed over without being compared.
  function lettersOf(word) {
    let bits = 0;
    for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) & 31);
    return bits;
  }

  function countBits(bits) {
    let count = 0;
    for (; bits; bits &= bits - 1) count += 1;
    return count;
  }

  // Letters added, lost, changed or swapped with their neighbour between `word` and `other`; more than `most` when it is more.
  // `open` counts the cheapest way to any beginning of `other`.
  function slips(word, other, most, open) {
    let same = 0;
    while (same < word.length && word[same] === other[same]) same += 1;
    [word, other] = [word.slice(same), other.slice(same)];
    const width = other.length + 1;
    let before = null;
    let above = Array.from({ length: width }, (_, i) => i);
    for (let i = 1; i <= word.length; i += 1) {
      const row = [i];
      let best = i;
      for (let j = 1; j < width; j += 1) {
        const changed = word[i - 1] === other[j - 1] ? 0 : 1;
        let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + changed);
        if (before && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        row.push(cost);
        if (cost < best) best = cost;
      }
      if (best > most) return most + 1;
      before = above;
      above = row;
    }
    return open ? Math.min(...above) : above[width - 1];
  }

  Object.assign(search, { countBits, lettersOf, slips });
})(self.traffSearch = self.traffSearch || {});
