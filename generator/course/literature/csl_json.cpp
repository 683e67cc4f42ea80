#include "course/literature/csl_json.h"

#include <nlohmann/json.hpp>
#include <nlohmann/json_fwd.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/read_json.h"
#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

// One entry of CSL-JSON as APA 7 writes it in Sweden, in Markdown.

struct ApaEntry {
  std::string markdown;    // on one line, the author's own signs escaped
  std::string sort_names;  // what the list is ordered by
  std::string year;
};

using Json = nlohmann::json;

std::string text_of(const Json& work, const char* name) {
  const auto member = work.find(name);
  if (member == work.end()) return {};
  if (member->is_number_integer()) return std::to_string(member->get<long long>());
  if (!member->is_string()) return {};
  std::string text(trim(member->get<std::string>()));
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return text;
}

// A title as Zotero has it, whose words may stand between tags: "Pedagogical <i>tact</i>".
std::string title_of(const Json& work, const char* member) {
  static constexpr std::string_view tags[] = {"i", "b", "em", "strong", "sup", "sub", "sc", "span"};
  struct Entity {
    std::string_view written, meant;
  };
  static constexpr Entity entities[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
  const std::string written = text_of(work, member);
  std::string title;
  for (std::size_t at = 0; at < written.size(); ++at) {
    const std::size_t end = written[at] == '<' ? written.find('>', at) : std::string::npos;
    const std::string tag = end == std::string::npos ? std::string() : written.substr(at + 1, end - at - 1);
    const std::string name = tag.substr(tag.starts_with('/') ? 1 : 0, tag.find(' '));
    const bool is_pair =
        std::ranges::find(tags, name) != std::end(tags) && written.find("</" + name + ">") != written.npos;
    if (is_pair)
      at = end;
    else
      title += written[at];
  }
  for (const auto& [entity, meant] : entities) title = replace_all(title, entity, meant);
  return title;
}

// Every ASCII sign that could mean something to Markdown.
std::string escaped(std::string_view text) {
  static constexpr ByteSet signs("\\`*_{}[]<>()#+!|~\"'@:$^=");
  std::string out;
  for (const char c : text) {
    if (signs.has(c)) out += '\\';
    out += c;
  }
  return out;
}

std::string given_initials(std::string_view given) {
  std::string initials;
  for (const std::string_view word : split(given, ' ')) {
    if (word.empty()) continue;
    if (!initials.empty()) initials += ' ';
    append_code_point(initials, code_point_at(word, 0));
    initials += '.';
    if (const std::size_t hyphen = word.find('-'); hyphen != std::string_view::npos && hyphen + 1 < word.size()) {
      initials += '-';
      append_code_point(initials, code_point_at(word, hyphen + 1));
      initials += '.';
    }
  }
  return initials;
}

std::string one_name(const Json& name) {
  if (!name.is_object()) return {};
  std::string family = text_of(name, "family");
  if (family.empty()) return text_of(name, "literal");
  const std::string particle = text_of(name, "non-dropping-particle");
  if (!particle.empty()) family = particle + " " + family;
  const std::string initials = given_initials(text_of(name, "given"));
  return initials.empty() ? family : family + ", " + initials;
}

// "Jarl, M., Blossing, U., & Andersson, K."; of very many the first nineteen and the last.
std::string names_of(const Json& work, const char* role) {
  constexpr std::size_t most_named = 20;
  const auto list = work.find(role);
  if (list == work.end() || !list->is_array()) return {};
  std::vector<std::string> names;
  for (const Json& name : *list) {
    if (std::string one = one_name(name); !one.empty()) names.push_back(std::move(one));
  }
  if (names.size() > most_named) names.erase(names.begin() + most_named - 1, names.end() - 1);
  std::string joined;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) joined += i + 1 == names.size() ? ", & " : ", ";
    joined += names[i];
  }
  return joined;
}

// Markdown's, which begin no link.
std::string in_parentheses(std::string_view markdown) { return "\\(" + std::string(markdown) + "\\)"; }

// Four digits, or nothing.
std::string year_in(const Json& work, const char* name) {
  const auto date = work.find(name);
  if (date == work.end() || !date->is_object()) return {};
  const auto parts = date->find("date-parts");
  const bool has_year = parts != date->end() && parts->is_array() && !parts->empty() && parts->front().is_array() &&
                        !parts->front().empty();
  std::string year;
  if (has_year) {
    const Json& first = parts->front().front();
    if (first.is_number_integer()) year = std::to_string(first.get<long long>());
    if (first.is_string()) year = first.get<std::string>();
  }
  if (year.empty()) year = text_of(*date, "raw").substr(0, 4);
  const bool is_year = year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos;
  return is_year ? year : std::string();
}

