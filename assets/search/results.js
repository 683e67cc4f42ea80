// Results as elements, and which of them the reader's choices leave.
(function (search) {
  'use strict';

  const words = search.strings;

  function add(parent, name, className, text) {
    const element = parent.appendChild(document.createElement(name));
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  // chosen: {network, kind, meeting}, each '' for all.
  function isChosen({ page }, chosen) {
    return (chosen.network === '' || page.network === chosen.network) && (chosen.kind === '' || page.kind === chosen.kind) &&
      (chosen.meeting === '' || page.meeting === chosen.meeting);
  }

  function whereLine(entry, entries) {
    const parts = [entries.kindName(entry.page.kind)];
    if (entry.anchor && entry.page.title !== entry.title) parts.push(entry.page.title);
    if (entries.severalNetworks && entry.network && entry.network !== entry.page.title) parts.push(entry.network);
    return parts.join(' · ');
  }

  // A link with title, place and excerpt, the found words marked.
  function makeResult(entry, terms, entries) {
    const link = document.createElement('a');
    link.className = 'search-result';
    link.href = entries.hrefOf(entry, terms);
    search.appendMarked(add(link, 'span', 'search-title'), entry.title, terms);
    search.appendMarked(add(link, 'span', 'search-place'), whereLine(entry, entries), terms);
    if (entry.excerpt) search.appendMarked(add(link, 'span', 'search-excerpt'), search.pieceOf(entry.excerpt, terms), terms);
    return link;
  }

  const countText = (count) => (count === 1 ? words.one : search.fill(words.many, { n: count }));

  // Which kinds and träffar there are among entries, in the order they come.
  function kindsOf(list) {
    return [...new Set(list.map(({ page }) => page.kind))];
  }

  function meetingsOf(list) {
    return [...new Set(list.map(({ page }) => page.meeting).filter(Boolean))].sort((a, b) => a.localeCompare(b, 'sv', { numeric: true }));
  }

  Object.assign(search, { add, countText, isChosen, kindsOf, makeResult, meetingsOf });
})(self.traffSearch);
