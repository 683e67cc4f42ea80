// The words that were found, marked in a text.
(function (search) {
  'use strict';

  const LONGEST_ENDING = 8;
  const MOST_MARKS = 400;
  const PIECE = 170;
  const BEFORE = 50;
  const fold = (word) => word.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');

  // terms: folded, as the engine gives them; a word of the text is one when it begins as one.
  function isFound(word, terms) {
    const folded = fold(word);
    return terms.some((term) => folded === term || (term.length > 2 && folded.startsWith(term) && folded.length - term.length <= LONGEST_ENDING));
  }

  const foundIn = (text, terms) => [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].filter(([word]) => isFound(word, terms));

  // The piece of a text with the most found words.
  function pieceOf(text, terms) {
    const places = foundIn(text, terms).map(({ index }) => index);
    const within = (at) => places.filter((place) => place >= at && place < at + PIECE - BEFORE).length;
    const best = places.reduce((first, at) => (within(at) > within(first) ? at : first), places[0] || 0);
    const begin = best > BEFORE && text.length > PIECE ? text.lastIndexOf(' ', best - BEFORE) + 1 : 0;
    const piece = text.slice(begin, begin + PIECE);
    return (begin ? '… ' : '') + (text.length > begin + PIECE ? piece.replace(/ \S*$/, ' …') : piece);
  }

  // Appends `text` to `element`, its found words as <mark>.
  function appendMarked(element, text, terms) {
    let done = 0;
    for (const found of foundIn(text, terms)) {
      element.append(text.slice(done, found.index));
      element.appendChild(document.createElement('mark')).textContent = found[0];
      done = found.index + found[0].length;
    }
    element.append(text.slice(done));
  }

  function textsOf(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('script, style, svg, mark, [data-search-page]')) texts.push(walker.currentNode);
    return texts;
  }

  // Marks the words a reader came here for. wanted: terms with spaces between.
  function markPage(wanted) {
    const terms = wanted.slice(0, 500).split(' ').filter(Boolean).slice(0, 40);
    const main = document.querySelector('main');
    if (!main || terms.length === 0) return;
    search.loadStyle();
    let left = MOST_MARKS;
    for (const text of textsOf(main)) {
      const marked = document.createDocumentFragment();
      appendMarked(marked, text.data, terms);
      const count = marked.querySelectorAll('mark').length;
      if (count === 0) continue;
      text.replaceWith(marked);
      left -= count;
      if (left <= 0) break;
    }
  }

  Object.assign(search, { appendMarked, markPage, pieceOf });
})(self.traffSearch);
