#include "checks/person_spelling.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "base/utf8.h"
#include "checks/person_name.h"

namespace traff {

namespace {

struct Use {
  std::string name;
  Place place;
  std::string line;
  std::size_t count = 0;
};

bool names_people(Key key) {
  return key == Key::responsible || key == Key::lecturer || key == Key::author || key == Key::contact;
}

// One for Lindqvist, Lindkvist and Lindquist; for Carlsson and Karlson.
std::string sound_of(std::string_view name) {
  std::string folded = fold(name);
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"th", "t"},
                                 {"ph", "f"},
                                 {"qu", "kv"},
                                 {"q", "k"},
                                 {"c", "k"},
                                 {"w", "v"},
                                 {"z", "s"},
                                 {"x", "ks"},
                                 {"hj", "j"},
                                 {"gj", "j"},
                                 {"é", "e"}}) {
    folded = replace_all(folded, from, to);
  }
  folded.erase(std::unique(folded.begin(), folded.end()), folded.end());
  return folded;
}

using Spellings = std::map<std::string, std::vector<Use>>;  // by first name and sound of the family name

void take_name(Spellings& spellings, std::string_view name, const Document& document, const Field& field) {
  if (!looks_like_full_name(name)) return;
  const std::size_t last = name.rfind(' ');
  std::vector<Use>& uses = spellings[fold(name.substr(0, last)) + "|" + sound_of(name.substr(last + 1))];
  const auto known = std::find_if(uses.begin(), uses.end(), [&](const Use& use) { return use.name == name; });
  if (known != uses.end()) {
    ++known->count;
    return;
  }
  const std::size_t at = field.value.find(name);
  const std::size_t before =
      at == std::string::npos ? 0 : code_point_count(std::string_view(field.value).substr(0, at));
  const auto column = static_cast<std::uint32_t>(field.column + before);
  uses.push_back({std::string(name),
                  {document.path, field.line, column, static_cast<std::uint32_t>(code_point_count(name))},
                  {},
                  1});
}

}  // namespace

std::vector<Diagnostic> check_person_spellings(std::span<const Document> documents, const Course& course) {
  Spellings spellings;
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    if (!course.pages[i].published) continue;
    for (const Field& field : documents[i].front_matter.fields) {
      if (!names_people(field.key)) continue;
      for (const std::string_view name : split(field.value, ',')) take_name(spellings, trim(name), documents[i], field);
    }
  }
  std::vector<Diagnostic> found;
  for (auto& [sound, uses] : spellings) {
    if (uses.size() < 2) continue;
    std::stable_sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) { return a.count > b.count; });
    const Use& rarer = uses[1];
    found.push_back({"T8",
                     rarer.place,
                     {},
                     {uses[0].name, std::to_string(uses[0].count), rarer.name, std::to_string(rarer.count)}});
  }
  return found;
}

}  // namespace traff
