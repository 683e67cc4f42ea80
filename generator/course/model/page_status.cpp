#include "course/model/page_status.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "course/model/occasion.h"
#include "markdown/front/draft_status.h"

namespace traff {

namespace {

constexpr std::array<std::string_view, 8> closed_words{"avslutat",  "avslutad", "avslutade", "arkiverat",
                                                       "arkiverad", "arkiv",    "closed",    "archived"};

// What people write of a page that is there to be read.
constexpr std::array<std::string_view, 54> open_words{
    "publicerad", "publicerat", "reviderad", "publik",     "offentlig",  "offentligt", "klar",      "klart",
    "klara",      "fardig",     "fardigt",   "godkand",    "godkant",    "beslutad",   "beslutat",  "faststalld",
    "faststallt", "slutlig",    "slutligt",  "aktiv",      "aktivt",     "aktuell",    "aktuellt",  "gallande",
    "pagar",      "pagaende",   "oppen",     "oppet",      "kommande",   "planerad",   "planerat",  "bokad",
    "bokat",      "fullbokad",  "fullbokat", "uppdaterad", "uppdaterat", "genomford",  "genomfort", "ok",
    "published",  "public",     "ready",     "done",       "final",      "finished",   "approved",  "active",
    "current",    "ongoing",    "open",      "upcoming",   "planned",    "live"};
constexpr std::array<std::string_view, 12> status_words{"utkast",   "preliminär", "bekräftad", "inställd",
                                                        "inställt", "flyttad",    "pilot",     "avslutat",
                                                        "avslutad", "tentative",  "cancelled", "archived"};
constexpr std::size_t longest_compared = 40;  // in bytes

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view folded) {
  return std::find(words.begin(), words.end(), folded) != words.end();
}

std::string folded_status(const Document& document) {
  const std::string_view status = trim(document.front_matter.value(Key::status));
  return status.empty() ? std::string() : fold(status);
}

// "Klar!", "klar (Eva har läst)", "publicerad av Eva", "öppen för anmälan": what follows "klar" may be a day only, for
// it may also be what is left to do.
bool says_open(std::string_view status) {
  status = trim(status.substr(0, status.find_first_of("(#")));
  const std::size_t end = std::min(status.find_first_of(" ,.!:?"), status.size());
  const std::string_view word = status.substr(0, end), rest = status.substr(end);
  if (!is_one_of(open_words, word)) return false;
  const bool may_be_left = word.starts_with("klar") || word.starts_with("fardig") || word == "ready" || word == "done";
  if (may_be_left) return rest.find_first_not_of(" ,.!:-/0123456789") == std::string_view::npos;
  static constexpr std::array<std::string_view, 7> doubts{"inte", "ej ", "an", "annu", "snart", "not ", "?"};
  return std::ranges::none_of(doubts, [&](std::string_view doubt) {
    return (std::string(rest) + " ").find(" " + std::string(doubt)) != std::string::npos || rest.find('?') != rest.npos;
  });
}

// Of what is folded, and no draft.
bool is_understood(std::string_view status) {
  return status.empty() || parse_status(status) != MeetingStatus::plain || is_one_of(closed_words, status) ||
         says_open(status);
}

constexpr std::array<std::string_view, 7> title_words{"utkast",  "draft",    "arbetsutkast", "wip",
                                                      "ej klar", "ej klart", "privat"};

// "(utkast)", "[Draft 2]" anywhere, "UTKAST: …" or "… – utkast"; not "Utkast till handlingsplan".
bool has_draft_title(const Document& document) {
  const std::string title = fold(document.title);
  return std::ranges::any_of(title_words, [&](std::string_view word) {
    const std::string mark(word);
    for (const std::string_view open : {"(", "["}) {
      const std::size_t at = title.find(std::string(open) + mark);
      const char after = at == title.npos ? 'a' : (title + " ")[at + 1 + mark.size()];
      if (at != title.npos && !is_ascii_letter(after)) return true;
    }
    const std::string_view rest =
        title.starts_with(mark) ? std::string_view(title).substr(mark.size()) : std::string_view("a");
    if (rest.starts_with(':') || rest.starts_with(" -") || rest.starts_with(" –") || rest.starts_with('!')) return true;
    return title.ends_with("- " + mark) || title.ends_with("– " + mark) || title.ends_with(": " + mark);
  });
}

// "_drafts/x.md", "x.draft.md", and what Word and macOS leave beside a file.
bool has_draft_path(std::string_view path) {
  static constexpr std::array<std::string_view, 5> folders{"utkast", "_utkast", "drafts", "_drafts", "draft"};
  const std::vector<std::string_view> parts = split(path, '/');
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (parts[i] == "__MACOSX" || std::ranges::find(folders, fold(parts[i])) != folders.end()) return true;
  }
  const std::string name = fold(parts.back());
  return name.starts_with("~$") || name.ends_with(".draft.md") || name.ends_with("(utkast).md") ||
         name.ends_with("(draft).md") || name.ends_with(".utkast.md");
}

