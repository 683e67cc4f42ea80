// Markdown of one page as it grows: sentences with links, citations and footnotes; lists, tables, quotes.
import { capitalised, names } from "./people.mjs";

// Headings that look alike as an address in every generator, so that links to them hold everywhere.
export const ANCHORS = { meeting: "Program", outline: "Start", guide: "Samtal", questions: "Kontakt", glossary: "Ord" };
const PHRASES = ["{adjective} {singular}", "{adjective} {singular} {preposition} {definite}"];
const CLAUSES = [
  "{definite} {present} {plural} {preposition} {definite}",
  "vi {present} {adverb} {definitePlural} {preposition} {adjective} {singular}",
  "du {present} {definite} och {definitePlural}",
  "en {adjective} {singular} {present} {definitePlural}",
  "det gäller att {infinitive} {plural} {preposition} {definite}",
];
const BARE_ADDRESSES = ["https://example.org/kurs", "https://example.org/bok", "https://example.org/film"];

// The text of a page with its links in the form of one generator.
export function addressed(text, page, link) {
  return text.replace(/\]\(@(\d+)#(\w*)\)/g, (_, order, heading) => `](${link(page, page.network.pages[order - 1], heading)})`);
}

export class PageText {
  #random; #words; #page;
  #blocks = [];
  #headings = new Set();
  #footnotes = [];
  size = 0;

  constructor(random, vocabulary, page) {
    this.#random = random;
    this.#words = vocabulary;
    this.#page = page;
  }

  add(block) {
    this.#blocks.push(block);
    this.size += block.length;
    return this;
  }

  heading(level, text) {
    this.#headings.add(text);
    return this.add(`${"#".repeat(level)} ${text}`);
  }

  // A heading not used before on the page.
  freshHeading(level, ending = "") {
    let text;
    do text = this.phrase() + ending; while (this.#headings.has(text));
    return this.heading(level, text);
  }

  paragraph(sentences = this.#random.integer(2, 5)) {
    return this.add(Array.from({ length: sentences }, () => this.#decorated()).join(" "));
  }

  bullets(count = this.#random.integer(3, 6)) {
    return this.add(this.#items(count, "- ", (item) => item));
  }

  numbered(count = this.#random.integer(3, 5)) {
    return this.add(Array.from({ length: count }, (_, index) => `${index + 1}. ${this.sentence()}`).join("\n"));
  }

  nestedBullets() {
    return this.add(this.#items(this.#random.integer(2, 4), "- ", (item) =>
      `${item}\n${this.#items(this.#random.integer(2, 3), "  - ", (inner) => inner)}`));
  }

  tasks() {
    return this.add(this.#items(this.#random.integer(3, 5), "- ", (item) =>
      `[${this.#random.chance(0.3) ? "x" : " "}] ${item}`));
  }

  quote() {
    return this.add(`> ${this.sentence()} ${this.sentence()}`);
  }

  table(rows = this.#random.integer(3, 6)) {
    const row = () => [capitalised(this.#fill("{singular}")), this.clause(), `${this.#random.integer(5, 60)} min`];
    return this.rows(["Moment", "Innehåll", "Längd"], Array.from({ length: rows }, row));
  }

  rows(header, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return this.add([line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n"));
  }

  // Ordinary matter under a heading: text, and mostly something that is not text.
  matter() {
    this.paragraph();
    const other = this.#random.fraction();
    if (other < 0.2) this.bullets();
    else if (other < 0.32) this.nestedBullets();
    else if (other < 0.44) this.numbered();
    else if (other < 0.56) this.table();
    else if (other < 0.62) this.tasks();
    else if (other < 0.7) this.quote();
    return this;
  }

  citation(work) {
    const page = this.#random.chance(0.5) ? `, s. ${this.#random.integer(3, 240)}` : "";
    return `(${names(work).join(" & ")}, ${work.year}${page})`;
  }

  cite(work) {
    return this.add(`${this.sentence().slice(0, -1)} ${this.citation(work)}. ${this.sentence()}`);
  }

  // The address is put in by `addressed`, so that the text is as long in every flavour.
  linkTo(page, heading = "") {
    return `[${page.title}](@${page.order}#${heading})`;
  }

  finished() {
    const notes = this.#footnotes.map((text, index) => `[^${index + 1}]: ${text}`);
    return [...this.#blocks, ...notes].join("\n\n") + "\n";
  }

  phrase() {
    return capitalised(this.#fill(this.#random.pick(PHRASES)));
  }

  clause() {
    return this.#fill(this.#random.pick(CLAUSES));
  }

  sentence() {
    const joined = this.#random.chance(0.6) ? `, ${this.#fill("{joiner}")} ${this.clause()}` : "";
    return `${capitalised(this.clause())}${joined}.`;
  }

  question() {
    return this.#fill("Hur {present} vi {definitePlural} {preposition} {definite}?");
  }

  #fill(pattern) {
    return this.#words.fill(pattern, this.#random);
  }

  #items(count, mark, finish) {
    return Array.from({ length: count }, () => mark + finish(this.#plainOrStressed())).join("\n");
  }

  #plainOrStressed() {
    if (!this.#random.chance(0.25)) return this.sentence();
    return `**${capitalised(this.#fill("{definite}"))}:** ${this.sentence()}`;
  }

  #decorated() {
    const random = this.#random;
    const words = this.sentence().slice(0, -1);
    const kind = random.fraction();
    if (kind < 0.1) return `${words} *${this.#fill("{adverb}")}*.`;
    if (kind < 0.17) return `${words} **${this.#fill("{preposition} {definite}")}**.`;
    if (kind < 0.27) return `${words}, se ${this.#siblingLink()}.`;
    if (!this.#page.network) return `${words}.`;
    if (kind < 0.31) return `${words} ${this.citation(random.pick(this.#page.network.works))}.`;
    if (kind < 0.35) return `${words} inför Träff ${random.integer(1, 5)}.`;
    if (kind < 0.37) return `${words}, se ${random.pick(BARE_ADDRESSES)}.`;
    if (kind < 0.4) return `${words}.${this.#footnote()}`;
    return `${words}.`;
  }

  #siblingLink() {
    const others = this.#page.network.pages.filter((page) => page !== this.#page);
    const target = this.#random.pick(others);
    const anchor = ANCHORS[target.kind];
    return this.linkTo(target, anchor && this.#random.chance(0.5) ? anchor.toLowerCase() : "");
  }

  #footnote() {
    this.#footnotes.push(this.sentence());
    return `[^${this.#footnotes.length}]`;
  }
}
