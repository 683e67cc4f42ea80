#include "pipeline/changed_days.h"

#include <algorithm>

namespace traff {

std::vector<std::optional<Date>> changed_days(const std::optional<History>& history, const std::vector<Document>& documents) {
  std::vector<std::optional<Date>> days(documents.size());
  if (!history) return days;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (const auto time = history->last_change(documents[i].path)) days[i] = day_of(*time);
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
