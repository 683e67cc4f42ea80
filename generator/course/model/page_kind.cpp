#include "course/model/page_kind.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

struct NamedKind {
  std::string_view name;  // folded
  PageKind kind;
};

constexpr std::array type_names{
    NamedKind{"natverk", PageKind::network},
    NamedKind{"network", PageKind::network},
    NamedKind{"brev", PageKind::letter},
    NamedKind{"valkomstbrev", PageKind::letter},
    NamedKind{"letter", PageKind::letter},
    NamedKind{"traff", PageKind::meeting},
    NamedKind{"meeting", PageKind::meeting},
    NamedKind{"presentation", PageKind::deck},
    NamedKind{"deck", PageKind::deck},
    NamedKind{"slides", PageKind::deck},
    NamedKind{"redovisning", PageKind::assignment},
    NamedKind{"assignment", PageKind::assignment},
    NamedKind{"litteratur", PageKind::literature},
    NamedKind{"literature", PageKind::literature},
    NamedKind{"rapport", PageKind::report},
    NamedKind{"report", PageKind::report},
    NamedKind{"mall", PageKind::form},
    NamedKind{"template", PageKind::form},
    NamedKind{"form", PageKind::form},
    NamedKind{"datum", PageKind::dates},
    NamedKind{"dates", PageKind::dates},
    NamedKind{"sida", PageKind::page},
    NamedKind{"page", PageKind::page},
};

constexpr std::array folder_names{
    NamedKind{"traffar", PageKind::meeting},
    NamedKind{"traff", PageKind::meeting},
    NamedKind{"meetings", PageKind::meeting},
    NamedKind{"meeting", PageKind::meeting},
    NamedKind{"redovisningar", PageKind::assignment},
    NamedKind{"redovisning", PageKind::assignment},
    NamedKind{"assignments", PageKind::assignment},
    NamedKind{"assignment", PageKind::assignment},
    NamedKind{"presentationer", PageKind::deck},
    NamedKind{"presentation", PageKind::deck},
    NamedKind{"presentations", PageKind::deck},
    NamedKind{"slides", PageKind::deck},
    NamedKind{"decks", PageKind::deck},
    NamedKind{"rapporter", PageKind::report},
    NamedKind{"rapport", PageKind::report},
    NamedKind{"reports", PageKind::report},
    NamedKind{"mallar", PageKind::form},
    NamedKind{"mall", PageKind::form},
    NamedKind{"templates", PageKind::form},
    NamedKind{"forms", PageKind::form},
};

constexpr std::array file_names{
    NamedKind{"valkomstbrev", PageKind::letter},
    NamedKind{"brev", PageKind::letter},
    NamedKind{"letter", PageKind::letter},
    NamedKind{"welcome", PageKind::letter},
    NamedKind{"datum", PageKind::dates},
    NamedKind{"dates", PageKind::dates},
    NamedKind{"litteratur", PageKind::literature},
    NamedKind{"literature", PageKind::literature},
    NamedKind{"litteraturlista", PageKind::literature},
};

template <std::size_t Count>
std::optional<PageKind> find_kind(const std::array<NamedKind, Count>& names, std::string_view folded) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const NamedKind& row) { return row.name == folded; });
  if (found == names.end()) return std::nullopt;
  return found->kind;
}

std::string_view file_stem(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}

std::string_view last_folder(std::string_view path) {
  const std::string_view folder = folder_of(path);
  if (folder.empty()) return {};
  const std::string_view open = folder.substr(0, folder.size() - 1);
  return open.substr(open.rfind('/') + 1);
}

constexpr std::array<std::string_view, 2> meeting_words{"traff", "meeting"};
constexpr std::array<std::string_view, 2> assignment_words{"redovisning", "assignment"};

// At most two digits: "2019-10-10.md" is named by its date and has no number.
int leading_number(std::string_view text) {
  int number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  return end.ec == std::errc() && end.ptr - text.data() <= 2 ? number : 0;
}

// The words after "Träff " or "Redovisning " when the title begins so.
std::string_view after_word(std::string_view title, std::string_view folded_word) {
  const std::size_t space = title.find_first_of(" \xC2");
  if (space == std::string_view::npos || fold(title.substr(0, space)) != folded_word) return {};
  return trim(title.substr(space));
}

// "3" of "3: Lärarledarskap", "C" of "C. Samtal"; 0 for other words.
std::size_t number_or_letter_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  if (size == 0 && !text.empty() && text[0] >= 'A' && text[0] <= 'Z') size = 1;
  return size <= 2 && (size == text.size() || !is_letter(code_point_at(text, size))) ? size : 0;
}

