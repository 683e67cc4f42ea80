#include "course/model/page_kind.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/parse_document.h"

namespace traff {

namespace {

constexpr std::array rows{
    PageKindRow{.kind = PageKind::start, .name = "start", .template_name = "start"},
    PageKindRow{.kind = PageKind::network,
                .name = "network",
                .template_name = "network",
                .types = {"natverk", "network"},
                .has_skeleton = true},
    PageKindRow{.kind = PageKind::letter,
                .name = "letter",
                .template_name = "letter",
                .types = {"brev valkomstbrev", "letter"},
                .files = {"valkomstbrev brev", "letter welcome"},
                .menu = MenuPlace::first},
    PageKindRow{.kind = PageKind::dates,
                .name = "dates",
                .template_name = "page",
                .types = {"datum", "dates"},
                .files = {"datum", "dates"},
                .menu = MenuPlace::first},
    PageKindRow{.kind = PageKind::literature,
                .name = "literature",
                .template_name = "page",
                .types = {"litteratur", "literature"},
                .files = {"litteratur litteraturlista", "literature"},
                .has_skeleton = true,
                .menu = MenuPlace::first},
    PageKindRow{.kind = PageKind::meeting,
                .name = "meeting",
                .template_name = "meeting",
                .types = {"traff", "meeting"},
                .folders = {"traffar traff", "meetings meeting"},
                .has_skeleton = true,
                .menu = MenuPlace::group,
                .menu_title = "nav.meetings",
                .label = "meeting.number"},
    PageKindRow{.kind = PageKind::assignment,
                .name = "assignment",
                .template_name = "page",
                .types = {"redovisning", "assignment"},
                .folders = {"redovisningar redovisning", "assignments assignment"},
                .has_skeleton = true,
                .menu = MenuPlace::group,
                .menu_title = "nav.assignments",
                .label = "assignment"},
    PageKindRow{.kind = PageKind::deck,
                .name = "deck",
                .template_name = "deck",
                .types = {presentation_types_sv, presentation_types_en},
                .folders = {presentation_folders_sv, presentation_folders_en},
                .has_skeleton = true,
                .menu = MenuPlace::group,
                .menu_title = "nav.decks",
                .label = "deck"},
    PageKindRow{.kind = PageKind::form,
                .name = "form",
                .template_name = "page",
                .types = {"mall", "form template"},
                .folders = {"mallar mall", "forms templates"},
                .has_skeleton = true,
                .menu = MenuPlace::group,
                .menu_title = "nav.forms",
                .label = "template"},
    PageKindRow{.kind = PageKind::report,
                .name = "report",
                .template_name = "page",
                .types = {"rapport", "report"},
                .folders = {"rapporter rapport", "reports"},
                .has_skeleton = true,
                .menu = MenuPlace::group,
                .menu_title = "nav.reports",
                .label = "report"},
    PageKindRow{.kind = PageKind::page,
                .name = "page",
                .template_name = "page",
                .types = {"sida", "page"},
                .has_skeleton = true,
                .menu = MenuPlace::group,
                .menu_title = "nav.more"},
    PageKindRow{.kind = PageKind::meetings, .name = "meetings", .template_name = "meetings"},
    PageKindRow{.kind = PageKind::between, .name = "between", .template_name = "between"},
    PageKindRow{.kind = PageKind::contents, .name = "contents", .template_name = "contents"},
    PageKindRow{.kind = PageKind::not_found, .name = "not_found", .template_name = "not_found"},
    PageKindRow{.kind = PageKind::news, .name = "news", .template_name = "news"},
    PageKindRow{.kind = PageKind::changes, .name = "changes", .template_name = "changes"},
};

constexpr bool each_kind_has_its_row() {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].kind != static_cast<PageKind>(i)) return false;
  }
  return rows.size() == static_cast<std::size_t>(PageKind::changes) + 1;
}
static_assert(each_kind_has_its_row());

using KindIndex = std::unordered_map<std::string_view, PageKind>;

KindIndex index_of(KindNames PageKindRow::* names) {
  KindIndex index;
  for (const PageKindRow& row : rows) {
    for (const std::string_view words : {(row.*names).sv, (row.*names).en}) {
      for (const std::string_view word : split(words, ' ')) {
        if (!word.empty()) index.emplace(word, row.kind);
      }
    }
  }
  return index;
}

std::optional<PageKind> find_kind(const KindIndex& index, std::string_view folded) {
  const auto found = index.find(folded);
  return found == index.end() ? std::nullopt : std::optional(found->second);
}

