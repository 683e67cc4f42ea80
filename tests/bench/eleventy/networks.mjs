// The pages of each network in order, with its tree of links made once.

export class Networks {
  #byFolder = new Map();

  // Eleventy calls this again at each start; what it gives back is the collection.
  assemble(pages) {
    const groups = groupBy(pages.filter(folderOf), folderOf);
    this.#byFolder = new Map([...groups].map(([folder, members]) => [folder, makeNetwork(members)]));
    return [...this.#byFolder.keys()];
  }

  // Undefined for the start page, which stands in no network.
  of(page) {
    return this.#byFolder.get(folderOf({ page }));
  }
}

const folderOf = ({ page }) => page.filePathStem.split("/").slice(1, -1)[0];

function makeNetwork(members) {
  const pages = members.map(({ url, data }) => ({ url, title: data.title, order: data.order }))
    .sort((one, other) => one.order - other.order);
  return { pages, tree: pages.map(({ url, title }) => `<li><a href="${url}">${title}</a></li>`).join("") };
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}
