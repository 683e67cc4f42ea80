#include "pages/changes_view.h"

#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "course/comparable_words.h"
#include "course/text_difference.h"
#include "pages/change_words.h"

namespace traff {

namespace {

constexpr std::size_t shown_beside = 12;  // words of what stays, before and after a change

using Kind = DocumentChange::Kind;

// Whether the words of the change do not already say what was and what is.
bool has_texts(Kind kind) {
  switch (kind) {
    case Kind::section_added:
    case Kind::section_removed:
    case Kind::section_text:
    case Kind::lead_text:
    case Kind::whole_text:
    case Kind::slide_added:
    case Kind::slide_removed:
    case Kind::slide_text:
    case Kind::work_text: return true;
    default: return false;
  }
}

std::string words_between(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) text += ' ';
    text += words[i];
  }
  return html_escaped(text);
}

std::string kept_html(std::string_view text, bool is_first, bool is_last) {
  const auto words = split_words(text);
  const std::size_t head = is_first ? 0 : shown_beside;
  const std::size_t tail = is_last ? 0 : shown_beside;
  if (words.size() <= head + tail + 3) return words_between(words, 0, words.size());
  return words_between(words, 0, head) + (head > 0 ? " " : "") + "…" + (tail > 0 ? " " : "") + words_between(words, words.size() - tail, words.size());
}

std::string marked(std::string_view element, std::string_view label, std::string_view text) {
  const std::string tag(element);
  return "<" + tag + "><span class=\"mark-label\">" + html_escaped(label) + ": </span>" + html_escaped(text) + "</" + tag + ">";
}

View change_view(const DocumentChange& change, const Theme& theme) {
  View shown;
  shown.put("words", change_words(change, theme));
  if (has_texts(change.kind)) shown.put("difference", difference_html(change.before, change.after, theme));
  return shown;
}

View entry_view(const PageChange& change, const SiteContext& site) {
  View entry;
  entry.put("date", long_date(change.when.day, site.language()));
  entry.put("date_iso", iso_date(change.when.day));
  std::vector<View> changes;
  if (change.published) {
    changes.emplace_back();
    changes.back().put("words", std::string(site.theme.text("changes.published")));
  }
  for (const DocumentChange& part : change.changes) changes.push_back(change_view(part, site.theme));
  entry.put_list("changes", std::move(changes));
  return entry;
}

}  // namespace

std::string difference_html(std::string_view before, std::string_view after, const Theme& theme) {
  std::string html;
  const std::vector<TextPiece> pieces = text_difference(before, after);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) html += ' ';
    switch (pieces[i].kind) {
      case TextPiece::Kind::kept: html += kept_html(pieces[i].text, i == 0, i + 1 == pieces.size()); break;
      case TextPiece::Kind::removed: html += marked("del", theme.text("changes.removed"), pieces[i].text); break;
      case TextPiece::Kind::added: html += marked("ins", theme.text("changes.added"), pieces[i].text); break;
    }
  }
  return html;
}

void put_changes(View& view, const std::vector<PageChange>& changes, const SiteContext& site) {
  view.put("intro", std::string(site.theme.text(changes.empty() ? "changes.none" : "changes.intro")));
  std::vector<View> entries;
  for (const PageChange& change : changes) entries.push_back(entry_view(change, site));
  view.put_list("entries", std::move(entries));
}

}  // namespace traff
