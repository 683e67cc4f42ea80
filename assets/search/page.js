// The search page: the question stands in its address, and every result can be reached.
(function (search) {
  'use strict';

  const MOST = 12;

  function rememberQuestion(question) {
    const address = new URL(location.href);
    if (question) address.searchParams.set('q', question);
    else address.searchParams.delete('q');
    try {
      history.replaceState(null, '', address);
    } catch (error) {
      // Some browsers let no page from disk change its address.
    }
  }

  function openPage(container) {
    search.loadStyle();
    container.setAttribute('role', 'search');
    const more = document.createElement('button');
    const panel = search.makePanel(container, {
      id: '_search-page-',
      most: MOST,
      makeList: (box) => search.add(box, 'ol', 'search-list'),
      showResult: (link) => {
        const item = document.createElement('li');
        item.append(link);
        return item;
      },
      onShow: ({ shown, count, question }) => {
        more.hidden = shown >= count;
        rememberQuestion(question);
      },
    });
    Object.assign(more, { type: 'button', className: 'search-more', textContent: search.strings.more, hidden: true });
    panel.box.append(more);
    more.addEventListener('click', async () => {
      const next = panel.list.children.length;
      await panel.showMore();
      panel.list.children[next].firstChild.focus();
    });
    panel.input.value = new URLSearchParams(location.search).get('q') || '';
    if (panel.input.value) panel.run();
  }

  search.openPage = openPage;
})(self.traffSearch);