std::string_view file_stem(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
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

std::span<const PageKindRow> page_kinds() { return rows; }

const PageKindRow& row_of(PageKind kind) { return rows[static_cast<std::size_t>(kind)]; }

std::string_view first_name(const KindNames& names, Language language) {
  const std::string_view words = language == Language::sv ? names.sv : names.en;
  return words.substr(0, words.find(' '));
}

std::optional<PageKind> parse_page_kind(std::string_view type) {
  static const KindIndex types = index_of(&PageKindRow::types);
  return find_kind(types, fold(trim(type)));
}

std::optional<PageKind> kind_of_folder(std::string_view folder) {
  static const KindIndex folders = index_of(&PageKindRow::folders);
  if (folder.empty()) return std::nullopt;
  const std::string_view open = folder.substr(0, folder.size() - 1);
  return find_kind(folders, fold(open.substr(open.rfind('/') + 1)));
}

PageKind kind_by_itself(const Document& document) {
  if (const auto named = parse_page_kind(document.front_matter.value(Key::type))) return *named;
  if (!is_index(document.path)) {
    static const KindIndex files = index_of(&PageKindRow::files);
    if (const auto kind = kind_of_folder(folder_of(document.path))) return *kind;
    if (const auto kind = find_kind(files, fold(file_stem(document.path)))) return *kind;
    if (leading_number(after_any_word(marked_title(document.title).title, meeting_words)) > 0) return PageKind::meeting;
    const std::string_view letter = after_any_word(document.title, assignment_words);
    if (!letter.empty() && letter[0] >= 'A' && letter[0] <= 'Z' && (letter.size() == 1 || letter[1] == ':'))
      return PageKind::assignment;
  }
  return PageKind::page;
}

int meeting_number(const Document& document) {
  if (const int number = leading_number(document.front_matter.value(Key::number)); number > 0) return number;
  if (const int number = leading_number(file_stem(document.path)); number > 0) return number;
  return leading_number(after_any_word(marked_title(document.title).title, meeting_words));
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

namespace {

bool tells_of_change(std::string_view word) {
  static constexpr std::string_view words[] = {"installd", "installt", "installda", "flyttad",  "flyttat", "avlyst",
                                               "avlysta",  "utgar",    "cancelled", "canceled", "moved"};
  return std::ranges::find(words, fold(word)) != std::end(words);
}

std::size_t letters_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_letter(code_point_at(text, end))) end += code_point_size(text, end);
  return end - at;
}

bool is_in_capitals(std::string_view word) {
  constexpr std::size_t shortest = 4;
  return word.size() >= shortest && to_lower(word) != word && is_upper(code_point_at(word, 1)) &&
         is_upper(code_point_at(word, 2));
}

bool is_separator(std::string_view text) {
  return text.starts_with(':') || text.starts_with('!') || text.starts_with('.') || text.starts_with(" -") ||
         text.starts_with(" –") || text.starts_with(" —");
}

// Whether a word at `at` that tells of a change is said of the träff, and no word of its theme: in capitals, alone in
// brackets, first with a sign after it, or last after a comma, a dash or "är".
bool is_said_of_title(std::string_view title, std::size_t at, std::size_t size) {
  const std::string_view before = trim(title.substr(0, at)), after = title.substr(at + size);
  if (is_in_capitals(title.substr(at, size))) return true;
  if (before.ends_with('(') || before.ends_with('[')) return true;
  const bool is_first = before.empty() || before.ends_with(':');
  if (is_first && is_separator(after)) return true;
  const bool is_last = after.find_first_not_of(" !.") == after.npos;
  return is_last &&
         (before.ends_with(',') || before.ends_with('-') || before.ends_with("–") || before.ends_with(" är"));
}

// What is left when the word goes, with the brackets or signs that it stood in.
std::string title_without(std::string_view title, std::size_t at, std::size_t size) {
  std::size_t begin = at, end = at + size;
  const std::size_t open = title.substr(0, at).find_last_of("([");
  const std::size_t close = title.find_first_of(")]", end);
  if (open != title.npos && close != title.npos && title.find_first_of(")]", open) == close) {
    begin = open;
    end = close + 1;
  }
  std::string left;
  for (const std::string_view part : {trim(title.substr(0, begin)), title.substr(end)}) {
    std::string_view words = part;
    while (!left.empty() || part.data() == title.substr(end).data()) {
      const std::size_t sign = words.find_first_not_of(" !.:-");
      words = sign == words.npos ? std::string_view() : words.substr(sign);
      if (!words.starts_with("–") && !words.starts_with("—")) break;
      words.remove_prefix(std::string_view("–").size());
    }
    left += (left.empty() || words.empty() ? "" : " ") + std::string(words);
  }
  while (left.ends_with(" är") || left.ends_with(" –") || left.ends_with(" -") || left.ends_with(',') ||
         left.ends_with(" OBS"))
    left.resize(left.find_last_of(left.ends_with(',') ? ',' : ' '));
  return std::string(trim(left));
}

}  // namespace

MarkedTitle marked_title(std::string_view title) {
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t size = letters_at(title, at);
    const std::string_view word = title.substr(at, size);
    if (size > 0 && tells_of_change(word) && is_said_of_title(title, at, size)) {
      std::string left = title_without(title, at, size);
      if (!left.empty()) return {std::string(word), std::move(left)};
    }
    at += size > 0 ? size : code_point_size(title, at);
  }
  return {{}, std::string(title)};
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
