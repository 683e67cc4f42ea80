// Questions with graded answers on the texts of content/, for measuring how well the search finds. A question names
// what a good answer speaks of, as patterns; the grades are worked out from the texts, so these may change.

// What teachers look for: the word, what it looks like in the texts, what is near it.
const CONCEPTS = [
  ["kollegahandledning", /kollegahandledning/, /handled(?:ning|are)/, ["kollegahandledningen", "kollegahandledningens"], "kollega handledning"],
  ["redovisning", /redovisning/, /redovisar/, ["redovisningarna", "redovisningens"], null],
  ["utvecklingskarta", /utvecklingskart/, /kartan?\b/, ["utvecklingskartor", "utvecklingskartornas"], "utvecklings karta"],
  ["nätverksplan", /nätverksplan/, /planen?\b/, ["nätverksplanen", "nätverksplaner"], "nätverks plan"],
  ["processledare", /processledare/, /processled/, ["processledarna", "processledarens"], "process ledare"],
  ["processledarstöd", /processledarstöd/, /processledar/, ["processledarstödets", "processledarstöden"], "processledar stöd"],
  ["lärträff", /lärträff/, /lärgrupp/, ["lärträffens", "lärträffarna"], "lär träff"],
  ["samtal", /samtal/, null, ["samtalens", "samtalets"], null],
  ["föreläsning", /föreläsning/, /föreläsare/, ["föreläsningens", "föreläsningarnas"], null],
  ["kvalitetsarbete", /kvalitetsarbet/, null, ["kvalitetsarbetets", "kvalitetsarbeten"], "kvalitets arbete"],
  ["förstelärare", /förstelärare/, /lektor/, ["förstelärarna", "förstelärarens"], "förste lärare"],
  ["välkomstbrev", /välkomstbrev/, /brevet/, ["välkomstbreven", "välkomstbrevets"], "välkomst brev"],
  ["litteraturlista", /litteraturlist/, /litteratur/, ["litteraturlistorna", "litteraturlistans"], "litteratur lista"],
  ["personuppgift", /personuppgift/, /uppgifter/, ["personuppgifterna", "personuppgiftens"], "person uppgifter"],
  ["tillgänglighet", /tillgänglig/, null, ["tillgängligheten", "tillgänglighetens"], null],
  ["observation", /observation/, /observerar/, ["observationer", "observationernas"], null],
  ["intervju", /intervju/, null, ["intervjuerna", "intervjuns"], null],
  ["motstånd", /motstånd/, null, ["motståndets", "motstånden"], null],
  ["lyssnande", /lyssnande|lyssn/, null, ["lyssnandet", "lyssnandets"], null],
  ["protokoll", /protokoll/, null, ["protokollens", "protokollets"], null],
  ["skolledare", /skolledare/, /rektor/, ["skolledarna", "skolledarens"], "skol ledare"],
  ["fokusgruppssamtal", /fokusgrupp/, null, ["fokusgruppssamtalet", "fokusgruppssamtalens"], "fokusgrupps samtal"],
  ["skattning", /skattning/, null, ["skattningarna", "skattningens"], null],
  ["dataskyddsombud", /dataskydd/, null, ["dataskyddsombuden", "dataskyddsombudets"], "dataskydds ombud"],
  ["modulgrupp", /modulgrupp/, null, ["modulgruppen", "modulgruppers"], "modul grupp"],
  ["lärplattform", /lärplattform/, /mymoodle/, ["lärplattformen", "lärplattformens"], "lär plattform"],
  ["forskningsöversikt", /forskningsöversikt/, /forskning/, ["forskningsöversikter", "forskningsöversikternas"], "forsknings översikt"],
  ["problemägare", /problemägar/, null, ["problemägarens", "problemägarna"], "problem ägare"],
  ["sekreterare", /sekreterare/, null, ["sekreterarens", "sekreterarna"], null],
  ["reservdatum", /reservdatum/, null, ["reservdatumet", "reservdatumen"], "reserv datum"],
  ["lärarledarskap", /lärarledarskap/, /ledarskap/, ["lärarledarskapets", "lärarledarskapen"], "lärar ledarskap"],
  ["anteckningssida", /anteckningssid/, null, ["anteckningssidornas", "anteckningssidan"], "antecknings sida"],
  ["överenskommelse", /överenskommelse/, /överens/, ["överenskommelsen", "överenskommelsernas"], null],
  ["följdfråga", /följdfråg/, null, ["följdfrågan", "följdfrågornas"], "följd fråga"],
];

