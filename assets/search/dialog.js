// The search that opens over any page: by its button, by / and by Ctrl+K.
(function (search) {
  'use strict';

  const words = search.strings;
  const MOST = 6;
  let dialog = null;
  let panel = null;
  let active = -1;

  const options = () => [...panel.list.children];

  function choose(index) {
    const all = options();
    if (all[active]) all[active].setAttribute('aria-selected', 'false');
    active = all.length === 0 ? -1 : (index + all.length) % all.length;
    if (active < 0) {
      panel.input.removeAttribute('aria-activedescendant');
      return;
    }
    all[active].setAttribute('aria-selected', 'true');
    panel.input.setAttribute('aria-activedescendant', all[active].id);
    all[active].scrollIntoView({ block: 'nearest' });
  }

  function makeList(box) {
    const list = search.add(box, 'div', 'search-list');
    list.id = '_search-list';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', words.results);
    list.hidden = true;
    return list;
  }

  function showResult(link, i) {
    link.id = '_search-' + i;
    link.tabIndex = -1;
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    return link;
  }

  const pageAddress = (question) => search.siteFile('sok.html') + (question ? '?q=' + encodeURIComponent(question) : '');

  function onShow({ shown, count, question }) {
    active = -1;
    panel.input.removeAttribute('aria-activedescendant');
    panel.input.setAttribute('aria-expanded', String(shown > 0));
    panel.list.hidden = shown === 0;
    panel.all.hidden = count <= shown;
    panel.all.href = pageAddress(question);
    panel.all.textContent = search.fill(words.all, { n: count });
  }

  function onKey(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      dialog.close();
    } else if (event.target !== panel.input) {
      return;
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(event.key === 'ArrowDown' ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (active >= 0) options()[active].click();
      else if (panel.input.value.trim()) location.href = pageAddress(panel.input.value.trim());
    }
  }

  function build() {
    dialog = search.add(document.body, 'dialog', 'search-dialog');
    dialog.setAttribute('aria-label', words.label);
    const close = search.add(dialog, 'button', 'search-close', words.close);
    close.type = 'button';
    close.addEventListener('click', () => dialog.close());
    panel = search.makePanel(dialog, { id: '_search-', most: MOST, makeList, showResult, onShow: (state) => onShow(state) });
    panel.all = search.add(dialog, 'a', 'search-all');
    panel.all.hidden = true;
    panel.input.setAttribute('role', 'combobox');
    panel.input.setAttribute('aria-autocomplete', 'list');
    panel.input.setAttribute('aria-expanded', 'false');
    panel.input.setAttribute('aria-controls', panel.list.id);
    dialog.addEventListener('keydown', onKey);
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
      if (event.target.closest('.search-result') && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
    });
  }

  function open() {
    const own = document.querySelector('[data-search-page] input');
    if (own) return own.focus();
    search.loadStyle();
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    panel.input.focus();
    panel.input.select();
  }

  search.open = open;
})(self.traffSearch);
