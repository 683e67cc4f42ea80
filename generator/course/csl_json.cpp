#include "course/csl_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/read_json.h"
#include "base/text.h"
#include "base/utf8.h"
#include "course/apa_entry.h"

namespace traff {

namespace {

using Json = nlohmann::json;

constexpr std::size_t most_bytes = 1 << 20;

Diagnostic unreadable(std::string_view path, std::size_t line, std::size_t column, std::string sv, std::string en) {
  return {"R10",
          {std::string(path), static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column), 0},
          {},
          {std::move(sv), std::move(en)}};
}

// Names in Swedish order, one author before several, older before newer.
bool stands_before(const ApaEntry& a, const ApaEntry& b) {
  if (a.sort_names != b.sort_names) return swedish_less(a.sort_names, b.sort_names);
  return a.year != b.year ? a.year < b.year : swedish_less(a.markdown, b.markdown);
}

}  // namespace

bool is_literature_json(std::string_view path) {
  const std::string name = fold(path.substr(path.rfind('/') + 1));
  return name == "litteratur.json" || name == "litteraturlista.json" || name == "literature.json";
}

CslMarkdown csl_markdown(std::string_view path, std::string_view json, Language language) {
  CslMarkdown made;
  made.text = language == Language::sv ? "# Litteratur\n\n" : "# Reading\n\n";
  if (json.size() > most_bytes) {
    made.diagnostics.push_back(unreadable(path, 0, 0, "den är större än 1 MB", "it is larger than 1 MB"));
    return made;
  }
  Json works;
  if (const auto flaw = read_json(json, works)) {
    made.diagnostics.push_back(unreadable(path, flaw->line, flaw->column, flaw->sv, flaw->en));
    return made;
  }
  if (works.is_object() && works.contains("items")) {
    Json items = std::move(works["items"]);
    works = std::move(items);
  }
  if (!works.is_array()) {
    made.diagnostics.push_back(unreadable(path, 1, 0, "den är ingen lista", "it is no list"));
    return made;
  }
  std::vector<ApaEntry> entries;
  for (const Json& work : works) {
    if (work.is_object()) entries.push_back(apa_entry(work, language));
  }
  std::stable_sort(entries.begin(), entries.end(), stands_before);
  for (const ApaEntry& entry : entries) made.text += "- " + entry.markdown + "\n";
  return made;
}

}  // namespace traff
