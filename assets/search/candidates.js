// Which words of the index one word of a question may stand for, and how well: 1 is the word itself.
(function (search) {
  'use strict';

  const QUALITY = { exact: 1, folded: 0.85, form: 0.9, piece: 0.8, numberPiece: 0.4, begun: 0.72, front: 0.4, head: 0.62, inner: 0.3, near: 0.54, far: 0.4, nearFront: 0.4, nearWithin: 0.35, alike: 0.3 };
  const MOST_MEANT = 3;
  const ALIKE = 0.55;  // of a word's letters, when words begin alike: dyslektiker, dyslexi
  const STRONG = 0.7;
  const WEAK = 0.4;
  const SHORT_NEAR = 0.75;

  // context: {vocabulary, stem, formsOnly: nothing but the word and its forms}
  function candidatesOf(word, context) {
    const { vocabulary, stem } = context;
    const found = new Map();
    const add = (number, quality) => {
      const before = found.get(number);
      if (!before || before.quality < quality) found.set(number, { term: vocabulary.terms[number], quality });
    };
    const stemmed = stem(word.text);
    const foldedStem = search.fold(stemmed);
    const bases = word.number ? [] : search.basesOf(word.folded).slice(0, 3).map((form) => form.base);
    const rank = (i, quality) => add(i, quality * spellingOf(word, vocabulary.terms[i], vocabulary.folded[i]));

    function addForms() {
      vocabulary.eachFolded(foldedStem, (i) => {
        if (vocabulary.terms[i] === stemmed) add(i, QUALITY.exact);
        else add(i, word.plain ? QUALITY.folded : QUALITY.folded * 0.8);
      });
      if (word.number || word.folded.length < 3) return;
      for (const { base, cost } of search.basesOf(word.folded)) {
        const quality = QUALITY.form - 0.03 * cost - (base.length < 4 ? 0.2 : 0);
        for (const ending of search.endings) vocabulary.eachFolded(base + ending, (i) => rank(i, quality - 0.03 * ending.length));
      }
    }

    function addLonger() {
      const begin = word.folded.length >= foldedStem.length ? word.folded : foldedStem;
      for (const base of new Set([begin, foldedStem, ...bases])) {
        if (base.length < 2 || (word.number && base.length < 4)) continue;
        vocabulary.eachWithPrefix(base, (i) => {
          const rest = vocabulary.folded[i].slice(base.length);
          if (!rest) return;
          if (base === begin) rank(i, QUALITY.begun - 0.02 * Math.min(rest.length, 8));
          if (base.length >= 3) rank(i, QUALITY.front);
        });
      }
      // At the end of a long word more is cut: problemäg-are, but ägar-e.
      const cut = foldedStem.replace(/(?:ar|er|en|a|e)$/, '');
      if (!word.number) addWithin([...new Set([foldedStem, ...bases, cut])].filter((base) => base.length > 1));
    }

    // Words that hold one of the bases, all of which begin alike but for a letter or two.
    function addWithin(bases) {
      const common = bases.reduce((shortest, base) => (base.length < shortest.length ? base : shortest), bases[0] || '');
      if (!common) return;
      vocabulary.eachWithin(common, (i) => bases.forEach((base) => rankWithin(i, base)));
    }

    function rankWithin(i, base) {
      const whole = vocabulary.folded[i];
      const at = whole.lastIndexOf(base);
      if (at < 2) return;
      const known = isKnown(whole.slice(0, at), context);
      const isHead = base.length < 3 ? at + base.length === whole.length : search.isEnding(whole.slice(at + base.length));
      if (isHead && (known || base.length >= 4)) rank(i, known ? QUALITY.head : QUALITY.head * 0.75);
      else if (!isHead && base.length >= 4) rank(i, QUALITY.inner);
    }

    function addMisspelt(scale) {
      const size = foldedStem.length;
      if (word.number || word.folded.length < 4) return;
      const most = word.folded.length >= 8 && scale === 1 ? 2 : 1;
      const meant = [];
      for (const form of new Set([foldedStem, ...bases])) {
        if (form.length < 4) continue;
        vocabulary.eachNear(form, most, false, (i, slips) => {
          if (slips <= 1 && form.length > 5) meant.push(vocabulary.folded[i]);
          add(i, (slips <= 1 ? QUALITY.near : QUALITY.far) * scale * (form.length < 6 ? SHORT_NEAR : 1));
        });
      }
      if (size < 6 || scale < 1) return;
      vocabulary.eachNear(foldedStem, 1, true, (i) => add(i, QUALITY.nearFront));
      meant.slice(0, MOST_MEANT).forEach((term) => vocabulary.eachWithin(term, (i) => add(i, QUALITY.nearWithin)));
      vocabulary.eachWithPrefix(foldedStem.slice(0, Math.max(5, Math.ceil(size * ALIKE))), (i) => add(i, QUALITY.alike));
    }

    // Terms with punctuation inside: "och/eller", "14–16", "ska:s". A time is the same by whatever sign: 9:30, 09.30.
    function addPieces() {
      const written = search.piecesOf(word.folded).join(' ');
      const wanted = [written, foldedStem, written.includes(' ') ? '0' + written : written].map((text) => ` ${text} `);
      const quality = word.number && written.length < 3 ? QUALITY.numberPiece : QUALITY.piece;
      for (const { number, pieces } of vocabulary.mixed) {
        if (wanted.some((text) => pieces.includes(text))) rank(number, quality);
      }
    }

    addForms();
    if (context.formsOnly) return [...found.values()];
    addPieces();
    addLonger();
    const best = bestOf([...found.values()]);
    if (best < STRONG) addMisspelt(best < WEAK ? 1 : 0.6);
    return [...found.values()];
  }

  // Dots that the reader wrote count: "mål" is hardly "mal". Who writes none has perhaps no such keys.
  function spellingOf(word, term, folded) {
    if (word.plain) return term === folded ? 1 : 0.95;
    const marks = (text) => (text.match(/[åäöéèüà]/g) || []).join('');
    const own = marks(word.text);
    const others = marks(term);
    return others.startsWith(own) || own.startsWith(others) && others ? 1 : 0.75;
  }

  // Whether a piece of a compound is a word of the site, with or without the s between the pieces.
  function isKnown(piece, { vocabulary, stem }) {
    if (piece.length < 3) return false;
    const short = piece.endsWith('s') ? piece.slice(0, -1) : piece;
    return vocabulary.has(piece) || vocabulary.has(short) || vocabulary.has(stem(short)) || vocabulary.has(piece + 'a') || vocabulary.has(piece + 'e');
  }

  const bestOf = (candidates) => candidates.reduce((most, { quality }) => Math.max(most, quality), 0);

  Object.assign(search, { bestOf, candidatesOf });
})(self.traffSearch = self.traffSearch || {});
