#include "base/message_catalogue.h"

namespace traff {

namespace {

constexpr MessageText rows[] = {
    {"S2", Severity::warning, "Rubriknivån hoppar från {0} till {1}. Sidan visar den som nivå {2}.",
     "The heading level jumps from {0} to {1}. The page shows it as level {2}.", "Skriv {3} framför rubriken.", "Write {3} before the heading."},
    {"S4", Severity::warning, "Under rubriken ”{0}” finns ingen text. Saknas en bild?",
     "There is no text under the heading “{0}”. Is a picture missing?", "Skriv något under rubriken eller ta bort den.",
     "Write something under the heading or remove it."},
    {"S19", Severity::warning, "HTML visas som text: {0}", "HTML is shown as text: {0}", "Skriv i stället {1}.",
     "Write {2} instead."},
    {"S20", Severity::warning, "Länktexten ”{0}” säger inte vart länken leder.",
     "The link text “{0}” does not say where the link leads.", "Låt länktexten vara namnet på det man kommer till.",
     "Let the link text be the name of what it leads to."},
    {"S24", Severity::warning, "Det finns ingen ruta som heter ”{0}”. Innehållet visas i en vanlig ruta.",
     "There is no box called “{0}”. Its content is shown in a plain box.", "Menade du ”::: {1}”?", "Did you mean “::: {1}”?"},
    {"S25", Severity::warning, "Rutan ”{0}” stängs aldrig. Den räcker till sidans slut.",
     "The box “{0}” is never closed. It goes on to the end of the page.", "Skriv ”:::” på en egen rad där rutan ska sluta.",
     "Write “:::” on a line of its own where the box should end."},
    {"S26", Severity::warning, "Här står ”:::” men ingen ruta är öppen.", "Here stands “:::” but no box is open.",
     "Ta bort raden, eller skriv till exempel ”::: ruta” där rutan ska börja.",
     "Remove the line, or write for example “::: ruta” where the box should begin."},
    {"S27", Severity::warning, "Inget i texten hänvisar till fotnoten {0}. Den visas sist bland fotnoterna.",
     "Nothing in the text refers to the footnote {0}. It is shown last among the footnotes.",
     "Skriv {0} där fotnoten hör hemma i texten, eller ta bort den.",
     "Write {0} where the footnote belongs in the text, or remove it."},
    {"S28", Severity::warning, "Tabellraden har {0} celler men rubrikraden har {1}. Tabellen har fått tomma rubriker.",
     "The table row has {0} cells but the heading row has {1}. The table was given empty headings.",
     "Lägg till rubriker, eller skriv \\| om strecket hör till texten.",
     "Add headings, or write \\| if the bar belongs to the text."},
    {"S29", Severity::warning, "En lång webbadress står som länktext.", "A long address is used as link text.",
     "Skriv [namnet på sidan](adressen).", "Write [the page's name](the address)."},
    {"S30", Severity::hint, "Länken börjar med http:. Många webbplatser finns numera på https:.",
     "The link begins with http:. Most sites are found under https: now.", "Pröva adressen med https: i början.",
     "Try the address with https: at its beginning."},
    {"S7", Severity::warning, "Raderna {0}–{1} är en tabell skriven med tabbar. Den första raden blev tabellens rubrikrad.",
     "Lines {0}–{1} are a table written with tabs. The first line became the table's heading.",
     "Så här skriver du den: {2} och på nästa rad {3}", "This is how to write it: {2} and on the next line {3}"},
    {"S14", Severity::hint, "Innehållsförteckningen på raderna {0}–{1} visas inte. Sidan gör en egen.",
     "The list of contents in lines {0}–{1} is not shown. The page makes one of its own.",
     "Ta gärna bort raderna.", "You may remove the lines."},
    {"S15", Severity::warning, "”{0}” är något som Word har lämnat efter sig.", "“{0}” is something Word has left behind.",
     "Skriv det som skulle stå där, eller ta bort orden. En länk skriver du [text](adress).",
     "Write what should stand there, or remove the words. A link is written [text](address)."},
    {"S17", Severity::warning, "Raden börjar med ”{0}” och blir en numrerad lista.",
     "The line begins with “{0}” and becomes a numbered list.", "Är det ingen lista? Skriv ”{1}”.",
     "Is it not a list? Write “{1}”."},
    {"S31", Severity::warning, "Raderna {0}–{1} verkar vara en tabell kopierad från Word, med en cell på varje rad.",
     "Lines {0}–{1} seem to be a table copied from Word, with one cell on each line.",
     "Så här skriver du den: en rad i tabellen på varje rad, som | Datum | Plats |, och under den första raden | --- | --- |",
     "This is how to write it: one table row per line, such as | Date | Place |, and under the first one | --- | --- |"},
    {"S32", Severity::warning, "Fotnoten {0} finns redan på rad {1}. Den här visas sist bland fotnoterna.",
     "The footnote {0} stands already on line {1}. This one is shown last among the footnotes.",
     "Ge fotnoterna olika märken, till exempel [^1] och [^2].", "Give the footnotes different marks, such as [^1] and [^2]."},
};

}  // namespace

std::span<const MessageText> structure_messages() { return rows; }

}  // namespace traff
