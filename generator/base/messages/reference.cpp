#include "base/messages/catalogue.h"

namespace traff {

namespace {

constexpr MessageText reference_rows[] = {
    {code::R1, Severity::warning, "”{0}” finns inte i någon litteraturlista.", "“{0}” is in no list of literature.",
     "Lägg till verket i nätverkets litteraturlista, eller under rubriken Referenser på den här sidan.",
     "Add the work to the network's literature, or under the heading References on this page."},
    {code::R2, Severity::warning, "”{0}” finns inte i litteraturlistan, men det gör {1}.",
     "“{0}” is not in the list of literature, but {1} is.",
     "Är det samma verk? Skriv namnet likadant på båda ställena. Annars lägger du till verket i listan.",
     "Is it the same work? Write the name alike in both places. Otherwise add the work to the list."},
    {code::R3, Severity::warning, "Här står ”{0}”, i litteraturlistan står {1}.",
     "Here it says “{0}”, in the list of literature {1}.",
     "Är det samma verk? Skriv samma år på båda ställena. Annars lägger du till verket i listan.",
     "Is it the same work? Write the same year in both places. Otherwise add the work to the list."},
    {code::R4, Severity::warning, "”{0}” kan vara flera verk i litteraturlistan: {1}.",
     "“{0}” may be several works of the list: {1}.",
     "Skilj verken åt i både text och lista: 2017a och 2017b för samma författare, förnamnets första bokstav för olika "
     "författare.",
     "Tell them apart in both text and list: 2017a and 2017b for the same author, an initial for different authors."},
    {code::R5, Severity::hint, "{0} står bland referenserna, men sidans text hänvisar inte dit.",
     "{0} is among the references, but the page's text does not refer to it.",
     "Hänvisa till verket där det används, eller flytta det till rubriken Litteratur om det är lästips.",
     "Refer to the work where it is used, or move it to the heading Reading if it is a suggestion."},
    {code::R6, Severity::hint, "Verket i ”{0}” har bara två författare.", "The work of “{0}” has only two authors.",
     "Skriv båda namnen: {1}.", "Write both names: {1}."},
    {code::R7, Severity::hint, "Det ska inte stå något komma före parentesen i ”{0}”.",
     "There should be no comma before the parenthesis in “{0}”.", "Ta bort kommatecknet.", "Remove the comma."},
    {code::R8, Severity::warning, "Hänvisningen ”{0}” är delad mellan två stycken.",
     "The reference “{0}” is split between two paragraphs.", "Ta bort tomraden mitt i hänvisningen.",
     "Remove the empty line within the reference."},
    {code::R9, Severity::warning, "Inget verk har nyckeln ”{0}”.", "No work has the key “{0}”.",
     "Nyckeln är det första efternamnet och året, till exempel katz2017. Den står vid verket på litteratursidan.",
     "The key is the first surname and the year, such as katz2017. It stands by the work on the literature page."},
    {code::R10, Severity::error, "Filen går inte att läsa som litteratur i formatet CSL-JSON: {0}.",
     "The file cannot be read as literature in the format CSL-JSON: {0}.",
     "Exportera listan en gång till. I Zotero väljer du Exportera samling och formatet CSL JSON.",
     "Export the list once more. In Zotero, choose Export Collection and the format CSL JSON."},
};

}  // namespace

std::span<const MessageText> reference_messages() { return reference_rows; }

}  // namespace traff
