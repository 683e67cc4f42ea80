#include "course/model/page_status.h"

#include <algorithm>
#include <array>
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
constexpr std::array<std::string_view, 4> near_words{"utkast", "avslutat", "avslutad", "archived"};
constexpr std::size_t longest_status = 40;  // in bytes, of what is compared

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view folded) {
  return std::find(words.begin(), words.end(), folded) != words.end();
}

std::string folded_status(const Document& document) {
  const std::string_view status = trim(document.front_matter.value(Key::status));
  return status.empty() || status.size() > longest_status ? std::string() : fold(status);
}

void report(const Document& document, Message message, Course& course) {
  course.diagnostics.push_back(at_value(std::move(message), document, *document.front_matter.find(Key::status)));
}

}  // namespace

bool says_draft(const Document& document) {
  const std::string title = fold(document.title);
  const bool in_title = title.ends_with("(utkast)") || title.ends_with("(draft)") || title.ends_with("[utkast]");
  return in_title || says_draft(document.front_matter);
}

bool says_closed(const Document& document) { return is_one_of(closed_words, folded_status(document)); }

void check_statuses(std::span<const Document> documents, Course& course) {
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    const CoursePage& page = course.pages[i];
    const std::string status = folded_status(documents[i]);
    if (status.empty() || !page.published || is_draft_status(status)) continue;
    const std::string shown(trim(documents[i].front_matter.value(Key::status)));
    if (page.meeting != no_index && parse_status(status) == MeetingStatus::plain) {
      report(documents[i], code::F46(shown), course);
    } else if (page.meeting == no_index && !is_one_of(closed_words, status)) {
      const auto nearest = nearest_name(status, near_words);
      if (nearest) report(documents[i], code::F45(shown, *nearest), course);
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
