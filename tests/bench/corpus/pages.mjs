// The text of each kind of page.
import { clock, dateWithWeekday } from "./calendar.mjs";
import { ANCHORS, PageText } from "./page_text.mjs";
import { capitalised, reference } from "./people.mjs";

const DAY = { start: 540, lunch: 720, afternoon: 780, end: 960 };

const WRITERS = {
  network: writeNetwork, letter: writeLetter, literature: writeLiterature, questions: writeQuestions,
  glossary: writeGlossary, meeting: writeMeeting, outline: writeOutline, guide: writeGuide,
};

export function bodyOf(page, random, vocabulary) {
  const text = new PageText(random, vocabulary, page);
  WRITERS[page.kind](text, page, random, vocabulary);
  return text.finished();
}

function fillTo(text, size, addSection) {
  while (text.size < size) addSection();
}

const fillWithSections = (text, random) => fillTo(text, random.integer(2500, 4400), () => {
  text.freshHeading(random.chance(0.3) ? 3 : 2).matter();
});

function writeNetwork(text, { network }, random) {
  text.paragraph().heading(2, "Det här arbetar vi med").bullets();
  text.heading(2, "Våra träffar").add(network.pages.filter(({ kind }) => kind === "meeting")
    .map((page) => `- ${text.linkTo(page)}`).join("\n"));
  text.heading(2, "Vad vi räknar med").matter();
  fillWithSections(text, random);
}

function writeLetter(text, { network }, random) {
  text.add("Hej!").paragraph().heading(2, "Våra dagar");
  text.rows(["När", "Var", "Vad"], network.meetings.map(({ number, date, place, theme }) =>
    [dateWithWeekday(date), place, `Träff ${number}: ${theme}`]));
  text.heading(2, "Före första dagen").numbered();
  fillWithSections(text, random);
  text.add("Varma hälsningar från nätverksledningen.");
}

function writeLiterature(text, { network }, random) {
  const half = Math.ceil(network.works.length / 2);
  const list = (works) => works.map((work) => `- ${reference(work)}`).join("\n");
  text.heading(2, "Gemensam läsning").add(list(network.works.slice(0, half)));
  text.heading(2, "Fördjupning").add(list(network.works.slice(half)));
  text.heading(2, "Så läser vi").matter();
  fillWithSections(text, random);
}

function writeQuestions(text, page, random) {
  text.paragraph().heading(2, ANCHORS.questions).paragraph();
  fillTo(text, random.integer(2600, 4400), () => {
    text.freshHeading(2).paragraph(1);
    for (let left = random.integer(1, 3); left > 0; left--) text.heading(3, text.question()).matter();
  });
}

function writeGlossary(text, page, random, vocabulary) {
  const entry = () => `- **${capitalised(vocabulary.singular(random))}:** ${text.sentence()}`;
  const entries = () => Array.from({ length: random.integer(5, 9) }, entry).join("\n");
  text.paragraph().heading(2, ANCHORS.glossary).add(entries());
  fillTo(text, random.integer(2500, 4400), () => text.freshHeading(2).add(entries()));
}

function writeMeeting(text, { network, meeting }, random, vocabulary) {
  const ofMeeting = network.pages.filter((page) => page.meeting === meeting && page.kind !== "meeting");
  text.heading(2, "Syfte").paragraph();
  text.heading(2, "Inför träffen").bullets().cite(network.works[meeting.number]);
  text.heading(2, ANCHORS.meeting).add(programme(text, meeting, random, vocabulary));
  fillWithSections(text, random);
  text.heading(2, meeting.number < 5 ? "Till nästa träff" : "Efter träffen").matter();
  text.heading(2, "Material").add(ofMeeting.map((page) => `- ${text.linkTo(page)}`).join("\n"));
}

// Clock times and lengths that agree and fill the day exactly.
function programme(text, { lecturer }, random, vocabulary) {
  const points = [
    [DAY.start, 20, "Samling och fika"],
    ...consecutive(DAY.start + 20, DAY.lunch, random),
    [DAY.lunch, DAY.afternoon - DAY.lunch, "Lunch"],
    ...consecutive(DAY.afternoon, DAY.end - 20, random),
    [DAY.end - 20, 20, "Utvärdering"],
  ];
  let lectureGiven = false;
  return points.map(([start, minutes, fixed]) => {
    const lecture = !fixed && !lectureGiven && `Föreläsning: ${text.phrase()} – ${lecturer}`;
    lectureGiven ||= Boolean(lecture);
    const title = fixed || lecture || capitalised(vocabulary.fill("{singular} {preposition} {definite}", random));
    return `- ${clock(start)} ${title} (${minutes} min)`;
  }).join("\n");
}

function consecutive(start, end, random) {
  const points = [];
  while (start < end) {
    const left = end - start;
    const minutes = left <= 75 ? left : random.pick([30, 40, 45]);
    points.push([start, minutes]);
    start += minutes;
  }
  return points;
}

function writeOutline(text, page, random) {
  text.heading(2, ANCHORS.outline).bullets(3);
  fillTo(text, random.integer(2500, 4400), () => {
    text.freshHeading(2).bullets(random.integer(3, 5));
    if (random.chance(0.5)) text.paragraph(2);
  });
}

function writeGuide(text, { network, meeting }, random) {
  const read = network.works.filter((_, index) => index % 5 === meeting.number - 1);
  text.paragraph();
  for (const work of read) text.freshHeading(2).cite(work).numbered();
  text.heading(2, ANCHORS.guide).bullets();
  fillWithSections(text, random);
}
