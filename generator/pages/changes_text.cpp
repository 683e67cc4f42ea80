#include "pages/changes_text.h"

#include <algorithm>

#include "base/text.h"
#include "pages/change_words.h"
#include "pages/urls.h"

namespace traff {

namespace {

// A no-break space is lost on the way through many a mail program.
std::string plain(std::string_view text) { return replace_all(replace_all(text, "\xC2\xA0", " "), "\n", " "); }

std::string page_text(const PageNews& page, const std::vector<Document>& documents, const Course& course, const Theme& theme) {
  const std::string state = page_state(page.kind, theme);
  std::string text = plain(page.title) + (state.empty() ? "" : " (" + state + ")") + "\n";
  const std::size_t told = std::min(page.changes.size(), most_told_changes);
  for (std::size_t i = 0; i < told; ++i) text += "  - " + plain(change_words(page.changes[i], theme)) + "\n";
  if (told < page.changes.size()) text += "  - " + theme.text("change.more", {{"n", std::to_string(page.changes.size() - told)}}) + "\n";
  if (page.document != no_index) text += "  " + course.site.address + page_address(documents[page.document].path) + "\n";
  return text + "\n";
}

}  // namespace

std::string changes_text(const std::vector<PageNews>& pages, const std::vector<Document>& documents, const Course& course, const Theme& theme) {
  std::string text;
  for (const PageNews& page : pages) text += page_text(page, documents, course, theme);
  return text;
}

}  // namespace traff
