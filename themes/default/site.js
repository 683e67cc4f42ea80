// The one thing a page cannot know when it is made: what day it is. Fills in the next meeting, marks the past
// ones. Every page reads and works without this file.
(function () {
  'use strict';

  // A local calendar day as the pages write it, so that days are compared as text and no time zone comes near.
  function isoDay(date) {
    const twoDigits = (number) => String(number).padStart(2, '0');
    return date.getFullYear() + '-' + twoDigits(date.getMonth() + 1) + '-' + twoDigits(date.getDate());
  }

  function dayAfter(date) {
    return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1);
  }

  function textOf(element, selector) {
    const found = element.querySelector(selector);
    return found ? found.textContent.trim() : '';
  }

  function readMeeting(element) {
    const time = element.querySelector('time');
    const link = element.querySelector('a.title');
    const firstDay = time.getAttribute('datetime').slice(0, 10);
    return {
      element,
      firstDay,
      lastDay: (element.getAttribute('data-end') || firstDay).slice(0, 10),
      cancelled: element.hasAttribute('data-cancelled'),
      date: time.textContent.trim(),
      title: textOf(element, '.title'),
      href: link && link.getAttribute('href'),
      time: textOf(element, '.time'),
      status: textOf(element, '.status'),
      alternates: textOf(element, '.alternates'),
      place: textOf(element, '.place'),
      network: textOf(element, '.of-network'),
    };
  }

  function create(name, className, text) {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  }

  function add(parent, name, className, text) {
    return parent.appendChild(create(name, className, text));
  }

  // With reserve dates left nobody can tell from here whether the day was used.
  function markPast(meeting, word) {
    meeting.element.classList.add('past');
    if (meeting.alternates) return;
    const details = meeting.element.querySelector('.details');
    details.prepend(' ');
    details.prepend(create('span', 'status', word));
  }

  function fillBox(box, meeting, today) {
    const pattern = meeting.place ? box.dataset.line : box.dataset.lineWithoutPlace;
    const line = add(box, 'p', 'line', '');
    if (meeting.firstDay <= isoDay(today)) add(line, 'strong', 'soon', box.dataset.today);
    else if (meeting.firstDay === isoDay(dayAfter(today))) add(line, 'strong', 'soon', box.dataset.tomorrow);
    if (line.firstChild) line.append(' ');
    line.append(pattern.replace('{date}', () => meeting.date).replace('{place}', () => meeting.place));
    const title = add(box, 'p', 'title', meeting.href ? '' : meeting.title);
    if (meeting.href) add(title, 'a', '', meeting.title).setAttribute('href', meeting.href);
    if (meeting.time) add(box, 'p', 'time', meeting.time);
    const doubt = [meeting.status, meeting.alternates].filter(Boolean).join('. ');
    if (doubt) add(box, 'p', 'time', doubt);
    if (meeting.network) add(box, 'p', 'time', meeting.network);
    const preparation = meeting.element.querySelector('.preparation');
    if (preparation) box.append(preparation.cloneNode(true));
    box.querySelectorAll('details').forEach((details) => { details.open = true; });
  }

  function showNextMeeting(today) {
    const box = document.querySelector('[data-next-meeting]');
    if (!box) return;
    const meetings = Array.from(document.querySelectorAll('[data-meeting]'), readMeeting);
    if (meetings.length === 0) return;
    const isOver = (meeting) => meeting.lastDay < isoDay(today);
    const next = meetings.find((meeting) => !meeting.cancelled && !isOver(meeting));
    if (next) fillBox(box, next, today);
    else add(box, 'p', 'line', box.dataset.none);
    meetings.filter((meeting) => !meeting.cancelled && isOver(meeting))
      .forEach((meeting) => markPast(meeting, box.dataset.past));
    box.hidden = false;
  }

  // Escape closes the menu or contents list it is pressed in, and leaves the reader on its button.
  function closeOnEscape(event) {
    const fold = event.key === 'Escape' && event.target.closest && event.target.closest('details.fold[open]');
    if (!fold) return;
    fold.open = false;
    fold.querySelector('summary').focus();
  }

  // Buttons that leave only one audience's occasions in the list after them, and those for everyone.
  function startFilter(box) {
    const items = Array.from(box.nextElementSibling.children);
    const buttons = Array.from(box.querySelectorAll('button'));
    const isFor = (item, key) => !key || !item.dataset.audience || item.dataset.audience.split(' ').includes(key);
    buttons.forEach((chosen) => chosen.addEventListener('click', () => {
      buttons.forEach((button) => button.setAttribute('aria-pressed', String(button === chosen)));
      items.forEach((item) => { item.hidden = !isFor(item, chosen.value); });
      const shown = items.filter((item) => !item.hidden).length;
      box.querySelector('[role=status]').textContent =
        box.dataset.filter.replace('{n}', String(shown)).replace('{m}', String(items.length));
    }));
    box.hidden = false;
  }

  // From disk there is no address a calendar could follow.
  function offerCopy(button) {
    if (!location.protocol.startsWith('http') || !navigator.clipboard) return;
    const address = new URL(button.dataset.copy, location.href).href;
    button.addEventListener('click', () => navigator.clipboard.writeText(address)
      .then(() => { button.textContent = button.dataset.copied; }, () => { button.textContent = address; }));
    button.hidden = false;
  }

  // The search comes when it is asked for, and nothing of it before. `work` gets its functions.
  let searchScript = null;
  function withSearch(opener, work) {
    searchScript = searchScript || new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = opener.dataset.search;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    searchScript.then(() => work(window.traffSearch), () => { searchScript = null; });
  }

  const isPlain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  const isTyping = (element) => Boolean(element.closest && element.closest('input, textarea, select, [contenteditable]'));

  // "/" where nothing is being written, Ctrl+K or ⌘K anywhere. On many keyboards "/" takes Shift.
  function asksForSearch(event) {
    if (event.key.toLowerCase() === 'k') return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    return event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  }

  function startSearch(opener) {
    const open = (event) => {
      event.preventDefault();
      withSearch(opener, (search) => search.open());
    };
    opener.setAttribute('role', 'button');
    opener.setAttribute('aria-haspopup', 'dialog');
    opener.addEventListener('click', (event) => { if (isPlain(event)) open(event); });
    opener.addEventListener('keydown', (event) => { if (event.key === ' ') open(event); });
    document.addEventListener('keydown', (event) => { if (event.key && asksForSearch(event)) open(event); });
    const page = document.querySelector('[data-search-page]');
    const words = new URLSearchParams(location.search).get('markera');
    if (page) withSearch(opener, (search) => search.openPage(page));
    else if (words) withSearch(opener, (search) => search.markPage(words));
  }

  showNextMeeting(new Date());
  document.querySelectorAll('[data-search]').forEach(startSearch);
  document.querySelectorAll('[data-filter]').forEach(startFilter);
  document.querySelectorAll('[data-copy]').forEach(offerCopy);
  document.addEventListener('keydown', closeOnEscape);
})();
