// What results show, as docs/search.md describes documents.js.
(function (search) {
  'use strict';

  const words = search.strings;
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  function slideTitle(anchor) {
    const number = /^bild-(\d+)$/.exec(anchor);
    return number ? fill(words.slide, { n: number[1] }) : '';
  }

  // manifest: of the site. source: {root: address of the site's own folder, loadPart, loadDocuments}.
  function makeEntries(manifest, { root, loadPart, loadDocuments }) {
    const pages = [];
    const rows = [];
    const excerpts = [];  // of blocks, which may be longer
    const here = decodeURI(location.href.split(/[?#]/)[0]);
    const folder = decodeURI(root);
    const address = here.startsWith(folder) ? here.slice(folder.length) : '';
    let whole = false;

    function take(block) {
      block.pages.forEach(([path, title, kind, network, meeting], i) => { pages[block.page + i] = { address: path, title, kind, network, meeting }; });
      block.documents.forEach((row, i) => { rows[block.document + i] = row; });
    }

    // All entries, for choosing among them.
    async function complete() {
      await loadDocuments();
      take({ page: 0, document: 0, ...JSON.parse(search.documents) });
      whole = true;
    }

    const blockOf = (ref) => manifest.blocks.findIndex((first, i) => first <= ref && !(manifest.blocks[i + 1] <= ref));

    function entry(ref) {
      const [number, anchor, title] = rows[ref];
      const page = pages[number];
      return { page, anchor, excerpt: excerpts[ref], title: title || (anchor && slideTitle(anchor)) || page.title, network: manifest.networks[page.network] || '' };
    }

    async function takeBlock(number) {
      const block = JSON.parse(await loadPart('documents', number));
      take(block);
      block.documents.forEach(([, , , excerpt], i) => { excerpts[block.document + i] = excerpt; });
    }

    const have = (refs) => refs.every((ref) => ref in excerpts);

    // The entries of results as they are shown, those that are not there fetched.
    async function of(refs) {
      await Promise.all(Array.from(new Set(refs.filter((ref) => !have([ref])).map((ref) => blockOf(Number(ref)))), takeBlock));
      return refs.map(entry);
    }

    // The network this page is of: its own, or that of the pages in the same folder.
    function networkHere() {
      const own = pages.find((page) => page.address === address || (address.endsWith('/') && page.address === address + 'index.html'));
      if (own) return own.network;
      const beside = address.includes('/') && pages.find((page) => page.network >= 0 && page.address.startsWith(address.slice(0, address.indexOf('/') + 1)));
      return beside ? beside.network : -1;
    }

    const kindName = (kind) => words['kind.' + kind] || words['kind.page'];
    const hrefOf = ({ page, anchor }, terms) =>
      root + encodeURI(page.address) + (terms.length > 0 ? '?markera=' + encodeURIComponent(terms.join(' ')) : '') + (anchor ? '#' + encodeURIComponent(anchor) : '');

    return { have, of, known: (refs) => refs.map(entry), complete, isComplete: () => whole, networkHere, kindName, hrefOf, severalNetworks: manifest.networks.length > 1 };
  }

  Object.assign(search, { fill, makeEntries });
})(self.traffSearch);
