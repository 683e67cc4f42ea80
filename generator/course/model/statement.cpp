#include "course/model/statement.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "course/model/occasion.h"
#include "course/model/page_kind.h"

namespace traff {

namespace {

struct ConformityWords {
  Conformity meaning;
  std::string_view folded;
};

constexpr std::array conformity_words{
    ConformityWords{Conformity::full, "helt forenlig"},
    ConformityWords{Conformity::full, "fullt forenlig"},
    ConformityWords{Conformity::full, "fully compliant"},
    ConformityWords{Conformity::full, "compliant"},
    ConformityWords{Conformity::partial, "delvis forenlig"},
    ConformityWords{Conformity::partial, "partially compliant"},
    ConformityWords{Conformity::partial, "partly compliant"},
    ConformityWords{Conformity::none, "inte forenlig"},
    ConformityWords{Conformity::none, "ej forenlig"},
    ConformityWords{Conformity::none, "not compliant"},
    ConformityWords{Conformity::none, "non-compliant"},
};

// What the law wants to be said.
struct NeededKey {
  Key key;
  std::string_view english;
};

constexpr std::array needed_keys{NeededKey{Key::body, "body"}, NeededKey{Key::conformity, "conformity"},
                                 NeededKey{Key::assessed, "assessed"}, NeededKey{Key::method, "method"},
                                 NeededKey{Key::contact, "contact"}};

std::uint32_t length_of(std::string_view text) { return static_cast<std::uint32_t>(code_point_count(text)); }

class StatementChecks {
 public:
  StatementChecks(const Document& document, Course& course)
      : document_(document), keys_(document.front_matter), course_(course) {}

  void run() {
    check_conformity();
    check_missing();
    check_day(Key::assessed);
    check_day(Key::updated);
  }

 private:
  void check_conformity() {
    const Field* said = keys_.find(Key::conformity);
    if (said == nullptr || said->value.empty() || parse_conformity(said->value)) return;
    course_.diagnostics.push_back(at_value(code::A1(said->value), document_, *said));
  }

  void check_missing() {
    Words missing;
    for (const auto& [key, english] : needed_keys) {
      const bool said_for_all = key == Key::contact && !course_.site.contact.empty();
      if (!keys_.value(key).empty() || said_for_all) continue;
      missing = missing + (missing.sv.empty() ? "" : ", ") + Phrase{key_name(key), english};
    }
    if (missing.sv.empty()) return;
    const Field* first = keys_.find(Key::conformity);
    if (first == nullptr) first = keys_.find(Key::body);
    course_.diagnostics.push_back({code::A2(missing), {document_.path, first->line}});
  }

  void check_day(Key key) {
    const Field* said = keys_.find(key);
    if (said == nullptr) return;
    read_date({said->value, {document_.path, said->line, said->column, length_of(said->value)}, {}}, std::nullopt,
              course_.diagnostics);
  }

  const Document& document_;
  const FrontMatter& keys_;
  Course& course_;
};

}  // namespace

std::optional<Conformity> parse_conformity(std::string_view words) {
  std::string folded = fold(trim(words));
  if (folded.ends_with('.')) folded.pop_back();
  const auto found = std::ranges::find(conformity_words, folded, &ConformityWords::folded);
  return found == conformity_words.end() ? std::nullopt : std::optional(found->meaning);
}

bool is_statement(const Document& document, PageKind kind) {
  const FrontMatter& keys = document.front_matter;
  return kind == PageKind::page && (keys.find(Key::conformity) != nullptr || keys.find(Key::body) != nullptr);
}

bool is_named_as_statement(std::string_view path) {
  constexpr std::array<std::string_view, 3> names{"tillganglighet.md", "tillganglighetsredogorelse.md",
                                                  "accessibility.md"};
  const std::string_view folder = folder_of(path);
  const bool of_the_site = folder.empty() || folder == "om/" || folder == "about/";
  return of_the_site && std::ranges::find(names, fold(path.substr(folder.size()))) != names.end();
}

std::optional<FoundDate> statement_day(const Document& document, Key key) {
  std::string_view said = document.front_matter.value(key);
  while (said.ends_with('.')) said.remove_suffix(1);
  return parse_dates(said, std::nullopt).date;
}

DocumentIndex find_statement(std::span<const Document> documents, const Course& course) {
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    if (course.pages[i].published && is_statement(documents[i], course.pages[i].kind)) return i;
  }
  return no_index;
}

void check_statements(std::span<const Document> documents, Course& course) {
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    if (course.pages[i].published && is_statement(documents[i], course.pages[i].kind))
      StatementChecks(documents[i], course).run();
  }
}

}  // namespace traff
