#include "pipeline/changed_days.h"

#include <algorithm>

namespace traff {

std::vector<std::optional<LastChange>> changed_days(const std::optional<History>& history, const std::vector<Document>& documents) {
  std::vector<std::optional<LastChange>> days(documents.size());
  if (!history) return days;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const auto time = history->last_change(documents[i].path);
    if (!time) continue;
    const std::size_t times = history->find(documents[i].path)->changes.size();
    days[i] = LastChange{day_of(*time), static_cast<std::uint32_t>(times - 1)};
  }
  return days;
}

std::optional<Diagnostic> unknown_days(const std::optional<History>& history, const std::vector<Document>& documents) {
  if (!history || !history->is_cut_off) return std::nullopt;
  const auto is_unknown = [&](const Document& document) {
    const FileHistory* file = history->find(document.path);
    return file == nullptr ? history->files.empty() : file->changes.empty();
  };
  const auto first = std::find_if(documents.begin(), documents.end(), is_unknown);
  if (first == documents.end()) return std::nullopt;
  const auto count = std::count_if(first, documents.end(), is_unknown);
  return Diagnostic{"G1", Place{first->path}, "", {std::to_string(count)}};
}

}  // namespace traff
