#include "base/message_catalogue.h"

namespace traff {

namespace {

constexpr MessageText rows[] = {
    {"T13", Severity::error, "Filen är inte sparad som UTF-8.", "The file is not saved as UTF-8.",
     "Spara om den: Arkiv → Spara som → Kodning: UTF-8.", "Save it again: File → Save as → Encoding: UTF-8."},
    {"T15", Severity::warning, "Tecknet {0} fanns bara i typsnittet som texten kopierades från. Läsaren ser en tom ruta.",
     "The character {0} existed only in the font the text was copied from. Readers see an empty box.",
     "Skriv det som ska stå där, eller ta bort tecknet. Är det en punkt i en lista? Skriv ”- ” i stället.",
     "Write what should stand there, or remove the character. Is it a bullet? Write “- ” instead."},
};

}  // namespace

std::span<const MessageText> text_messages() { return rows; }

}  // namespace traff