const QUESTIONS = {
  compound: [
    ["karta", /kart(?:a|an|or)\b/], ["brev", /brev/], ["plan", /plan(?:en|er)?\b/], ["plattform", /plattform/], ["lista", /list(?:a|an|or)\b/],
    ["stöd", /stöd/], ["ombud", /ombud/], ["ledarskap", /ledarskap/], ["handledning", /handledning/], ["protokoll", /protokoll/], ["cykel", /cykel|cykler/],
    ["översikt", /översikt/], ["hjul", /hjul/], ["bok", /\bbok|böcker/], ["lärare", /lärare/], ["datum", /datum/], ["grupp", /grupp/], ["träff", /träff/],
    ["väktare", /vakt/], ["byggare", /byggar/], ["arbete", /arbete/], ["ägare", /ägare/], ["fråga", /fråg/], ["timme", /timm/], ["samtal", /samtal/],
    ["uppgift", /uppgift/], ["nätverk", /nätverk/], ["skola", /skol(?:a|an|or|ans)\b/], ["roll", /\broll/], ["termin", /termin/],
  ],
  reverse: [
    ["kartritning", /kart/, /rita/], ["samtalsregler", /samtal/, /regel|regler/], ["planeringskarta", /kart/, /plan/], ["gruppsamtal", /samtal/, /grupp/],
    ["filminspelning", /film/, /spela in|inspel/], ["rektorsbeslut", /rektor/, /beslut/], ["lyssnarroll", /lyssn/, /roll/], ["uppdragsbeskrivning", /uppdrag/, /beskriv/],
    ["inloggningskonto", /inlogg|loggar in/, /konto/], ["litteratursamtal", /litteratur/, /samtal/], ["intervjufrågor", /intervju/, /fråg/], ["kaffesamling", /kaffe/, /samling/],
    ["träffdatum", /datum/, /träff/], ["kvalitetshjul", /hjul/, /kvalitet/], ["föreläsningsanteckningar", /föreläsning/, /anteckning/], ["nätverkssamarbete", /samarbete/, /nätverk/],
    ["gruppregler", /grupp/, /regel|regler/], ["skolutvecklingsplan", /utvecklings|plan/, /skol/], ["mötesledare", /ledare/, /möte/], ["handledarroll", /handled/, /roll/],
    ["dilemmasamtal", /dilemma/, /samtal/], ["mobilfilm", /film/, /mobil/], ["lektorsuppdrag", /lektor/, /uppdrag/], ["kontaktadress", /adress/, /kontakt/],
    ["protokollmall", /protokoll/, /mall/], ["skolkalender", /kalender/, /skol/], ["klassrumsbesök", /klassrum/, /besök/], ["lunchpaus", /lunch/, /paus/],
    ["webbplatsinnehåll", /webbplats/, /innehåll/], ["kollegasamtal", /samtal/, /kolleg/],
  ],
  name: [
    ["Timperley", /timperley/], ["Hakansson", /håkansson/], ["Adolfson", /adolfsson/], ["Alvunger", /alvunger/], ["Blossing Wennergren", /blossing/, /wennergren/], ["Fullan", /fullan/],
    ["Katz", /katz/], ["Liljenbergs", /liljenberg/], ["Jarl m.fl.", /jarl/], ["Daniel Alvunger", /daniel/, /alvunger/], ["Carl-Henrik Adolfsson", /adolfsson/, /carl-henrik/], ["Campbell", /campbell/],
    ["Wenner", /\bwenner\b/], ["Skolverkets", /skolverket/], ["Linnéuniversitetet", /linnéuniversitetet/], ["linneuniversitetet", /linnéuniversitetet/], ["Kalmar", /kalmar/], ["Vaxjo", /växjö/],
    ["Söderhamn", /söderhamn/], ["Dalarna högskola", /dalarna/, /högskola/], ["Norrtulls", /norrtull/], ["Stenberga", /stenberga/], ["Hagaskolan", /hagaskolan/], ["my moodle", /mymoodle/],
    ["moodle", /mymoodle/], ["Padlets", /padlet/], ["Digg", /digg/], ["Sundberg", /sundberg/], ["Katz Dack", /katz/, /dack/], ["studentlitteratur", /studentlitteratur/],
  ],
  date: [
    ["10 oktober", /10 oktober/], ["5 december", /5 december/], ["17 januari 2020", /17 januari 2020/], ["20 mars", /20 mars/], ["23 april 2020", /23 april 2020/], ["2 september 2019", /2 september 2019/],
    ["HT 2022", /ht 2022/], ["VT 2023", /vt 2023/], ["19/8", /19\/8/], ["2019/2020", /2019\/2020/], ["2022/2023", /2022\/2023/], ["torsdag 10 oktober", /torsdag 10 oktober/],
    ["träff 3", /träff 3/], ["träff 5", /träff 5/], ["redovisning C", /redovisning c\b/], ["redovisning E", /redovisning e\b/], ["22 november 2026", /22 november 2026/], ["31/10", /31\/10/],
    ["fredag 20 mars", /fredag 20 mars/], ["januari", /januari/],
  ],
  question: [
    ["hur loggar jag in i mymoodle", /mymoodle/, /logg|konto/], ["var ses vi i höst", /ses/, /kalmar|växjö|plats/], ["vad ska jag förbereda till första träffen", /första träffen|träff 1/, /förbered|fyll i|prata med/], ["vem skriver jag till om jag inte kan komma", /skriver/, /adress|natverk@/],
    ["hur filmar jag kartan", /film/, /kart/], ["vad gör man när samtalet tar stopp", /stopp/, /samtal/], ["hur lång tid tar en lärträff", /lärträff/, /min\b|tid/], ["vilka roller finns i kollegahandledning", /roll/, /kollegahandledning|problemägar/],
    ["vad säger lagen om tillgänglighet", /lagen/, /tillgänglig/], ["sparar webbplatsen kakor", /kakor/, /webbplats/], ["hur hänvisar man till en bok", /hänvisa/, /författare|bok/], ["vilken bok ska vi läsa inför träff 2", /läs/, /träff 2/],
    ["vem är personuppgiftsansvarig", /personuppgiftsansvarig/], ["vad är skillnaden mellan kollegialt lärande och ett vanligt möte", /kollegialt lärande/, /vanligt möte|skiljer/], ["hur bemöter man motstånd i gruppen", /motstånd/, /grupp/], ["vad ingår i uppdraget som processledare", /uppdrag|ingår/, /processledare|håller i/],
    ["vad är fokusgruppssamtal", /fokusgrupp/], ["när är föreläsningarna i Söderhamn", /föreläsning/, /söderhamn|datum/], ["hur ska vi lyssna på varandra", /lyssn/, /varandra/], ["får jag filma mötet", /film/, /möte/],
    ["var lägger vi anteckningarna efter träffen", /anteckning/, /lägg|ligger|spara/], ["hur många sidor ska redovisningen vara", /sid/, /redovisning/], ["vad är en utvecklingskarta", /utvecklingskart/], ["hur gör jag en intervju", /intervju/],
    ["vilka frågor ställer man i steg 3", /fråg/, /steg 3/], ["vad händer efter sista träffen", /sista|efter träff/, /träff/], ["hur mycket tid behöver min rektor ge", /rektor/, /tid/], ["vilka är skolans formella och informella vägar", /formella/, /informella|sociala/],
    ["vad gör en samtalsledare", /samtalsledare/], ["varför pratar vi men lär oss inget", /prat/, /lär/],
  ],
  abbreviation: [
    ["HT", /\bht\b/], ["VT", /\bvt\b/], ["WCAG", /wcag/], ["wcag 2.1", /wcag/], ["EN 301 549", /301 549/], ["CC BY", /cc by/], ["digg", /digg/], ["kl", /\bkl\b/], ["min", /\bmin\b/], ["eu", /\beu\b|europe/],
  ],
};

