#include "base/message_catalogue.h"

namespace traff {

namespace {

constexpr MessageText rows[] = {
    {"W1", Severity::error, "Kan inte läsa {0}: {1}", "Cannot read {0}: {1}", "", ""},
    {"W2", Severity::error, "Kan inte skriva {0}: {1}", "Cannot write {0}: {1}", "", ""},
};

}  // namespace

std::span<const MessageText> failure_messages() { return rows; }

}  // namespace traff
