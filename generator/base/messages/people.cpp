#include "base/messages/catalogue.h"

namespace traff {

namespace {

constexpr MessageText people_rows[] = {
    {code::U1, Severity::warning, "Här står telefonnumret {0}. Allt här blir läsbart för hela världen.",
     "Here stands the telephone number {0}. All of this can be read by the whole world.",
     "Behövs det, så lägg det under en rubrik som ”Kontakt”. Annars tar du bort det.",
     "If it is needed, put it under a heading such as “Contact”. Otherwise remove it."},
    {code::U2, Severity::warning, "Är {0} en tjänsteadress?", "Is {0} an address at work?",
     "Använd hellre en funktionsbrevlåda, till exempel natverk@ och er adress. Är det kontaktpersonens, så skriv den "
     "på raden ”kontakt:”.",
     "Rather use an address of the task, such as network@ and your domain. If it is the contact's, write it in the "
     "line “contact:”."},
    {code::U3, Severity::warning, "Det ser ut som en lista med {0} personers namn.",
     "This looks like a list of {0} people's names.",
     "Deltagare och grupper ska inte stå på en öppen webbplats. Lägg listan i lärplattformen och ta bort den här.",
     "Participants and groups do not belong on an open website. Put the list in the learning platform and remove it "
     "here."},
    {code::U4, Severity::warning, "Här står något om en persons hälsa eller skydd tillsammans med namnet.",
     "This says something about a person's health or protection together with the name.",
     "Ta bort det. Sådant får inte stå på webbplatsen eller ligga bland dess filer.",
     "Remove it. Such things must not stand on the website or lie among its files."},
    {code::U5, Severity::warning,
     "Länken går genom ett biblioteks inloggning ({0}). Den som saknar konto där kommer ingenstans.",
     "The link goes through a library's login ({0}). Whoever has no account there gets nowhere.",
     "Länka till artikelns egen sida, helst https://doi.org/ och dess nummer.",
     "Link to the article's own page, best https://doi.org/ and its number."},
    {code::U7, Severity::hint, "I bildfilen står {0}. Det följer inte med till webbplatsen.",
     "The picture's file says {0}. That does not come along to the site.",
     "Ska det inte heller kunna läsas i git tar du bort det ur filen innan du lägger in den.",
     "If it should not be read in git either, remove it from the file before you add it."},
    {code::U8, Severity::warning,
     "Här står det som ska bytas ut: ”{0}”. Innan det är gjort går webbplatsen inte att publicera.",
     "Here stands what should be replaced: “{0}”. Until it is, the site cannot be published.",
     "Skriv ert eget i stället, eller ta bort det.", "Write your own instead, or remove it."},
    {code::U9, Severity::error, "Här står det som ska bytas ut innan webbplatsen publiceras: ”{0}”.",
     "Here stands what should be replaced before the site is published: “{0}”.",
     "Skriv ert eget i stället, eller ta bort det.", "Write your own instead, or remove it."},
    {code::U6, Severity::warning, "Länken leder till en plats för kopior som ingen har gett lov till ({0}).",
     "The link leads to a place for copies that nobody has allowed ({0}).",
     "Länka till förlagets eller tidskriftens sida, eller skriv bara vad verket heter.",
     "Link to the publisher's or the journal's page, or just write what the work is called."},
};

}  // namespace

std::span<const MessageText> people_messages() { return people_rows; }

}  // namespace traff
