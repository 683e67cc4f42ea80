// The last answer about the history, kept in the state folder. Everything works without it, only slower.
#pragma once

#include <optional>
#include <string>

#include "source/history.h"

namespace traff {

// Nothing when there is none, it is damaged, or it answers another question than `question` names.
std::optional<History> load_kept_history(const std::string& state_folder, const ContentId& question);

// Goes on silently when nothing can be written.
void write_kept_history(const std::string& state_folder, const ContentId& question, const History& history);

}  // namespace traff
