// Answers questions on one index: what lunr.Index.load gives, and beside it what the site knows of its words.
(function (search, lunr) {
  'use strict';

  const JOINED = 0.95;
  const SYNONYM = 0.85;
  const HEAD = 0.6;
  const FRONT = 0.4;
  const LONG = 7;
  const IN_CAPITALS = 1.5;
  const NOT_IN_CAPITALS = 0.5;
  const WORTH_MARKING = 0.28;
  const MOST_MARKED = 12;
  const FEW = 5;
  const GOOD = 0.55;
  const VERY_LONG = 11;

  // What is better of two answers for one document.
  function keepBetter(scores, ref, found) {
    const before = scores.get(ref);
    if (!before || before.score < found.score) scores.set(ref, found);
  }

  // manifest: {count, shards} of a site in parts, null for a whole index; words: {synonyms, capitals}, references as
  // numbers or text. Both are described in docs/search.md.
  function makeEngine(manifest, { synonyms = [], capitals = {} } = {}) {
    const weights = search.makeWeights(manifest ? manifest.count : 0);
    const shards = manifest && search.makeShards(manifest.shards);
    const inCapitals = new Map(Object.entries(capitals).map(([word, refs]) => [word, new Set(refs.map(String))]));
    const stems = new Map();
    let allTerms = null;
    let vocabulary = null;
    let pipeline = null;
    let stops = new Set();
    let idle = stops;
    let otherPhrases = null;

    function usePipeline(names) {
      pipeline = lunr.Pipeline.load(names);
      if (names.includes('stemmer-sv')) [stops, idle] = [new Set(search.swedishStopWords), new Set(search.swedishIdleWords)];
      const meanings = search.makeMeanings(synonyms, stem);
      const dates = search.makeDates(names.includes('stemmer-sv') ? 'sv' : 'en');
      otherPhrases = (words) => [...meanings(words), ...dates(words)];
    }

    function stem(word) {
      if (!stems.has(word)) stems.set(word, pipeline.runString(word)[0] || '');
      return stems.get(word);
    }

    // `number` of a shard; `serialized` as JSON gives it.
    function addIndex(serialized, number) {
      weights.addIndex(serialized);
      if (shards) shards.add(number);
      if (!allTerms) vocabulary = null;
      if (!pipeline) usePipeline(serialized.pipeline);
    }

    function addVocabulary(text) {
      allTerms = search.readTerms(text);
      vocabulary = null;
    }

    const isAbbreviation = (word) => word.capitals || inCapitals.has(word.text);

    // Without the words that say least, as long as others are left.
    function meaningful(words) {
      const unless = (isIdle) => {
        const kept = words.filter((word) => !isIdle(word));
        if (kept.length > 0) words = kept;
      };
      unless((word) => stops.has(word.text));
      unless((word) => idle.has(word.text) && !isAbbreviation(word));
      return words;
    }

    function scoresOf(word, seen) {
      const candidates = search.candidatesOf(word, { vocabulary, stem });
      const scores = search.scoreSlot(candidates, weights);
      seen.push(...candidates);
      const best = search.bestOf(candidates);
      if (word.text.length >= LONG && !word.number) addParts(word, scores, best >= 0.5 ? 0.35 : 0.8, seen);
      return scores;
    }

    // A document that has what a compound is made of answers for it, better the more of it.
    function addParts(word, scores, scale, seen) {
      const sums = new Map();
      for (const { candidates, last } of search.takeApart(word, { vocabulary, stem })) {
        const quality = (last ? HEAD : FRONT) * scale;
        seen.push(...candidates.map(({ term, quality: own }) => ({ term, quality: own * quality })));
        for (const [ref, found] of search.scoreSlot(candidates, weights)) {
          const sum = sums.get(ref) || { score: 0, quality: 0 };
          sums.set(ref, { score: sum.score + found.score * quality, quality: Math.min(0.9, sum.quality + found.quality * quality) });
        }
      }
      for (const [ref, found] of sums) keepBetter(scores, ref, found);
    }

    // Who writes SKA, or nothing but ska, means the abbreviation and hardly the verb.
    function weighCapitals(word, scores, alone) {
      const places = inCapitals.get(word.text);
      if (!places || !(word.capitals || alone)) return;
      for (const [ref, found] of scores) {
        if (places.has(ref)) found.score *= IN_CAPITALS;
        else if (word.capitals) found.score *= NOT_IN_CAPITALS;
      }
    }

    function addToSlots(slots, at, size, found, quality) {
      for (const slot of slots.slice(at, at + size)) {
        for (const [ref, place] of found) keepBetter(slot, ref, { score: place.score * quality, quality: place.quality * quality });
      }
    }

    function joinNeighbours(words, slots) {
      for (let i = 0; i + 1 < words.length; i += 1) {
        if (words[i + 1].at !== words[i].at + 1) continue;
        const candidates = search.joined(words[i], words[i + 1], { vocabulary, stem });
        if (candidates.length > 0) addToSlots(slots, i, 2, search.scoreSlot(candidates, weights), JOINED);
      }
    }

    function addMeanings(words, slots, seen) {
      for (const { at, size, phrase } of otherPhrases(words)) {
        addToSlots(slots, at, size, search.allOf(meaningful(phrase).map((word) => scoresOf(word, seen[at]))), SYNONYM);
      }
    }

    // What to mark in a text: the best of the words that were looked for, folded.
    function termsOf(seen) {
      const good = seen.filter(({ quality, term }) => quality >= WORTH_MARKING && term.length > 1).sort((a, b) => b.quality - a.quality);
      return [...new Set(good.map(({ term }) => search.fold(term)))].slice(0, MOST_MARKED);
    }

    // The shards that must come before the question can be answered.
    function neededFor(words) {
      const phrases = otherPhrases(words).flatMap(({ phrase }) => phrase);
      return shards ? shards.forStems([...words, ...phrases].map(({ text }) => stem(text))) : [];
    }

    // What makes the answer better: words that nothing good stands for are looked for among those that begin so, then
    // among all. Who wrote a long word and found it has found enough.
    function wantsAfter(words, slots, seen, results) {
      if (!shards) return { shards: [] };
      const hasResults = results.length >= FEW;
      const isFound = (slot) => search.bestOf([...slot.values()]) >= GOOD;
      const lost = words.filter((word, i) => !stops.has(word.text) && !(isFound(slots[i]) && (hasResults || word.text.length >= VERY_LONG)));
      const beginnings = shards.forBeginnings(lost.map(({ text }) => stem(text)));
      if (beginnings.length > 0) return { shards: beginnings };
      return { shards: shards.forCandidates(seen, hasResults), vocabulary: !allTerms && lost.length > 0 };
    }

    // {results: [{ref, score}], best first; count: of all that was found; terms; wants: {shards, vocabulary}}. When
    // something is wanted the answer gets better with it: give it and ask again.
    function answer(question) {
      const words = meaningful(search.readWords(question));
      const needed = neededFor(words);
      if (needed.length > 0) return { results: [], count: 0, terms: [], wants: { shards: needed } };
      vocabulary = vocabulary || search.makeVocabulary(allTerms || weights.terms());
      const seen = words.map(() => []);
      const slots = words.map((word, i) => scoresOf(word, seen[i]));
      words.forEach((word, i) => weighCapitals(word, slots[i], words.length === 1));
      joinNeighbours(words, slots);
      addMeanings(words, slots, seen);
      const { results, count } = search.combine(slots, weights.documents());
      return { results, count, terms: termsOf(seen.flat()), wants: wantsAfter(words, slots, seen, results) };
    }

    if (manifest) usePipeline(manifest.language === 'sv' ? ['trimmer-sv', 'stemmer-sv'] : ['stemmer']);
    return { addIndex, addVocabulary, answer };
  }

  search.makeEngine = makeEngine;
})(self.traffSearch = self.traffSearch || {}, self.lunr);
