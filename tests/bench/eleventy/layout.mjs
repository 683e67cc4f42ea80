// The page around the text: the same parts as Hugo's layouts make.

const SITE = "Nätverk för skolan";
const ADDRESS = "https://natverk.example.org";

export function pageLayout(data, networks, contents) {
  const network = networks.of(data.page);
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${data.title} · ${SITE}</title>
<link rel="stylesheet" href="/site.css">
</head>
<body>
<a class="skip" href="#main">Till innehållet</a>
<header><a href="/index.html">${SITE}</a> <a href="/index.html#alla">Sök och innehåll</a></header>
${network ? breadcrumb(data, network) + tree(data, network) : ""}
<main id="main">
<h1>${data.title}</h1>
${network ? facts(data) + `<section aria-label="På den här sidan">${contents}</section>` : ""}
${data.content}
</main>
${network ? neighbours(data, network) : ""}
<footer><p>Senast ändrad <time datetime="${data.changed}">${data.changed}</time></p><p><a href="/index.html">${SITE}</a></p></footer>
</body>
</html>
`;
}

function breadcrumb({ page, title }, { pages: [landing] }) {
  const above = landing.url === page.url ? "" : `<li><a href="${landing.url}">${landing.title}</a></li>`;
  return `<nav aria-label="Du är här"><ol><li><a href="/index.html">${SITE}</a></li>${above}<li aria-current="page">${title}</li></ol></nav>`;
}

function tree({ page }, network) {
  const here = `<a href="${page.url}"`;
  return `<nav aria-label="Nätverket"><ul>${network.tree.replace(here, `${here} aria-current="page"`)}</ul></nav>`;
}

function facts({ facts: pairs }) {
  return pairs ? `<dl>${pairs.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("")}</dl>` : "";
}

function neighbours({ order }, { pages }) {
  const link = (page, rel, word) => (page ? `<a rel="${rel}" href="${page.url}">${word}: ${page.title}</a>` : "");
  return `<nav aria-label="Bläddra">${link(pages[order - 2], "prev", "Föregående")} ${link(pages[order], "next", "Nästa")}</nav>`;
}

export function sitemap(pages) {
  const entries = pages.map(({ url }) => `<url><loc>${ADDRESS}${url}</loc></url>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join("\n")}
</urlset>
`;
}
