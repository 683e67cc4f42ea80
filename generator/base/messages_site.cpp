#include "base/message_catalogue.h"

namespace traff {

namespace {

constexpr MessageText rows[] = {
    {"L1", Severity::error, "Länken leder till en sida som inte finns: {0}", "The link leads to a page that does not exist: {0}",
     "", ""},
};

}  // namespace

std::span<const MessageText> site_messages() { return rows; }

}  // namespace traff
