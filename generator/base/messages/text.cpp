#include "base/messages/catalogue.h"

namespace traff {

namespace {

constexpr MessageText text_rows[] = {
    {code::T13, Severity::error, "Filen är inte sparad som UTF-8.", "The file is not saved as UTF-8.",
     "Spara om den: Arkiv → Spara som → Kodning: UTF-8.", "Save it again: File → Save as → Encoding: UTF-8."},
    {code::T15, Severity::warning,
     "Tecknet {0} fanns bara i typsnittet som texten kopierades från. Läsaren ser en tom ruta.",
     "The character {0} existed only in the font the text was copied from. Readers see an empty box.",
     "Skriv det som ska stå där, eller ta bort tecknet. Är det en punkt i en lista? Skriv ”- ” i stället.",
     "Write what should stand there, or remove the character. Is it a bullet? Write “- ” instead."},
    {code::T2, Severity::warning, "Rader som börjar med ü: {0}. Det är en bock (✓) från PowerPoint som blivit fel.",
     "Lines that begin with ü: {0}. It is a check mark (✓) from PowerPoint that came out wrong.",
     "Skriv ”- ” i stället.", "Write “- ” instead."},
    {code::T4, Severity::warning, "”{0}” ser avstavat ut.", "“{0}” looks hyphenated by a narrow column.",
     "Skriv ”{1}”{2}.", "Write “{1}”{2}."},
    {code::T8, Severity::warning, "Samma namn skrivs på två sätt: {0} ({1}) och {2} ({3}).",
     "One name is spelled in two ways: {0} ({1}) and {2} ({3}).",
     "Välj det rätta och skriv det överallt, så hittar den som söker allt.",
     "Choose the right one and write it everywhere, so that a search finds it all."},
    {code::T6, Severity::warning, "”{0}” ser ut som spärrad text ur en PDF.",
     "“{0}” looks like spaced-out text from a PDF.", "Menade du ”{1}”?", "Did you mean “{1}”?"},
    {code::T7, Severity::warning, "Saknas ett mellanslag i ”{0}”?", "Is a space missing in “{0}”?", "Skriv ”{1}”.",
     "Write “{1}”."},
};

}  // namespace

std::span<const MessageText> text_messages() { return text_rows; }

}  // namespace traff
