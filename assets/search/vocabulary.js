// The words of an index, ready to be looked up by their beginnings, their insides and their letters.
(function (search) {
  'use strict';

  const INNER_MARK = /[^\p{L}\p{N}]/u;
  const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  // `terms` in any order, each once. Cost: a sort.
  function makeVocabulary(terms) {
    const entries = terms.filter(Boolean).map((term) => ({ term, folded: search.fold(term) }));
    entries.sort((a, b) => byText(a.folded, b.folded) || byText(a.term, b.term));
    const sorted = entries.map((entry) => entry.term);
    const folded = entries.map((entry) => entry.folded);
    const firsts = new Map();
    folded.forEach((text, number) => { if (!firsts.has(text)) firsts.set(text, number); });
    const mixed = [];
    folded.forEach((text, number) => { if (INNER_MARK.test(text)) mixed.push({ number, pieces: ` ${search.piecesOf(text).join(' ')} ` }); });
    let letters = null;

    function lowerBound(text) {
      let low = 0;
      let high = folded.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (folded[middle] < text) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    // Calls work(number) for each word that is this when folded.
    function eachFolded(text, work) {
      const first = firsts.get(text);
      for (let i = first; i !== undefined && i < folded.length && folded[i] === text; i += 1) work(i);
    }

    // The same for each word that begins so.
    function eachWithPrefix(prefix, work) {
      for (let i = lowerBound(prefix); i < folded.length && folded[i].startsWith(prefix); i += 1) work(i);
    }

    function eachWithin(part, work) {
      for (let i = 0; i < folded.length; i += 1) if (folded[i].length > part.length && folded[i].includes(part, 1)) work(i);
    }

    // Words at most `most` slips from `word`, given as work(number, slips). `front`: words whose beginning is, a slip in the
    // front of a compound or of an inflected word.
    function eachNear(word, most, front, work) {
      letters = letters || Int32Array.from(folded, search.lettersOf);
      const bits = search.lettersOf(word);
      for (let i = 0; i < folded.length; i += 1) {
        const text = folded[i];
        if (front ? text.length <= word.length || text[0] !== word[0] : Math.abs(text.length - word.length) > most) continue;
        // A slip loses one letter at most, and brings one.
        if (search.countBits(bits & ~letters[i]) > most || (!front && search.countBits(letters[i] & ~bits) > most)) continue;
        const distance = search.slips(word, front ? text.slice(0, word.length + most) : text, most, front);
        if (distance <= most) work(i, distance);
      }
    }

    return { terms: sorted, folded, mixed, has: (word) => firsts.has(word), eachFolded, eachWithPrefix, eachWithin, eachNear };
  }

  search.makeVocabulary = makeVocabulary;
})(self.traffSearch = self.traffSearch || {});