// The theme after "Träff 3": after a colon, full stop or dash, or a capital. "Träff 3 i Kalmar" has none.
std::string_view after_separator(std::string_view text) {
  const std::string_view words = trim(text);
  for (const std::string_view mark : {":", ".", "-", "–", "—"}) {
    if (words.starts_with(mark)) return trim(words.substr(mark.size()));
  }
  return !words.empty() && words.size() < text.size() && is_upper(code_point_at(words, 0)) ? words : std::string_view();
}

std::string_view after_any_word(std::string_view title, std::span<const std::string_view> folded_words) {
  for (const std::string_view word : folded_words) {
    if (const std::string_view rest = after_word(title, word); !rest.empty()) return rest;
  }
  return {};
}

}  // namespace

std::optional<PageKind> parse_page_kind(std::string_view type) { return find_kind(type_names, fold(trim(type))); }

PageKind kind_by_itself(const Document& document) {
  if (const auto named = parse_page_kind(document.front_matter.value(Key::type))) return *named;
  if (!is_index(document.path)) {
    if (const auto kind = find_kind(folder_names, fold(last_folder(document.path)))) return *kind;
    if (const auto kind = find_kind(file_names, fold(file_stem(document.path)))) return *kind;
    if (leading_number(after_any_word(document.title, meeting_words)) > 0) return PageKind::meeting;
    const std::string_view letter = after_any_word(document.title, assignment_words);
    if (!letter.empty() && letter[0] >= 'A' && letter[0] <= 'Z' && (letter.size() == 1 || letter[1] == ':'))
      return PageKind::assignment;
  }
  return PageKind::page;
}

int meeting_number(const Document& document) {
  if (const int number = leading_number(document.front_matter.value(Key::number)); number > 0) return number;
  if (const int number = leading_number(file_stem(document.path)); number > 0) return number;
  return leading_number(after_any_word(document.title, meeting_words));
}

char assignment_letter(const Document& document) {
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
  const std::string_view key = document.front_matter.value(Key::letter);
  const std::string_view stem = file_stem(document.path);
  const std::string_view title = after_any_word(document.title, assignment_words);
  if (key.size() == 1) return upper(key[0]);
  if (stem.size() == 1 || (stem.size() > 1 && stem[1] == '-')) {
    const char letter = upper(stem[0]);
    if (letter >= 'A' && letter <= 'Z') return letter;
  }
  return !title.empty() && title[0] >= 'A' && title[0] <= 'Z' ? title[0] : '\0';
}

std::string_view title_without_number(std::string_view title) {
  for (const auto& words : {meeting_words, assignment_words}) {
    const std::string_view rest = after_any_word(title, words);
    const std::size_t number_size = number_or_letter_size(rest);
    const std::string_view theme = number_size == 0 ? std::string_view() : after_separator(rest.substr(number_size));
    if (!theme.empty()) return theme;
  }
  return title;
}

SectionKind section_kind(std::string_view heading) {
  struct NamedSection {
    std::string_view name;
    SectionKind kind;
  };
  static constexpr std::array names{
      NamedSection{"syfte", SectionKind::purpose},
      NamedSection{"purpose", SectionKind::purpose},
      NamedSection{"infor traffen", SectionKind::prepare},
      NamedSection{"forberedelser", SectionKind::prepare},
      NamedSection{"before the meeting", SectionKind::prepare},
      NamedSection{"preparations", SectionKind::prepare},
      NamedSection{"program", SectionKind::programme},
      NamedSection{"agenda", SectionKind::programme},
      NamedSection{"dagordning", SectionKind::programme},
      NamedSection{"programme", SectionKind::programme},
      NamedSection{"forelasning", SectionKind::lecture},
      NamedSection{"lecture", SectionKind::lecture},
      NamedSection{"redovisning", SectionKind::assignment},
      NamedSection{"samtal", SectionKind::talk},
      NamedSection{"material", SectionKind::material},
      NamedSection{"materials", SectionKind::material},
      NamedSection{"litteratur", SectionKind::literature},
      NamedSection{"reading", SectionKind::literature},
      NamedSection{"till nasta traff", SectionKind::to_next},
      NamedSection{"efter traffen", SectionKind::to_next},
      NamedSection{"for the next meeting", SectionKind::to_next},
      NamedSection{"after the meeting", SectionKind::to_next},
  };
  std::string folded = fold(trim(heading));
  while (folded.ends_with(':')) folded.pop_back();
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const NamedSection& row) { return row.name == folded; });
  if (found != names.end()) return found->kind;
  const bool numbered = folded.starts_with("infor traff ") || folded.starts_with("forberedelser infor ");
  return numbered ? SectionKind::prepare : SectionKind::other;
}

bool is_index(std::string_view path) {
  constexpr std::string_view name = "index.md";
  const std::string_view file = path.substr(path.rfind('/') + 1);
  return file.size() == name.size() && fold(file) == name;
}

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

}  // namespace traff
