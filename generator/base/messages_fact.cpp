#include "base/message_catalogue.h"

namespace traff {

namespace {

constexpr MessageText rows[] = {
    {"F1", Severity::error, "{0} är en {1}, inte en {2}.", "{3} is a {4}, not a {5}.", "Ändra veckodagen eller datumet.",
     "Change the weekday or the date."},
};

}  // namespace

std::span<const MessageText> fact_messages() { return rows; }

}  // namespace traff
