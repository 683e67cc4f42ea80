// A question as words: what the reader typed, cut and folded as the index was.
(function (search) {
  'use strict';

  const LONGEST_QUESTION = 400;
  const MOST_WORDS = 16;
  const MARKS = /[\u0300-\u036f]/g;
  const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
  const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

  const ISO_DATE = /\b(\d{4})-(\d\d)-(\d\d)\b/g;
  const GENITIVE = /:(?:s|n|en|et|ns|ens|ets)$/;

  // Without dots, rings and accents, in lower case: what "Träff" and "traff" have in common.
  function fold(word) {
    return word.toLowerCase().normalize('NFD').replace(MARKS, '').replace(/ø/g, 'o').replace(/æ/g, 'a');
  }

  const isCapitals = (word) => word.length > 1 && /\p{Lu}/u.test(word) && word === word.toUpperCase() && !/\p{Nd}{3}/u.test(word);

  function makeWord(written) {
    const text = written.toLowerCase();
    const folded = fold(text);
    return { written, text, folded, plain: folded === text, capitals: isCapitals(written), number: /^\p{Nd}/u.test(text) };
  }

  // The pieces of a token at its inner punctuation: "och/eller", "14–16", "kap.3".
  const piecesOf = (token) => token.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  // The words of a question in their order, each once, at most MOST_WORDS of them.
  function readWords(question) {
    const text = String(question).slice(0, LONGEST_QUESTION).normalize('NFC').replace(INVISIBLE, '').replace(ISO_DATE, '$3/$2 $1');
    const words = [];
    text.split(/[\s-]+/).forEach((token, at) => {
      const trimmed = token.replace(EDGES, '').replace(GENITIVE, '');
      if (trimmed && words.length < MOST_WORDS && !words.some((word) => word.text === trimmed.toLowerCase())) words.push({ ...makeWord(trimmed), at });
    });
    return words;
  }

  Object.assign(search, { fold, makeWord, piecesOf, readWords });
})(self.traffSearch = self.traffSearch || {});
