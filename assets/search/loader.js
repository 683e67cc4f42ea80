// Fetches what the search is made of when it is first asked for. All of it comes as scripts, which pages opened from
// disk may load too.
(function (search) {
  'use strict';

  const MOST_ROUNDS = 5;
  const here = document.currentScript.src;
  const asset = (name) => new URL(name, here).href;
  const siteFile = (path) => new URL('../' + path, here).href;

  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.onload = resolve;
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });
  }

  function loadStyle() {
    const address = asset(search.files.style);
    const loaded = Array.from(document.querySelectorAll('link[rel=stylesheet]')).find((link) => link.href === address);
    if (loaded) return;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    document.head.append(link);
  }

  // A damaged file is answered in words on the page, not by an error nobody sees.
  async function withoutComplaints(work) {
    const hush = (event) => { if (!event.filename || event.filename.startsWith(siteFile('search/'))) event.preventDefault(); };
    addEventListener('error', hush);
    try {
      return await work();
    } finally {
      removeEventListener('error', hush);
    }
  }

  function makeWorker() {
    const source = '(' + self.traffEngine + ').call(self);self.traffSearch.serve(self);';
    return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  }

  // An object to post to in the page itself: small indexes need no worker.
  function makeLocalPort() {
    const far = { postMessage: (data) => near.onmessage({ data }) };
    const near = { postMessage: (data) => setTimeout(() => far.onmessage({ data }), 0) };
    self.traffEngine.call(self);
    search.serve(far);
    return near;
  }

  function startPort(large) {
    if (!large) return makeLocalPort();
    try {
      return makeWorker();
    } catch (error) {
      return makeLocalPort();
    }
  }

  // → a function from a message to a promise of its answer.
  function connect(port) {
    const waiting = new Map();
    let last = 0;
    port.onmessage = ({ data }) => {
      const { resolve, reject } = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.failed) reject(new Error(data.failed));
      else resolve(data.answer);
    };
    port.onerror = () => waiting.forEach(({ reject }) => reject(new Error('worker')));
    return (message) => new Promise((resolve, reject) => {
      waiting.set(last += 1, { resolve, reject });
      port.postMessage({ ...message, id: last });
    });
  }

  // The parts of a large site's search, each loaded once: parts.terms[3], parts.documents[3].
  const parts = { terms: [], documents: [] };
  const folders = { terms: 't/', documents: 'd/' };
  const coming = new Map();
  search.part = (name, number, text) => { parts[name][number] = text; };

  function once(path) {
    if (!coming.has(path)) coming.set(path, withoutComplaints(() => loadScript(siteFile('search/' + path))));
    return coming.get(path);
  }

  // What came may be damaged: the next attempt fetches it anew.
  const forget = () => coming.clear();

  async function loadPart(name, number) {
    await once(folders[name] + number + '.js');
    return parts[name][number];
  }

  async function fetchWanted(send, { shards, vocabulary }) {
    const texts = await Promise.all([...shards.map((number) => loadPart('terms', number)), vocabulary && once('vocabulary.js')]);
    for (const [i, number] of shards.entries()) await send({ what: 'index', text: texts[i], number });
    if (vocabulary) await send({ what: 'vocabulary', text: search.vocabulary });
  }

  // Asks, fetches what the answer lacks if it is still wanted then, and asks again. An answer that only could be better is
  // given when something is missing.
  async function askFully(send, question, stillWanted) {
    let answer = await send({ what: 'ask', question });
    for (let round = 0; round < MOST_ROUNDS && (answer.wants.shards.length > 0 || answer.wants.vocabulary); round += 1) {
      if (!await stillWanted()) break;
      try {
        await fetchWanted(send, answer.wants);
      } catch (error) {
        forget();
        if (answer.count === 0) throw error;
        break;
      }
      answer = await send({ what: 'ask', question });
    }
    return answer;
  }

  async function loadAll() {
    await Promise.all([loadScript(asset(search.files.engine)), once('manifest.js'), once('words.js')]);
    const manifest = JSON.parse(search.manifest);
    const isWhole = manifest.shards.length === 0;
    if (isWhole) await once('index.js');
    const send = connect(startPort(!isWhole));
    await send({ what: 'start', manifest: isWhole ? null : manifest, words: JSON.parse(search.words) });
    if (isWhole) await send({ what: 'index', text: search.index });
    search.index = '';
    const entries = search.makeEntries(manifest, { root: siteFile(''), loadPart, loadDocuments: () => once('documents.js') });
    return { ask: (question, stillWanted) => askFully(send, question, stillWanted), entries };
  }

  let loading = null;

  // {ask, entries}; rejected when something is missing or damaged, and tried again next time.
  function load() {
    loading = loading || loadAll().catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  Object.assign(search, { forget, load, loadStyle, siteFile });
})(self.traffSearch);
