// What differs between the generators: file names, front matter and the form of a link. The text is the same.
import path from "node:path";
import { dateWithWeekday, longDate } from "./calendar.mjs";

const SITE_ADDRESS = "https://natverk.example.org/";

const isIndex = (page) => path.posix.basename(page.path) === "index";
const fragment = (heading) => (heading ? `#${heading}` : "");
const rooted = (from, to, heading) => `/${to.path}.html${fragment(heading)}`;
const folderAddress = (page) => `/${page.path.slice(0, -"index".length)}`;
const front = (lines) => `---\n${lines.join("\n")}\n---\n\n`;

export const FLAVOURS = {
  traff: {
    file: (page) => `${page.path}.md`,
    link: (from, to, heading) =>
      `${path.posix.relative(path.posix.dirname(from.path), to.path)}.md${fragment(heading)}`,
    frontMatter: (page) => front([
      `titel: ${page.title}`,
      ...facts(page).map(([name, value]) => `${name}: ${value}`),
      ...(ordinary(page) ? [`ordning: ${page.order}`] : []),
      ...(page.kind === "home" ? ["språk: sv", `adress: ${SITE_ADDRESS}`] : []),
      `ändrad: ${page.changed}`,
    ]),
  },
  // A section's own file is _index.md; `url` because it would become folder.html beside the folder.
  hugo: {
    file: (page) => (isIndex(page) ? `${page.path.slice(0, -"index".length)}_index.md` : `${page.path}.md`),
    link: (from, to, heading) => (isIndex(to) ? folderAddress(to) : rooted(from, to, heading)),
    frontMatter: (page) => front([
      ...common(page, "weight"), ...(isIndex(page) ? [`url: ${folderAddress(page)}`] : []),
    ]),
  },
  eleventy: {
    file: (page) => `${page.path}.md`,
    link: rooted,
    frontMatter: (page) => front(common(page, "order")),
  },
};

const ordinary = (page) => ["questions", "glossary", "outline", "guide"].includes(page.kind);

function common(page, orderKey) {
  const shown = facts(page).map(([name, value]) => `  - [${JSON.stringify(name)}, ${JSON.stringify(value)}]`);
  return [
    `title: ${JSON.stringify(page.title)}`,
    `${orderKey}: ${page.order}`,
    `changed: "${page.changed}"`,
    ...(shown.length ? ["facts:", ...shown] : []),
  ];
}

// Key and value as Träff reads them; the peers show the same lines as a list of facts.
function facts({ kind, network, meeting }) {
  if (kind === "network") {
    return [
      ["läsår", network.schoolYear],
      ["arrangör", network.organiser],
      ["medarrangör", network.coorganiser],
      ["målgrupp", network.audiences.join(", ")],
      ["kontakt", "Nätverksledningen, larledarskap@example.org"],
      ["sammanfattning", `Fem heldagar om ${network.subject} för dig som leder andras lärande.`],
    ];
  }
  if (kind === "letter") return [["datum", longDate(network.letterDate)]];
  if (kind === "meeting") {
    return [
      ["datum", dateWithWeekday(meeting.date)],
      ["tid", "09.00–16.00"],
      ["plats", meeting.place],
      ["målgrupp", meeting.audience.join(", ")],
      ["status", "bekräftad"],
    ];
  }
  return [];
}
