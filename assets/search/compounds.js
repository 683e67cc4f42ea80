// Words put together and taken apart by the site's own words: "kollega handledning" is kollegahandledning, and a
// long word nobody wrote is what it is made of.
(function (search) {
  'use strict';

  const SHORTEST_FRONT = 3;
  const SHORTEST_HEAD = 4;
  const STRONG = 0.7;
  const KNOWN_SHARE = 0.4;
  const LONGEST = 48;

  function formsOf(text, context) {
    const found = search.candidatesOf(search.makeWord(text), { ...context, formsOnly: true });
    return found.filter((candidate) => candidate.quality >= STRONG);
  }

  // The forms a word takes before another: samtals-, lärar-, skol-, gatu-.
  function frontForms(text, context) {
    const direct = formsOf(text, context);
    return direct.length === 0 && text.length > SHORTEST_FRONT && /[sou]$/.test(text) ? formsOf(text.slice(0, -1), context) : direct;
  }

  // The pieces of a long word that the site knows, in their order: [{candidates, size, last}]. Letters that belong to
  // no known piece cost the most, then the number of pieces. Cost: the square of the word's length in look-ups.
  function takeApart(word, context) {
    const text = word.text;
    if (text.length > LONGEST) return [];
    const best = [{ cost: 0, pieces: [] }];
    for (let end = 1; end <= text.length; end += 1) {
      best[end] = { cost: best[end - 1].cost + 2, pieces: best[end - 1].pieces };
      const last = end === text.length;
      for (let begin = 0; begin <= end - (last ? SHORTEST_HEAD : SHORTEST_FRONT); begin += 1) {
        const cost = best[begin].cost + 3;
        if ((begin === 0 && last) || cost >= best[end].cost) continue;
        const piece = text.slice(begin, end);
        const candidates = last ? formsOf(piece, context) : frontForms(piece, context);
        if (candidates.length > 0) best[end] = { cost, pieces: [...best[begin].pieces, { candidates, size: piece.length, last }] };
      }
    }
    const { pieces } = best[text.length];
    return pieces.reduce((sum, piece) => sum + piece.size, 0) >= text.length * KNOWN_SHARE ? pieces : [];
  }

  // Two neighbours written as one, with and without s.
  function joined(first, second, context) {
    return ['', 's'].flatMap((link) => formsOf(first.text + link + second.text, context));
  }

  Object.assign(search, { joined, takeApart });
})(self.traffSearch = self.traffSearch || {});
