// One network: its facts and the twenty pages it has, before any text is written.
import { meetingDates, workingDay } from "./calendar.mjs";
import { AUDIENCES, GIVEN_NAMES, ORGANISERS, PLACES, SURNAMES, capitalised, works } from "./people.mjs";

export const PAGES_PER_NETWORK = 20;
const FIRST_AUTUMN = 2012;
const AUTUMNS = 12;

export function makeNetwork(random, vocabulary, number) {
  const autumn = FIRST_AUTUMN + ((number - 1) % AUTUMNS);
  const subject = vocabulary.definite(random);
  const network = {
    number, autumn, subject,
    folder: `${slug(subject)}-${number}`,
    title: vocabulary.fill(`Nätverk för ${subject} och {singular}`, random),
    schoolYear: `${autumn}/${autumn + 1}`,
    organiser: ORGANISERS[0],
    coorganiser: ORGANISERS[1],
    audiences: random.shuffled(AUDIENCES).slice(0, 2),
    letterDate: workingDay(random, autumn, 8, 16, 30),
    works: works(random, vocabulary, random.integer(8, 12)),
  };
  network.meetings = makeMeetings(random, vocabulary, network);
  network.pages = layOutPages(network);
  return network;
}

function makeMeetings(random, vocabulary, network) {
  const themes = new Set();
  return meetingDates(random, network.autumn).map((date, index) => {
    const theme = freshTheme(random, vocabulary, themes);
    return {
      number: index + 1, date, theme, slug: slug(theme),
      place: random.pick(PLACES),
      audience: random.chance(0.7) ? network.audiences : [random.pick(network.audiences)],
      lecturer: `${random.pick(GIVEN_NAMES)} ${random.pick(SURNAMES)}`,
    };
  });
}

function freshTheme(random, vocabulary, taken) {
  for (;;) {
    const theme = capitalised(vocabulary.fill("{adjective} {singular}", random));
    if (taken.has(theme)) continue;
    taken.add(theme);
    return theme;
  }
}

// In reading order: it is also the order of the navigation.
function layOutPages(network) {
  const general = [
    page("index", "network", network.title),
    page("valkomstbrev", "letter", "Välkommen till nätverket"),
    page("litteratur", "literature", "Litteratur"),
    page("fragor", "questions", "Frågor och svar"),
    page("ordlista", "glossary", "Ordlista"),
  ];
  const ofMeetings = network.meetings.flatMap((meeting) => {
    const name = `${meeting.number}-${meeting.slug}`;
    return [
      page(`traffar/${name}`, "meeting", `Träff ${meeting.number}: ${meeting.theme}`, meeting),
      page(`underlag/${name}`, "outline", `Underlag om ${meeting.theme.toLowerCase()}`, meeting),
      page(`lasguider/${name}`, "guide", `Läsguide om ${meeting.theme.toLowerCase()}`, meeting),
    ];
  });
  return [...general, ...ofMeetings].map((entry, index) => ({
    ...entry, order: index + 1, path: `${network.folder}/${entry.path}`, network,
    changed: `${network.autumn + 1}-05-${String(10 + index % 5).padStart(2, "0")}`,
  }));
}

function page(path, kind, title, meeting = null) {
  return { path, kind, title, meeting };
}

export function slug(text) {
  return text.toLowerCase().replace(/[åä]/g, "a").replace(/ö/g, "o").replace(/é/g, "e").replace(/[^a-z0-9]+/g, "-");
}