// "status: utkast" and "Status: Draft (to be read by Eva)": as it is documented.
bool is_plain_draft(const Field& field) {
  const std::string words = fold(trim(field.value));
  return field.key == Key::status && (words.starts_with("utkast") || words.starts_with("draft"));
}

std::string written(const Field& field) { return field.name + ": " + field.value; }

std::optional<std::string_view> nearest_status(std::string_view status) {
  if (status.size() > longest_compared) return std::nullopt;
  std::vector<std::string> folded;
  for (const std::string_view word : status_words) folded.push_back(fold(word));
  const std::vector<std::string_view> known(folded.begin(), folded.end());
  const auto found = nearest_name(status, known);
  if (!found) return std::nullopt;
  return status_words[static_cast<std::size_t>(std::ranges::find(known, *found) - known.begin())];
}

void report_not_understood(const Document& page, std::string_view status, Course& course) {
  const Field& field = *page.front_matter.find(Key::status);
  const std::string shown(trim(field.value));
  const auto nearest = nearest_status(status);
  course.diagnostics.push_back(at_value(nearest ? code::F45(shown, *nearest) : code::F46(shown), page, field));
}

}  // namespace

bool says_draft(const Document& document) {
  return has_draft_title(document) || has_draft_path(document.path) || says_draft(document.front_matter) ||
         !is_understood(folded_status(document));
}

bool says_closed(const Document& document) { return is_one_of(closed_words, folded_status(document)); }

void check_statuses(std::span<const Document> documents, Course& course) {
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    if (!course.pages[i].draft) continue;
    const Document& page = documents[i];
    const std::string status = folded_status(page);
    const auto& fields = page.front_matter.fields;
    const auto draft = std::ranges::find_if(fields, is_draft);
    if (draft != fields.end()) {
      if (!is_plain_draft(*draft)) course.diagnostics.push_back(at_value(code::F60(written(*draft)), page, *draft));
    } else if (has_draft_path(page.path)) {
      course.diagnostics.push_back({code::F60(page.path), {page.path}});
    } else if (has_draft_title(page)) {
      course.diagnostics.push_back({code::F60(page.title), {page.path, page.title_line}});
    } else if (!is_understood(status)) {
      report_not_understood(page, status, course);
    }
  }
}

bool says_yes(const Document& page, Key key, bool otherwise, std::vector<Diagnostic>& diagnostics) {
  const Field* const field = page.front_matter.find(key);
  if (field == nullptr) return otherwise;
  const std::string answer = fold(trim(field->value));
  if (answer.empty()) return otherwise;
  if (answer == "ja" || answer == "yes" || answer == "true") return true;
  if (answer == "nej" || answer == "no" || answer == "false") return false;
  diagnostics.push_back(at_value(code::F40(field->name, field->value), page, *field));
  return otherwise;
}

}  // namespace traff
