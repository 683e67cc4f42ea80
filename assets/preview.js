// On pages served by `traff serve` only: reloads the page when the site has changed and shows what is wrong with
// the content in a box at the foot. Never part of a published site.
(function () {
  'use strict';

  const tag = document.currentScript;
  const page = tag.dataset.page;
  const shownSite = tag.dataset.site;

  const words = {
    sv: {
      box: 'Förhandsvisning',
      page: 'Den här sidan',
      site: 'Hela webbplatsen',
      counts: { error: ['Fel', 'Fel'], warning: ['Varning', 'Varningar'], hint: ['Tips', 'Tips'] },
      none: 'inga fel',
      elsewhere: 'På andra ställen',
      leftOut: (count) => `… och ${count} till. traff check visar alla.`,
      line: 'rad',
      show: 'Visa',
      hide: 'Dölj',
      close: 'Stäng',
      failure: 'Webbplatsen kunde inte byggas. Du ser den senaste som gick att bygga.',
    },
    en: {
      box: 'Preview',
      page: 'This page',
      site: 'The whole site',
      counts: { error: ['error', 'errors'], warning: ['warning', 'warnings'], hint: ['hint', 'hints'] },
      none: 'no errors',
      elsewhere: 'Elsewhere',
      leftOut: (count) => `… and ${count} more. traff check shows them all.`,
      line: 'line',
      show: 'Show',
      hide: 'Hide',
      close: 'Close',
      failure: 'The site could not be built. You see the latest that could.',
    },
  };

  // What is remembered for this tab: nothing breaks when the browser refuses.
  const memory = {
    read(key) {
      try { return sessionStorage.getItem('traff-preview-' + key); } catch { return null; }
    },
    write(key, value) {
      try { sessionStorage.setItem('traff-preview-' + key, value); } catch { /* not remembered, then */ }
    },
    forget(key) {
      try { sessionStorage.removeItem('traff-preview-' + key); } catch { /* never remembered */ }
    },
  };

  // Reloading

  function reload() {
    memory.write('scroll', JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
    location.reload();
  }

  function restoreScroll() {
    const saved = JSON.parse(memory.read('scroll') || 'null');
    memory.forget('scroll');
    if (!saved || saved.path !== location.pathname) return;
    const restore = () => scrollTo({ left: saved.x, top: saved.y, behavior: 'instant' });
    restore();
    addEventListener('load', restore, { once: true });  // pictures without a size have moved the text
  }

  // The box

  function create(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function add(parent, name, className, text) {
    return parent.appendChild(create(name, className, text));
  }

  function addButton(parent, className, action) {
    const button = add(parent, 'button', className);
    button.type = 'button';
    button.addEventListener('click', action);
    return button;
  }

  function createBox() {
    const box = create('section', 'traff-preview');
    box.hidden = true;
    const bar = add(box, 'div', 'traff-preview-bar');
    const summary = add(bar, 'p', 'traff-preview-summary');
    summary.setAttribute('role', 'status');
    const panel = create('div', 'traff-preview-panel');
    panel.id = '_traff-preview-panel';
    panel.tabIndex = 0;
    panel.setAttribute('role', 'group');
    const toggle = addButton(bar, 'traff-preview-toggle', () => open(panel.hidden));
    toggle.setAttribute('aria-controls', panel.id);
    const close = addButton(bar, 'traff-preview-close', dismiss);
    box.append(panel);
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || panel.hidden) return;
      open(false);
      toggle.focus();
    });
    document.body.append(box);
    return { box, summary, panel, toggle, close };
  }

  const view = createBox();
  let language = 'sv';
  let told = '';

  function open(isOpen) {
    view.panel.hidden = !isOpen;
    view.toggle.setAttribute('aria-expanded', String(isOpen));
    view.toggle.textContent = isOpen ? words[language].hide : words[language].show;
    memory.write('open', isOpen ? 'yes' : 'no');
  }

  // Closed until there is something else to say.
  function dismiss() {
    view.box.hidden = true;
    memory.write('dismissed', told);
  }

  function show(summary, kind, failure) {
    told = failure || summary;
    view.box.dataset.kind = kind;
    view.box.hidden = memory.read('dismissed') === told;
    if (view.summary.textContent !== summary) view.summary.textContent = summary;
  }

  // Mistakes

  function counted(counts) {
    const parts = ['error', 'warning', 'hint']
      .filter((kind) => counts[kind] > 0)
      .map((kind) => counts[kind] + ' ' + words[language].counts[kind][counts[kind] === 1 ? 0 : 1]);
    return parts.join(', ') || words[language].none;
  }

  function placeOf(note) {
    return note.path + (note.line ? ':' + note.line + (note.column ? ':' + note.column : '') : '');
  }

  function addNote(list, note, isElsewhere) {
    const item = add(list, 'li', 'traff-preview-note');
    item.dataset.kind = note.severity;
    const head = add(item, 'p');
    add(head, 'strong', '', note.word);
    if (note.line && !isElsewhere) head.append(` ${words[language].line} ${note.line}`);
    head.append(': ' + note.message + ' ');
    add(head, 'a', 'traff-preview-code', '[' + note.code + ']').href = '/_traff/explain/' + note.code;
    if (note.text.trim()) add(item, 'pre', '', note.text);
    if (note.hint) add(item, 'p', 'traff-preview-hint', '→ ' + note.hint);
    const place = add(item, 'p', 'traff-preview-place');
    const parent = isElsewhere && note.address ? add(place, 'a') : place;
    if (parent !== place) parent.href = '/' + note.address.split('/').map(encodeURIComponent).join('/');
    add(parent, 'code', '', placeOf(note));
  }

  function addNotes(heading, notes, isElsewhere) {
    if (notes.length === 0) return;
    add(view.panel, 'h2', '', heading);
    const list = add(view.panel, 'ul');
    for (const note of notes) addNote(list, note, isElsewhere);
  }

  function worst(counts) {
    return ['error', 'warning', 'hint'].find((kind) => counts[kind] > 0) || 'none';
  }

  function render(notes) {
    language = notes.language in words ? notes.language : 'sv';
    const text = words[language];
    view.box.lang = language;
    view.box.setAttribute('aria-label', text.box);
    view.panel.setAttribute('aria-label', text.box);
    view.close.textContent = text.close;
    view.panel.replaceChildren();
    if (notes.failure) add(view.panel, 'pre', 'traff-preview-failure', notes.failure);
    addNotes(text.page, notes.page, false);
    addNotes(text.elsewhere, notes.others, true);
    if (notes.left_out) add(view.panel, 'p', '', text.leftOut(notes.left_out));
    open(Boolean(notes.failure) || memory.read('open') === 'yes');
    const summary = `${text.page}: ${counted(notes.counts.page)}. ${text.site}: ${counted(notes.counts.site)}.`;
    if (notes.failure) show(text.failure, 'error', notes.failure);
    else if (worst(notes.counts.site) === 'none') view.box.hidden = true;
    else show(summary, worst(notes.counts.page));
  }

  let shownNotes = '';

  async function fetchNotes() {
    const answer = await fetch('/_traff/diagnostics.json?page=' + encodeURIComponent(page));
    if (!answer.ok) return;
    const notes = await answer.json();
    shownNotes = notes.notes;
    render(notes);
  }

  // The stream of editions. A browser has six connections to a server at most, for all its tabs together, so only
  // a page that is seen listens.

  let stream = null;

  function listen() {
    if (stream || document.visibilityState !== 'visible') return;
    stream = new EventSource('/_traff/events');
    stream.addEventListener('edition', (event) => {
      const edition = JSON.parse(event.data);
      if (edition.site !== shownSite) reload();
      else if (edition.notes !== shownNotes) fetchNotes().catch(() => {});
    });
    stream.addEventListener('error', () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        hush();
        setTimeout(listen, 1000);
      }
    });
  }

  function hush() {
    if (stream) stream.close();
    stream = null;
  }

  restoreScroll();
  listen();
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? listen() : hush()));
  addEventListener('pagehide', hush);
  addEventListener('pageshow', listen);
})();
