#include "base/message_catalogue.h"

namespace traff {

namespace {

constexpr MessageText rows[] = {
    {"S2", Severity::warning, "Rubriknivån hoppar från {0} till {1}. Sidan visar den som nivå {2}.",
     "The heading level jumps from {0} to {1}. The page shows it as level {2}.", "Skriv {3} framför rubriken.", "Write {3} before the heading."},
};

}  // namespace

std::span<const MessageText> structure_messages() { return rows; }

}  // namespace traff
