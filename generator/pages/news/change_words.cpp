#include "pages/news/change_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "pages/addresses/navigation.h"
#include "pages/addresses/urls.h"
#include "pages/facts/page_facts.h"

namespace traff {

namespace {

using Kind = DocumentChange::Kind;

// Of changes whose words need what they are about, no more.
struct KindWords {
  Kind kind;
  std::string_view text;
};

constexpr std::array by_kind{
    KindWords{Kind::title, "change.title"},
    KindWords{Kind::summary, "change.summary"},
    KindWords{Kind::point_added, "change.point.added"},
    KindWords{Kind::point_removed, "change.point.removed"},
    KindWords{Kind::point_time, "change.point.time"},
    KindWords{Kind::point_moved, "change.point.moved"},
    KindWords{Kind::point_text, "change.point.text"},
    KindWords{Kind::programme, "change.programme"},
    KindWords{Kind::section_added, "change.section.added"},
    KindWords{Kind::section_removed, "change.section.removed"},
    KindWords{Kind::section_renamed, "change.section.renamed"},
    KindWords{Kind::section_text, "change.section.text"},
    KindWords{Kind::lead_text, "change.lead"},
    KindWords{Kind::whole_text, "change.text"},
    KindWords{Kind::slide_added, "change.slide.added"},
    KindWords{Kind::slide_removed, "change.slide.removed"},
    KindWords{Kind::slide_renamed, "change.slide.renamed"},
    KindWords{Kind::slide_text, "change.slide.text"},
    KindWords{Kind::work_added, "change.work.added"},
    KindWords{Kind::work_removed, "change.work.removed"},
    KindWords{Kind::work_text, "change.work.text"},
    KindWords{Kind::row_added, "change.row.added"},
    KindWords{Kind::row_removed, "change.row.removed"},
    KindWords{Kind::row_text, "change.row.text"},
};

bool is_about_people(Key key) {
  return key == Key::contact || key == Key::author || key == Key::responsible || key == Key::address;
}

std::string fact_words(const DocumentChange& change, const Theme& theme) {
  const KeyRow& row = row_of(change.key);
  const std::string label = change.subject.empty() ? std::string(theme.text(row.label)) : change.subject;
  if (change.after.empty() && is_about_people(change.key)) return theme.text("change.fact.gone", {{"label", label}});
  if (change.after.empty()) return theme.text("change.fact.was", {{"label", label}, {"before", change.before}});
  if (change.before.empty() || is_about_people(change.key))
    return theme.text("change.fact.new", {{"label", label}, {"after", change.after}});
  return theme.text(row.new_value, {{"label", label}, {"after", change.after}, {"before", change.before}});
}

std::string day_words(const NetworkNews& news, const Course& course) {
  return long_date(news.day, course.site.language);
}

}  // namespace

std::string change_words(const DocumentChange& change, const Theme& theme) {
  if (change.kind == Kind::fact) return fact_words(change, theme);
  for (const KindWords& words : by_kind) {
    if (words.kind != change.kind) continue;
    return theme.text(words.text, {{"subject", change.subject}, {"before", change.before}, {"after", change.after}});
  }
  return {};
}

std::string page_state(PageNews::Kind kind, const Theme& theme) {
  switch (kind) {
    case PageNews::Kind::added: return std::string(theme.text("change.added"));
    case PageNews::Kind::removed: return std::string(theme.text("change.removed"));
    case PageNews::Kind::moved: return std::string(theme.text("change.moved"));
    case PageNews::Kind::changed: break;
  }
  return {};
}

namespace {

// "Träff 3, 17 januari 2020": since when something is new; "" when that is its first publication.
std::string since_words(const NetworkNews& news, const Course& course, const Theme& theme) {
  if (news.since != NetworkNews::Since::meeting) return {};
  std::string what = news.meeting == no_index ? news.occasion : meeting_title(course.meetings[news.meeting], theme);
  return what.empty() ? day_words(news, course) : what + ", " + day_words(news, course);
}

}  // namespace

std::string news_intro(const NetworkNews& news, const Course& course, const Theme& theme) {
  if (news.since == NetworkNews::Since::unknown) return std::string(theme.text("news.unknown"));
  if (news.is_new) return std::string(theme.text("news.all"));
  const std::string what = since_words(news, course, theme);
  const std::string day = day_words(news, course);
  if (what.empty())
    return theme.text(news.pages.empty() ? "news.none.published" : "news.since.published", {{"date", day}});
  return theme.text(news.pages.empty() ? "news.none" : "news.since", {{"meeting", what}});
}

namespace {

// A no-break space is lost on the way through many a mail program.
std::string plain(std::string_view text) { return replace_all(replace_all(text, "\xC2\xA0", " "), "\n", " "); }

std::string page_text(const PageNews& page, const std::vector<Document>& documents, const Course& course,
                      const Theme& theme) {
  const std::string state = page_state(page.kind, theme);
  std::string text = plain(page.title) + (state.empty() ? "" : " (" + state + ")") + "\n";
  const std::size_t told = std::min(page.changes.size(), most_told_changes);
  for (std::size_t i = 0; i < told; ++i) text += "  - " + plain(change_words(page.changes[i], theme)) + "\n";
  if (told < page.changes.size())
    text += "  - " + theme.text("change.more", {{"n", std::to_string(page.changes.size() - told)}}) + "\n";
  if (page.document != no_index)
    text += "  " + course.site.address + page_address(documents[page.document].path) + "\n";
  return text + "\n";
}

}  // namespace

std::string changes_text(const std::vector<PageNews>& pages, const std::vector<Document>& documents,
                         const Course& course, const Theme& theme) {
  std::string text;
  for (const PageNews& page : pages) text += page_text(page, documents, course, theme);
  return text;
}

}  // namespace traff
