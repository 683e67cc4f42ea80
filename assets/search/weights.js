// What indexes say of their words: in which documents each stands and how much it weighs there.
(function (search, lunr) {
  'use strict';

  // The weight of the word `number` in one document's field.
  function weightIn(elements, number) {
    let low = 0;
    let high = elements.length / 2 - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (elements[middle * 2] === number) return elements[middle * 2 + 1];
      if (elements[middle * 2] < number) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }

  // The whole index, or as many of its shards as have come. `documents` is how many there are, 0 to count them.
  function makeWeights(documents) {
    const places = new Map();  // term → index
    const cache = new Map();

    // What a weight owes to how rare the word is; lunr.js counts every field of every document.
    const rarity = (standing) => Math.log(1 + Math.abs((documents - standing + 0.5) / (standing + 0.5)));

    // `serialized` as JSON gives it.
    function addIndex(serialized) {
      const index = lunr.Index.load(serialized);
      documents = documents || Object.keys(index.fieldVectors).length / index.fields.length;
      for (const term of Object.keys(index.invertedIndex)) places.set(term, index);
      cache.clear();
    }

    function readTerm(term) {
      const found = new Map();
      const index = places.get(term);
      if (!index) return found;
      const posting = index.invertedIndex[term];
      const fields = index.fields.map((field) => [field, Object.keys(posting[field] || {})]);
      const share = 1 / (rarity(fields.reduce((sum, [, refs]) => sum + refs.length, 0)) || 1);
      for (const [field, refs] of fields) {
        for (const ref of refs) {
          const vector = index.fieldVectors[field + '/' + ref];
          found.set(ref, (found.get(ref) || 0) + (vector ? weightIn(vector.elements, posting._index) * share : 0));
        }
      }
      return found;
    }

    // Document → how much the word matters there, whatever its rarity.
    function of(term) {
      let known = cache.get(term);
      if (!known) cache.set(term, known = readTerm(term));
      return known;
    }

    return { addIndex, of, terms: () => [...places.keys()], documents: () => documents };
  }

  search.makeWeights = makeWeights;
})(self.traffSearch = self.traffSearch || {}, self.lunr);
