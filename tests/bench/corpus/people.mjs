// Names that stand far apart (three letters or more), so that none looks like a misspelling of another.

export const SURNAMES = ["Bergström", "Cedervall", "Dahlgren", "Eklöf", "Falkman", "Grönvik", "Håkansson", "Ingemarsson",
  "Jarnvall", "Kihlberg", "Lundin", "Mattiasson", "Nyström", "Oskarsson", "Palmqvist", "Rydell", "Sjögren", "Thorell",
  "Uddenberg", "Wikander", "Zetterlund", "Åkerlind", "Ödman"];
export const GIVEN_NAMES = ["Agneta", "Birgitta", "Christoffer", "Dorotea", "Elisabet", "Fredrik", "Gunilla", "Henrik",
  "Jonatan", "Katarina", "Ludvig", "Margareta", "Olof", "Rasmus", "Susanne", "Viktoria"];
export const PLACES = ["Kalmar", "Växjö", "Söderhamn", "Umeå", "Linköping", "Karlstad", "Östersund", "Trollhättan",
  "Norrtälje", "Borås", "Helsingborg", "Visby"];
export const AUDIENCES = ["Förstelärare", "Lektorer", "Rektorer", "Processledare", "Arbetslagsledare"];
export const ORGANISERS = ["Exempeluniversitetet", "Högskolan i Norrvik"];
const PUBLISHERS = ["Studentlitteratur", "Natur & Kultur", "Gleerups", "Liber"];

export const capitalised = (text) => text[0].toUpperCase() + text.slice(1);

// A reading list in Swedish order; no surname leads two works, so every citation has one answer.
export function works(random, vocabulary, count) {
  const alphabetical = new Intl.Collator("sv");
  const names = random.shuffled(SURNAMES);
  return names.slice(0, count)
    .map((surname, index) => work(random, vocabulary, surname, names[count + index]))
    .sort((one, other) => alphabetical.compare(one.authors[0].surname, other.authors[0].surname));
}

function work(random, vocabulary, surname, second) {
  const author = (name) => ({ surname: name, initial: random.pick(GIVEN_NAMES)[0] });
  const title = vocabulary.fill("{adjective} {singular} {preposition} {definite}", random);
  return {
    authors: second && random.chance(0.4) ? [author(surname), author(second)] : [author(surname)],
    year: random.integer(2005, 2023),
    title: capitalised(title),
    publisher: random.pick(PUBLISHERS),
  };
}

export const names = (work) => work.authors.map(({ surname }) => surname);

export function reference({ authors, year, title, publisher }) {
  const written = authors.map(({ surname, initial }) => `${surname}, ${initial}.`).join(", & ");
  return `${written} (${year}). *${title}*. ${publisher}.`;
}
