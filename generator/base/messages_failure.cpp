#include "base/message_catalogue.h"

namespace traff {

namespace {

constexpr MessageText rows[] = {
    {"W1", Severity::error, "Kan inte läsa {0}: {1}", "Cannot read {0}: {1}",
     "Kontrollera att filen finns kvar och att du får läsa den.", "Check that the file is still there and that you may read it."},
    {"W2", Severity::error, "Kan inte skriva {0}: {1}", "Cannot write {0}: {1}",
     "Kontrollera att disken inte är full och att du får skriva i mappen.",
     "Check that the disk is not full and that you may write in the folder."},
    {"W3", Severity::error, "{0} är upptagen: {1} skriver där just nu.", "{0} is busy: {2} is writing there now.",
     "Vänta tills det är klart, eller välj en annan mapp med --out.",
     "Wait until it is done, or choose another folder with --out."},
    {"W4", Severity::error, "Webbplatsen kan inte skrivas i {0}: där ligger innehållet.",
     "The site cannot be written to {0}: the content is there.",
     "Välj en annan mapp med --out, till exempel --out site.", "Choose another folder with --out, such as --out site."},
    {"W5", Severity::error, "{2} {0} finns redan i {1} och är inte gjord av Träff.",
     "{3} {0} is already in {1} and was not made by Träff.", "Flytta den eller välj en annan mapp med --out.",
     "Move it or choose another folder with --out."},
    {"W10", Severity::error, "Det finns ingenting på {0}.", "There is nothing at {0}.",
     "Kontrollera stavningen. Ligger innehållet på en server? Hämta det först med git clone.",
     "Check the spelling. Is the content on a server? Fetch it first with git clone."},
    {"W11", Severity::error, "{0} är en fil, inte en mapp.", "{0} is a file, not a folder.",
     "Ange mappen som filen ligger i.", "Give the folder that the file is in."},
    {"W12", Severity::error, "Du har inte behörighet att läsa {0}.", "You do not have permission to read {0}.",
     "Be den som äger mappen om läsrätt.", "Ask the owner of the folder for permission to read it."},
    {"W13", Severity::error, "Det finns ingen version ”{0}”: {1}", "There is no revision “{0}”: {1}",
     "git branch -a och git tag visar vad som finns. Här finns: {2}",
     "git branch -a and git tag show what exists. Here are: {2}"},
    {"W14", Severity::error, "{0} innehåller ingen version ännu.", "{0} holds no commit yet.",
     "Skapa en med git add och git commit. Är det en kopia på en server: skicka dit en gren med git push.",
     "Make one with git add and git commit. If it is a copy on a server, send a branch there with git push."},
    {"W15", Severity::error, "{0} ägs av någon annan, så git litar inte på innehållet.",
     "{0} belongs to someone else, so git does not trust it.", "Litar du på det, så kör: {1}", "If you trust it, run: {1}"},
    {"W16", Severity::error, "Något saknas eller är skadat i {0}: {1}", "Something is missing or damaged in {0}: {1}",
     "git fsck visar vad. Hämta det som saknas med git fetch, eller klona på nytt.",
     "git fsck shows what. Get what is missing with git fetch, or clone again."},
    {"W17", Severity::error, "{0} ändrades medan den lästes.", "{0} changed while it was being read.",
     "Kör kommandot en gång till.", "Run the command once more."},
    {"W18", Severity::error, "Git-katalogen {0} går inte att läsa: {1}", "The git repository {0} cannot be read: {1}",
     "git status i samma mapp säger mer.", "git status in the same folder says more."},
    {"W19", Severity::error, "{0} har fler än {1} filer och mappar.", "{0} has more than {1} files and folders.",
     "Peka ut mappen med innehållet i stället för hela katalogen.", "Name the folder that holds the content instead of all of it."},
    {"W20", Severity::error, "Mappen {0} finns inte i version ”{1}”.", "The folder {0} does not exist in revision “{1}”.",
     "Ange en annan version, eller hela git-katalogen.", "Give another revision, or the whole repository."},
    {"W30", Severity::error, "Temat kan inte användas:{0}", "The theme cannot be used:{0}", "Inget är skrivet. Rätta mallen och bygg igen.",
     "Nothing was written. Mend the template and build again."},
    {"W40", Severity::error, "Port {0} är upptagen av ett annat program.", "Port {0} is in use by another program.",
     "Välj en annan, till exempel --port 8080, eller låt datorn välja en ledig med --port 0.",
     "Choose another, such as --port 8080, or let the computer choose a free one with --port 0."},
    {"W41", Severity::error, "Port {0} går inte att använda: {1}", "Port {0} cannot be used: {1}",
     "Portar under 1024 är ofta reserverade. Välj en högre, eller låt datorn välja med --port 0.",
     "Ports below 1024 are often reserved. Choose a higher one, or let the computer choose with --port 0."},
};

}  // namespace

std::span<const MessageText> failure_messages() { return rows; }

}  // namespace traff
