// Words and phrases that mean the same on this site: "SKA" and "systematiskt kvalitetsarbete".
(function (search) {
  'use strict';

  // groups: lists of phrases; → a function from the words of a question to [{at, size, phrase}], the other phrases of
  // every phrase that stands in it.
  function makeMeanings(groups, stem) {
    const byFirst = new Map();
    for (const group of groups) {
      const phrases = group.map((phrase) => search.readWords(phrase)).filter((phrase) => phrase.length > 0);
      for (const phrase of phrases) {
        const first = stem(phrase[0].text);
        if (!byFirst.has(first)) byFirst.set(first, []);
        byFirst.get(first).push({ phrase, others: phrases.filter((other) => other !== phrase) });
      }
    }
    const standsAt = (words, at, phrase) => phrase.every((word, i) => words[at + i] && stem(words[at + i].text) === stem(word.text));

    return (words) => {
      const found = [];
      for (let at = 0; at < words.length; at += 1) {
        for (const { phrase, others } of byFirst.get(stem(words[at].text)) || []) {
          if (standsAt(words, at, phrase)) others.forEach((other) => found.push({ at, size: phrase.length, phrase: other }));
        }
      }
      return found;
    };
  }

  // Documents where every word of a phrase is found: as good as the weakest of them. slots: one Map for each word.
  function allOf(slots) {
    const [first, ...others] = slots;
    const together = new Map();
    for (const [ref, { score, quality }] of first) {
      const rest = others.map((slot) => slot.get(ref));
      if (rest.some((found) => !found)) continue;
      together.set(ref, { score: Math.min(score, ...rest.map((found) => found.score)), quality: Math.min(quality, ...rest.map((found) => found.quality)) });
    }
    return together;
  }

  Object.assign(search, { allOf, makeMeanings });
})(self.traffSearch = self.traffSearch || {});
