#include "base/message_catalogue.h"

namespace traff {

namespace {

constexpr MessageText rows[] = {
    {"T13", Severity::error, "Filen är inte sparad som UTF-8.", "The file is not saved as UTF-8.",
     "Spara om den: Arkiv → Spara som → Kodning: UTF-8.", "Save it again: File → Save as → Encoding: UTF-8."},
};

}  // namespace

std::span<const MessageText> text_messages() { return rows; }

}  // namespace traff