const strip = (word) => word.normalize("NFD").replace(/[\u0300-\u036f]/g, "");

// One slip, another for each word but always the same.
function misspell(word, seed) {
  const at = 2 + (seed * 7 + word.length) % (word.length - 3);
  switch (seed % 4) {
    case 0: return word.slice(0, at) + word.slice(at + 1);
    case 1: return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    case 2: return word.slice(0, at) + word[at] + word.slice(at);
    default: return word.slice(0, at) + (word[at] === "e" ? "a" : "e") + word.slice(at + 1);
  }
}

function ofConcepts() {
  const list = [];
  CONCEPTS.forEach(([word, core, near, forms, split], i) => {
    const add = (kind, query) => list.push({ kind, query, core: [core], near });
    forms.forEach((form) => add("inflection", form));
    add("typo", misspell(word, i));
    if (strip(word) !== word) add("diacritics", strip(word));
    add("unfinished", word.slice(0, Math.ceil(word.length * 0.6)));
    if (split) add("split", split);
  });
  return list;
}

export const LABELLED = [...ofConcepts(), ...Object.entries(QUESTIONS).flatMap(([kind, rows]) =>
  rows.map(([query, ...core]) => ({ kind, query, core, near: null })))];

function gradeOf({ core, near }, { title, body }) {
  const [head, text] = [title.toLowerCase(), body.toLowerCase()];
  const inHead = core.filter((pattern) => pattern.test(head)).length;
  const inEither = core.filter((pattern) => pattern.test(head) || pattern.test(text)).length;
  if (inEither === core.length) {
    if (inHead > 0) return 3;
    const times = core.map((pattern) => text.match(new RegExp(pattern.source, "g"))?.length ?? 0);
    return Math.min(...times) > 1 ? 2 : core.length > 1 ? 2 : 1;
  }
  if (inEither > 0) return 1;
  return near && (near.test(head) || near.test(text)) ? 1 : 0;
}

// {ref: grade} of a question on documents [{ref, title, body}].
export function gradesOf(question, documents) {
  const grades = {};
  for (const document of documents) {
    const grade = gradeOf(question, document);
    if (grade > 0) grades[document.ref] = grade;
  }
  return grades;
}