// "1938/1997" of a new edition of an old work.
std::string year_of(const Json& work, Language language) {
  if (text_of(work, "status") == "forthcoming" || text_of(work, "status") == "in press")
    return std::string(phrase::in_press.in(language));
  const std::string year = year_in(work, "issued");
  if (year.empty()) return std::string(phrase::without_year.in(language));
  const std::string first = year_in(work, "original-date");
  if (!first.empty() && first != year) return first + "/" + year;
  const std::string letter = text_of(work, "year-suffix");
  return letter.size() == 1 ? year + letter : year;
}

std::string sentence(std::string text) {
  if (!text.empty() && !text.ends_with('.') && !text.ends_with('?') && !text.ends_with('!')) text += '.';
  return text;
}

bool stands_in_another(std::string_view type) {
  return type.starts_with("article") || type == "chapter" || type == "paper-conference" || type.starts_with("entry");
}

// "*Tidskriften*, *12*(3), 4–9" or "I B. Redaktör (Red.), *Boken* (s. 4–9)"
std::string container(const Json& work, Language language) {
  const std::string title = title_of(work, "container-title");
  if (title.empty()) return {};
  const std::string pages = replace_all(text_of(work, "page"), "-", "–");
  const std::string type = text_of(work, "type");
  if (!type.starts_with("article")) {
    const std::string editors = names_of(work, "editor");
    std::string out(phrase::in_book.in(language));
    if (!editors.empty()) out += escaped(editors) + " " + in_parentheses(phrase::editors.in(language)) + ", ";
    out += "*" + escaped(title) + "*";
    if (!pages.empty()) out += " " + in_parentheses(std::string(phrase::pages.in(language)) + " " + escaped(pages));
    return out;
  }
  std::string out = "*" + escaped(title) + "*";
  if (const std::string volume = text_of(work, "volume"); !volume.empty()) out += ", *" + escaped(volume) + "*";
  if (const std::string issue = text_of(work, "issue"); !issue.empty()) out += in_parentheses(escaped(issue));
  return pages.empty() ? out : out + ", " + escaped(pages);
}

std::string edition(const Json& work, Language language) {
  const std::string number = text_of(work, "edition");
  if (number.empty() || number == "1") return {};
  const bool digits = number.find_first_not_of("0123456789") == std::string::npos;
  if (!digits) return " " + in_parentheses(escaped(number));
  return " " + in_parentheses(number + " " + std::string(phrase::edition.in(language)));
}

// A link that is one: nothing but web addresses.
std::string link_of(const Json& work) {
  std::string link = text_of(work, "DOI");
  if (!link.empty() && !link.starts_with("http")) link = "https://doi.org/" + link;
  if (link.empty()) link = text_of(work, "URL");
  const bool is_web = link.starts_with("https://") || link.starts_with("http://");
  if (!is_web || link.find_first_of(" <>\"`\\") != std::string::npos) return {};
  return "<" + link + ">";
}

void append_part(std::string& line, const std::string& part) {
  if (part.empty()) return;
  if (!line.empty()) line += ' ';
  line += part;
}

// Members of other kinds than CSL says count as missing.
ApaEntry apa_entry(const Json& work, Language language) {
  ApaEntry entry;
  entry.year = year_of(work, language);
  const std::string title = title_of(work, "title");
  const std::string type = text_of(work, "type");
  std::string names = names_of(work, "author");
  if (names.empty()) {
    names = names_of(work, "editor");
    if (!names.empty()) names += " (" + std::string(phrase::editors.in(language)) + ")";
  }
  entry.sort_names = names.empty() ? title : names;
  const std::string shown_title = stands_in_another(type) ? escaped(title) : "*" + escaped(title) + "*";
  const std::string year = in_parentheses(entry.year) + ".";
  if (names.empty()) {
    append_part(entry.markdown, sentence(shown_title + edition(work, language)) + " " + year);
  } else {
    append_part(entry.markdown, sentence(escaped(names)) + " " + year);
    if (!title.empty()) append_part(entry.markdown, sentence(shown_title + edition(work, language)));
  }
  append_part(entry.markdown, sentence(container(work, language)));
  if (!type.starts_with("article")) append_part(entry.markdown, sentence(escaped(text_of(work, "publisher"))));
  append_part(entry.markdown, link_of(work));
  return entry;
}

using Json = nlohmann::json;

constexpr std::size_t most_bytes = 1 << 20;

Diagnostic unreadable(std::string_view path, std::size_t line, std::size_t column, const Words& why) {
  return {code::R10(why), {std::string(path), static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column), 0}};
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
  made.text = "# " + std::string(phrase::literature.in(language)) + "\n\n";
  if (json.size() > most_bytes) {
    made.diagnostics.push_back(unreadable(path, 0, 0, phrase::larger_than_a_megabyte));
    return made;
  }
  Json works;
  if (const auto flaw = read_json(json, works)) {
    made.diagnostics.push_back(unreadable(path, flaw->line, flaw->column, flaw->what));
    return made;
  }
  if (works.is_object() && works.contains("items")) {
    Json items = std::move(works["items"]);
    works = std::move(items);
  }
  if (!works.is_array()) {
    made.diagnostics.push_back(unreadable(path, 1, 0, phrase::no_list));
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
