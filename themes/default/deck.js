// The show of a presentation: the slides of the page itself, one at a time. The page reads and prints without this.
// The speaker's window is the same page opened once more; the two tell each other where they are by messages, which
// browsers carry between pages on disk too.
(function () {
  'use strict';

  const deck = document.querySelector('[data-deck]');
  if (!deck) return;

  const root = document.documentElement;
  const slides = Array.from(deck.querySelectorAll('.slide'));
  const bar = deck.querySelector('.deck-bar');
  const count = deck.querySelector('.deck-count');
  const isSpeaker = /[?&]talare\b/.test(location.search);
  const sizes = ['fit-1', 'fit-2', 'fit-3', 'fit-4'];

  let current = 0;
  let other = isSpeaker ? window.opener : null;
  let leavesFullScreenOnly = false;
  let idleTimer = 0;

  const is = (state) => root.classList.contains(state);
  const isShown = () => is('show');
  const button = (name) => bar.querySelector('[data-do="' + name + '"]');
  const stageOf = (slide) => slide.querySelector('.stage');

  // ---- which slide

  function slideAt(hash) {
    const target = hash.length > 1 && document.getElementById(hash.slice(1));
    return target ? slides.findIndex((slide) => slide.contains(target)) : -1;
  }

  function address(query) {
    return location.pathname + query + '#' + slides[current].id;
  }

  function place(index) {
    slides[current].classList.remove('current');
    if (slides[current + 1]) slides[current + 1].classList.remove('next');
    current = Math.max(0, Math.min(slides.length - 1, index));
    slides[current].classList.add('current');
    if (slides[current + 1]) slides[current + 1].classList.add('next');
  }

  function sayNumber() {
    count.textContent = deck.dataset.of.replace('{n}', current + 1).replace('{m}', slides.length);
    button('previous').disabled = current === 0;
    button('next').disabled = current === slides.length - 1;
  }

  // A reader who pressed a button stays on it; others are taken to what is shown.
  function focusCurrent() {
    const focused = document.activeElement;
    if (bar.contains(focused) && !focused.disabled) return;
    const target = is('overview') ? slides[current].querySelector('.slide-number a') : slides[current];
    target.focus({ preventScroll: !is('overview') });
  }

  function go(index) {
    place(index);
    setBlack(false);
    fit([slides[current], slides[current + 1]].filter(Boolean));
    stageOf(slides[current]).scrollTop = 0;
    sayNumber();
    focusCurrent();
    history.replaceState(null, '', address(isSpeaker ? '?talare' : '?visa'));
  }

  function goAndTell(index) {
    if (index < 0 || index >= slides.length) return;
    go(index);
    tell();
  }

  // ---- words that do not fit are made smaller, down to a size that can be read; after that the slide scrolls

  function isTooFull(slide) {
    const stage = stageOf(slide);
    return stage.scrollHeight > stage.clientHeight + 1;
  }

  function fit(some) {
    some.forEach((slide) => slide.classList.remove(...sizes));
    let tooFull = some.filter(isTooFull);
    sizes.forEach((size, step) => {
      tooFull.forEach((slide) => slide.classList.replace(sizes[step - 1], size) || slide.classList.add(size));
      tooFull = tooFull.filter(isTooFull);
    });
  }

  // On paper every slide is as large as the others: their sizes are found in the overview, which is not seen.
  function fitForPaper() {
    const added = ['show', 'overview'].filter((state) => !is(state));
    root.classList.add(...added);
    fit(slides);
    root.classList.remove(...added);
  }

  function print(slidesOnly) {
    root.classList.toggle('print-slides', slidesOnly);
    window.print();
  }

  // ---- the show

  function start(index) {
    slides.forEach(prepare);
    root.classList.add('show');
    bar.hidden = false;
    go(index);
  }

  function prepare(slide, index) {
    const heading = slide.querySelector('h1, h2');
    slide.tabIndex = -1;
    slide.setAttribute('role', 'group');
    if (heading) slide.setAttribute('aria-labelledby', heading.id || (heading.id = '_slide-' + (index + 1)));
    else slide.setAttribute('aria-label', slide.querySelector('.slide-number').textContent);
    if (isSpeaker) stageOf(slide).inert = true;
  }

  function exit() {
    if (isSpeaker) return window.close();
    if (is('overview')) setOverview(false);
    setBlack(false);
    root.classList.remove('show', 'idle');
    bar.hidden = true;
    if (document.fullscreenElement) document.exitFullscreen();
    history.replaceState(null, '', address(''));
    slides[current].scrollIntoView({ behavior: 'instant' });
    slides[current].focus({ preventScroll: true });
  }

  function full() {
    leavesFullScreenOnly = Boolean(document.fullscreenElement);
    if (leavesFullScreenOnly) document.exitFullscreen();
    else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
  }

  function setOverview(on) {
    root.classList.toggle('overview', on);
    button('overview').setAttribute('aria-pressed', on);
    slides.forEach((slide) => { stageOf(slide).inert = on; });
    if (on) fit(slides);
  }

  function overview(on = !is('overview')) {
    if (isSpeaker) return;
    setBlack(false);
    setOverview(on);
    if (on) slides[current].querySelector('.slide-number a').focus();
    else go(current);
  }

  function setBlack(on) {
    if (on === is('black')) return;
    root.classList.toggle('black', on);
    button('black').setAttribute('aria-pressed', on);
    if (on) count.textContent = deck.dataset.black;
    else sayNumber();
  }

  function black() {
    setBlack(!is('black'));
    tell();
  }

  function wake() {
    root.classList.remove('idle');
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => root.classList.add('idle'), 3000);
  }

  // ---- the speaker's window

  function speaker() {
    if (isSpeaker) return;
    other = window.open(address('?talare'), 'traff-talare', 'popup,width=1100,height=760');
    if (!other) count.textContent = deck.dataset.blocked;
  }

  function send(message) {
    if (other && !other.closed) other.postMessage({ deck: location.pathname, ...message }, '*');
  }

  const tell = () => send({ slide: current, black: is('black') });

  function hear(event) {
    const said = event.data;
    if (!said || said.deck !== location.pathname || !event.source || event.source === window) return;
    other = event.source;
    if (said.asks) return tell();
    if (!isShown() || !Number.isInteger(said.slide)) return;
    if (said.slide !== current) go(said.slide);
    setBlack(said.black === true);
  }

  function showClock() {
    let began = Date.now();
    const clock = deck.querySelector('[data-clock]');
    const elapsed = deck.querySelector('[data-elapsed]');
    const twoDigits = (number) => String(number).padStart(2, '0');
    const tick = () => {
      const now = new Date();
      const seconds = Math.floor((now - began) / 1000);
      clock.textContent = now.getHours() + '.' + twoDigits(now.getMinutes());
      elapsed.textContent = Math.floor(seconds / 60) + '.' + twoDigits(seconds % 60);
    };
    actions.restart = () => { began = Date.now(); tick(); };
    tick();
    setInterval(tick, 1000);
  }

  function beSpeaker() {
    root.classList.add('speaker');
    deck.querySelectorAll('.deck-clock, .deck-label').forEach((part) => { part.hidden = false; });
    showClock();
    start(Math.max(0, slideAt(location.hash)));
    send({ asks: true });
  }

  // ---- keys, buttons, fingers

  // Down a slide that is longer than the window before on to the next.
  function onward(way) {
    const stage = stageOf(slides[current]);
    const before = stage.scrollTop;
    if (!is('overview')) stage.scrollBy({ top: way * stage.clientHeight * 0.8, behavior: 'instant' });
    if (stage.scrollTop === before) goAndTell(current + way);
  }

  const actions = {
    next: () => goAndTell(current + 1),
    previous: () => goAndTell(current - 1),
    printSlides: () => print(true),
    printNotes: () => print(false),
    show: () => { start(current); full(); },
    overview: () => overview(), black, full, speaker, exit,
  };

  const keys = {
    ArrowRight: actions.next, ArrowLeft: actions.previous,
    ArrowDown: () => onward(1), PageDown: () => onward(1), ' ': () => onward(1),
    ArrowUp: () => onward(-1), PageUp: () => onward(-1),
    Home: () => goAndTell(0), End: () => goAndTell(slides.length - 1),
    Escape: () => (is('overview') ? overview(false) : exit()),
    o: actions.overview, s: speaker, b: black, '.': black, f: full,
  };

  function onKey(event) {
    if (!isShown() || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Tab') wake();
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const action = key === ' ' && event.shiftKey ? keys.PageUp : keys[key];
    const usesKeysItself = key === ' ' ? 'a, button, input, summary, [tabindex="0"]' : 'input, textarea, select, [tabindex="0"]';
    if (!action || event.target.closest(usesKeysItself)) return;
    event.preventDefault();
    action();
  }

  function onClick(event) {
    const pressed = event.target.closest('[data-do]');
    if (pressed) return actions[pressed.dataset.do]();
    const slide = is('overview') && event.target.closest('.slide');
    if (!slide) return;
    event.preventDefault();
    place(slides.indexOf(slide));
    overview(false);
    tell();
  }

  function followFingers() {
    let from = null;
    deck.addEventListener('touchstart', (event) => {
      const alone = event.touches.length === 1 && !event.target.closest('.table-scroll, pre');
      from = isShown() && !is('overview') && alone ? event.touches[0] : null;
      wake();
    }, { passive: true });
    deck.addEventListener('touchend', (event) => {
      if (!from) return;
      const right = event.changedTouches[0].clientX - from.clientX;
      const down = event.changedTouches[0].clientY - from.clientY;
      if (Math.abs(right) > 50 && Math.abs(right) > 2 * Math.abs(down)) goAndTell(current + (right < 0 ? 1 : -1));
      from = null;
    });
  }

  function onFullScreen() {
    const isWanted = document.fullscreenElement || leavesFullScreenOnly || (other && !other.closed);
    if (isShown() && !isWanted) exit();
    leavesFullScreenOnly = false;
  }

  function onHash() {
    const index = slideAt(location.hash);
    if (index < 0) return;
    if (isShown()) goAndTell(index);
    else place(index);
  }

  deck.querySelector('[data-deck-ways]').hidden = false;
  document.addEventListener('keydown', onKey);
  deck.addEventListener('click', onClick);
  document.addEventListener('pointermove', wake);
  document.addEventListener('fullscreenchange', onFullScreen);
  addEventListener('hashchange', onHash);
  addEventListener('message', hear);
  addEventListener('resize', () => isShown() && fit(is('overview') ? slides : [slides[current]]));
  addEventListener('beforeprint', fitForPaper);
  addEventListener('afterprint', () => root.classList.remove('print-slides'));
  followFingers();
  if (isSpeaker) beSpeaker();
  else if (/[?&]visa\b/.test(location.search)) start(Math.max(0, slideAt(location.hash)));
  else onHash();
})();
