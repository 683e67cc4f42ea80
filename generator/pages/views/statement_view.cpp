#include "pages/views/statement_view.h"

#include <string>

#include "course/dates/calendar_date.h"
#include "course/model/statement.h"
#include "pages/facts/page_facts.h"

namespace traff {

namespace {

bool tells_how(const FrontMatter& keys) {
  return !keys.value(Key::assessed).empty() || !keys.value(Key::method).empty() || !keys.value(Key::updated).empty();
}

class StatementView {
 public:
  StatementView(const Document& document, const SiteContext& site)
      : document_(document), keys_(document.front_matter), site_(site) {}

  View run() {
    add_about();
    add_conformity();
    view_.put("assessed", sentence("statement.assessed", Key::assessed));
    view_.put("method", ended(keys_.value(Key::method)));
    view_.put("updated", sentence("statement.updated", Key::updated));
    view_.put_flag("prepared", tells_how(keys_));
    add_contact();
    view_.put("complaint_href", "https://www.digg.se/tdosanmalan");
    return std::move(view_);
  }

 private:
  const Theme& theme() const { return site_.theme; }

  void add_about() {
    const std::string_view body = keys_.value(Key::body);
    const std::string_view own = keys_.value(Key::service);
    const std::string service(own.empty() ? std::string_view(site_.course.site.title) : own);
    if (body.empty()) return;
    const std::string_view words = service.empty() ? "statement.body" : "statement.about";
    view_.put("about", theme().text(words, {{"body", std::string(body)}, {"site", service}}));
  }

  void add_conformity() {
    const auto conformity = parse_conformity(keys_.value(Key::conformity));
    if (!conformity) return;
    switch (*conformity) {
      case Conformity::full: view_.put("conformity", std::string(theme().text("statement.full"))); return;
      case Conformity::partial: view_.put("conformity", std::string(theme().text("statement.partial"))); break;
      case Conformity::none: view_.put("conformity", std::string(theme().text("statement.none"))); break;
    }
    view_.put_flag("known", !document_.headings.empty());
  }

  // The site's own contact stands in every page's footer; a statement says it where it is needed.
  void add_contact() {
    const std::string_view own = keys_.value(Key::contact);
    view_.put("contact", linked_words(own.empty() ? std::string_view(site_.course.site.contact) : own));
  }

  // What is no day stands as the author wrote it.
  std::string sentence(std::string_view words, Key key) const {
    const std::string_view said = without_stop(keys_.value(key));
    if (said.empty()) return {};
    const auto found = statement_day(document_, key);
    const std::string day = found ? theme().text("statement.day", {{"date", long_date(found->first, site_.language())}})
                                  : std::string(said);
    return ended(theme().text(words, {{"date", day}}));
  }

  // The sentence has its own.
  static std::string_view without_stop(std::string_view words) {
    while (words.ends_with('.')) words.remove_suffix(1);
    return words;
  }

  static std::string ended(std::string_view words) {
    std::string text(words);
    if (!text.empty() && text.find_last_of(".!?") != text.size() - 1) text += '.';
    return text;
  }

  const Document& document_;
  const FrontMatter& keys_;
  const SiteContext& site_;
  View view_;
};

Heading added_heading(std::string_view id, std::string_view text) {
  Heading heading;
  heading.id = id;
  heading.text = text;
  return heading;
}

}  // namespace

View statement_view(DocumentIndex document, const SiteContext& site) {
  return StatementView(site.documents[document], site).run();
}

std::string statement_words(const Document& document, const Theme& theme) {
  const FrontMatter& keys = document.front_matter;
  std::string words;
  for (const std::string_view id :
       {"statement.aim", "statement.how", "statement.standard", "statement.prepared", "statement.report",
        "statement.tell", "statement.request", "statement.supervision", "statement.authority", "statement.complain"}) {
    words += std::string(theme.text(id)) + "\n";
  }
  for (const Key key : {Key::body, Key::service, Key::conformity, Key::method})
    words += std::string(keys.value(key)) + "\n";
  return words;
}

std::vector<Heading> statement_headings(const Document& document, const Theme& theme) {
  std::vector<Heading> headings{added_heading("_conformity", theme.text("statement.how"))};
  headings.insert(headings.end(), document.headings.begin(), document.headings.end());
  if (tells_how(document.front_matter))
    headings.push_back(added_heading("_assessment", theme.text("statement.prepared")));
  headings.push_back(added_heading("_feedback", theme.text("statement.report")));
  headings.push_back(added_heading("_supervision", theme.text("statement.supervision")));
  return headings;
}

}  // namespace traff
