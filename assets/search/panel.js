// The field, the choices and the results: one inside the dialog, where arrow keys go through a list box, and one on the
// search page, where results are an ordinary list of links.
(function (search) {
  'use strict';

  const words = search.strings;
  const PAUSE = 200;
  const LONGEST_SHOWN = 60;

  function addSelect(parent, label, options) {
    const box = search.add(parent, 'label', 'search-choice');
    search.add(box, 'span', '', label);
    const select = search.add(box, 'select');
    setOptions(select, options, 2);
    return select;
  }

  // options: [value, text]; what was chosen stays when it is still there. Fewer than `fewest` are not offered.
  function setOptions(select, options, fewest) {
    const before = select.value;
    select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
    select.value = options.some(([value]) => value === before) ? before : '';
    select.parentElement.hidden = options.length < fewest && !select.value;
  }

  // id: unlike other panels'; most: results at a time; list: makes the element that holds
  // them; onShow(shown, question).
  function makePanel(container, { id, most, makeList, showResult, onShow }) {
    const box = search.add(container, 'div', 'search-panel');
    const label = search.add(box, 'label', 'search-label', words.label);
    const input = search.add(box, 'input', 'search-input');
    Object.assign(input, { id: id + 'field', type: 'search', autocomplete: 'off', spellcheck: false });
    input.setAttribute('enterkeyhint', 'search');
    label.htmlFor = input.id;
    const choices = search.add(box, 'fieldset', 'search-choices');
    choices.hidden = true;
    search.add(choices, 'legend', '', words.filter);
    const where = addSelect(choices, words.where, [['', words.everywhere]]);
    const kind = addSelect(choices, words.kind, [['', words.any]]);
    const meeting = addSelect(choices, words.meeting, [['', words['meeting.any']]]);
    const choose = search.add(box, 'button', 'search-more', words.filter);
    Object.assign(choose, { type: 'button', hidden: true });
    const status = search.add(box, 'p', 'search-status', words.hint);
    status.setAttribute('role', 'status');
    const list = makeList(box);
    let asked = 0;
    let settled = null;  // comes true when no key has been pressed for a while
    let found = null;  // {refs, terms, question, entries}
    let limit = 0;

    const chosen = () => ({ network: where.value === '' ? '' : Number(where.value), kind: kind.value, meeting: meeting.value });
    const isNarrowed = () => Boolean(where.value || kind.value || meeting.value);

    // The refs that the choices leave. Choices can be made only where every entry is at hand.
    function chosenRefs() {
      if (!isNarrowed()) return found.refs;
      const all = found.entries.known(found.refs);
      return found.refs.filter((ref, i) => search.isChosen(all[i], chosen()));
    }

    async function show() {
      const mine = found;
      const refs = chosenRefs();
      if (!mine.entries.have(refs.slice(0, limit))) await settled;
      if (mine !== found) return;
      const shown = await mine.entries.of(refs.slice(0, limit));
      if (mine !== found) return;
      const quoted = found.question.length > LONGEST_SHOWN ? found.question.slice(0, LONGEST_SHOWN) + ' …' : found.question;
      const count = isNarrowed() ? refs.length : found.count;
      if (count > 0) status.textContent = search.countText(count);
      else status.textContent = search.fill(isNarrowed() ? words.filtered : words.none, { q: quoted });
      list.replaceChildren(...shown.map((entry, i) => showResult(search.makeResult(entry, found.terms, found.entries), i)));
      onShow({ shown: shown.length, count: refs.length, question: found.question });
    }

    function clear(text) {
      found = null;
      choices.hidden = true;
      choose.hidden = true;
      list.replaceChildren();
      status.textContent = text;
      onShow({ shown: 0, count: 0, question: '' });
    }

    function offerChoices() {
      if (!found.entries.isComplete()) {
        choose.hidden = found.refs.length === 0;
        choices.hidden = true;
        return;
      }
      choose.hidden = true;
      const all = found.entries.known(found.refs);
      const here = found.entries.networkHere();
      setOptions(where, [['', words.everywhere], ...(found.entries.severalNetworks && here >= 0 ? [[String(here), words.here]] : [])], 2);
      setOptions(kind, [['', words.any], ...search.kindsOf(all).map((name) => [name, found.entries.kindName(name)])], 3);
      setOptions(meeting, [['', words['meeting.any']], ...search.meetingsOf(all).map((number) => [number, meetingName(number)])], 3);
      choices.hidden = all.length === 0 || [where, kind, meeting].every((select) => select.parentElement.hidden);
    }

    const meetingName = (number) => (/^\d+$/.test(number) ? search.fill(words['meeting.number'], { n: number }) : number);

    async function run() {
      const question = input.value.trim();
      const mine = asked += 1;
      if (Array.from(question).length < 2) return clear(words.hint);
      try {
        if (!found) status.textContent = words.loading;
        const { ask, entries } = await search.load();
        settled = new Promise((resolve) => setTimeout(resolve, PAUSE));
        const { results, count, terms } = await ask(question, () => settled.then(() => mine === asked));
        if (mine !== asked) return;
        limit = most;
        found = { refs: results.map(({ ref }) => ref), count, terms, question, entries };
        offerChoices();
        await show();
      } catch (error) {
        search.forget();
        if (mine === asked) clear(words.broken);
      }
    }

    input.addEventListener('input', run);
    // The files come while the reader types the first letters.
    input.addEventListener('keydown', () => search.load().catch(() => {}), { once: true });
    choices.addEventListener('change', () => found && show());
    choose.addEventListener('click', async () => {
      await found.entries.complete();
      offerChoices();
      choices.querySelector('label:not([hidden]) select').focus();
    });

    return { box, input, list, status, run, showMore: () => { limit += most; return show(); } };
  }

  search.makePanel = makePanel;
})(self.traffSearch);
