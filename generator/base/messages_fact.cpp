#include "base/message_catalogue.h"

namespace traff {

namespace {

constexpr MessageText rows[] = {
    {"F1", Severity::error, "{0} är en {1}, inte en {2}.", "{3} is a {4}, not a {5}.",
     "Stämmer datumet skriver du ”{1} {0}”. Annars ändrar du datumet.",
     "If the date is right, write “{4} {3}”. Otherwise change the date."},
    {"F6", Severity::warning, "Okänd rad ”{0}”. Menade du ”{1}”?", "Unknown line “{0}”. Did you mean “{1}”?",
     "Skriv ”{1}: …”.", "Write “{1}: …”."},
    {"F10", Severity::error, "”{0}” på rad {2} och ”{3}” här säger olika saker: ”{1}” och ”{4}”.",
     "“{0}” in line {2} and “{3}” here say different things: “{1}” and “{4}”.", "Behåll den rad som stämmer och ta bort den andra.",
     "Keep the line that is right and remove the other."},
    {"F11", Severity::warning, "Raden är varken ”nyckel: värde” eller ett streck i en lista. Den används inte.",
     "The line is neither “key: value” nor a dash in a list. It is not used.",
     "Skriv till exempel ”plats: Kalmar”. Löpande text skriver du under raden med ---.",
     "Write for example “place: Kalmar”. Text goes below the line with ---."},
    {"F12", Severity::warning, "Okänd rad ”{0}”. Den används inte.", "Unknown line “{0}”. It is not used.",
     "Ta bort raden, eller skriv texten under raden med ---.", "Remove the line, or write the text below the line with ---."},
    {"F2", Severity::error, "Datumet ”{0}” finns inte.", "There is no such date as “{0}”.",
     "Se efter i en kalender. Dagen skrivs före månaden, till exempel 10 oktober 2019 eller 10/10 2019.",
     "Look in a calendar. The day is written before the month, for example 10 October 2019 or 10/10 2019."},
    {"F3", Severity::warning, "Året saknas i ”{0}”.", "The year is missing in “{0}”.",
     "Skriv ”läsår: 2019/2020” i nätverkets fil eller hela datumet här.",
     "Write “läsår: 2019/2020” in the network's file or the whole date here."},
    {"F4", Severity::error, "Här står {0} för {1}, men träffens egen fil säger {2}.",
     "This says {3} for {4}, but the meeting's own file says {5}.", "Ändra det som är fel. Bäst är att skriva datumet på ett ställe, i träffens fil.",
     "Change the one that is wrong. It is best to write the date in one place, the meeting's file."},
    {"F5", Severity::warning, "{0} ligger {1}.", "{2} is {3}.", "Är det rätt dag behöver du inte göra något. Annars ändrar du datumet.",
     "If the day is right there is nothing to do. Otherwise change the date."},
    {"F7", Severity::warning, "Programmet slutar {0} men träffen slutar {1}.", "The programme ends at {2} but the meeting ends at {3}.",
     "Ändra punktens tid eller träffens tid.", "Change the point's time or the meeting's time."},
    {"F13", Severity::warning, "”{0}” går inte att läsa som ett datum.", "“{0}” cannot be read as a date.",
     "Skriv till exempel 10 oktober 2019. Tiden står på en egen rad, ”tid: 9–16”.",
     "Write for example 10 October 2019. The time has a line of its own, “time: 9–16”."},
    {"F14", Severity::warning, "Punkten börjar {0}, innan den förra slutar {1}.", "The point begins at {2}, before the one above it ends at {3}.",
     "Ändra klockslaget eller längden.", "Change the time or the length."},
    {"F16", Severity::warning, "”{0}” är ingen hel webbadress. Webbplatsen byggs som om den inte hade någon.",
     "“{0}” is not a whole web address. The site is built as if it had none.", "Skriv den med https:// först, till exempel https://{0}.",
     "Write it with https:// first, such as https://{0}."},
    {"F17", Severity::warning, "Träffen i {1} har också nummer {0}. Orden ”Träff {0}” leder dit.",
     "The meeting in {1} has number {0} too. The words “Meeting {0}” lead there.",
     "Byt nummer på en av dem. Är de för olika grupper skriver du ”målgrupp: …” i båda.",
     "Change the number of one. If they are for different groups, write “målgrupp: …” in both."},
    {"F30", Severity::warning, "Programmets punkter tar tillsammans {0} minuter men träffen är {1} minuter.",
     "The points of the programme take {0} minutes together but the meeting is {1} minutes.",
     "Korta någon punkt eller ändra träffens tid.", "Shorten a point or change the meeting's time."},
    {"F15", Severity::warning, "Programmet börjar {0} men träffen börjar {1}.", "The programme begins at {2} but the meeting begins at {3}.",
     "Ändra punktens tid eller träffens tid.", "Change the point's time or the meeting's time."},
};

}  // namespace

std::span<const MessageText> fact_messages() { return rows; }

}  // namespace traff
