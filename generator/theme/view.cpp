#include "theme/view.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace traff {

namespace {

// Size first, so that no text can be mistaken for two.
void append_sized(std::string& bytes, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
  bytes += text;
}

}  // namespace

void View::put(std::string_view name, std::string text) {
  if (!text.empty()) entries_.push_back({name, Kind::text, std::move(text), {}});
}

void View::put_flag(std::string_view name, bool yes) {
  if (yes) entries_.push_back({name, Kind::flag, {}, {}});
}

void View::put_list(std::string_view name, std::vector<View> items) {
  if (!items.empty()) entries_.push_back({name, Kind::list, {}, std::move(items)});
}

void View::put_object(std::string_view name, View object) {
  Entry& entry = entries_.emplace_back();
  entry.name = name;
  entry.kind = Kind::object;
  entry.items.push_back(std::move(object));
}

const View::Entry* View::find(std::string_view name) const {
  for (const Entry& entry : entries_) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

View::Entry* View::find(std::string_view name) { return const_cast<Entry*>(std::as_const(*this).find(name)); }

void View::append_fingerprint(std::string& bytes) const {
  append_sized(bytes, std::to_string(entries_.size()));
  for (const Entry& entry : entries_) {
    append_sized(bytes, entry.name);
    bytes += static_cast<char>(entry.kind);
    append_sized(bytes, entry.text);
    append_sized(bytes, std::to_string(entry.items.size()));
    for (const View& item : entry.items) item.append_fingerprint(bytes);
  }
}

namespace {

struct Scope {
  std::string_view name;
  std::string_view names;  // name, name! for HTML, name? for a flag, name:scope for an object, name*scope for a list
};

constexpr std::string_view kinds[] = {"start", "network",  "letter",    "meeting", "meetings", "between",
                                      "page",  "contents", "not_found", "deck",    "news",     "changes"};

constexpr std::string_view every_page =
    "lang frame_lang kind title document_title subtitle description canonical site_title logo:logo home root "
    "contents_href css "
    "script search_script kind_css kind_script "
    "network:own-network navigation! breadcrumb*link label draft? facts*fact toc:toc body! previous:neighbour "
    "next:neighbour updated:updated edit_href history_href footer_links*link contact licence closed? closed_semester? "
    "offline:offline copy:copy "
    "changes_href news_href feed_href";

constexpr Scope scopes[] = {
    {"own-network", "title href term"},
    {"logo", "src width height"},
    {"link", "title href"},
    {"card", "title href summary"},
    {"fact", "label value!"},
    {"toc", "items*toc-item long?"},
    {"toc-item", "id text children*toc-child"},
    {"toc-child", "id text"},
    {"neighbour", "label title href"},
    {"updated", "label iso"},
    {"copy", "label href"},
    {"offline", "label href"},
    {"upcoming", "timeline! meetings*upcoming-meeting audiences*audience"},
    {"audience", "key name"},
    {"calendar", "href address audiences*calendar-link"},
    {"calendar-link", "title href"},
    {"upcoming-meeting",
     "title href date_iso end_iso date time place audience audience_keys status alternates cancelled? network_title "
     "preparation:preparation"},
    {"group", "title items*group-item"},
    {"group-item", "title href note"},

    {"preparation", "label points*preparation-point tasks*preparation-task whole_href whole_title"},
    {"preparation-point", "text"},
    {"preparation-task", "title href how"},
    {"assignment", "title href when form length"},
    {"start", "networks*start-network upcoming:upcoming calendar:calendar pages*card"},
    {"start-network", "title href summary term audience timeline! news_href"},
    {"network", "upcoming:upcoming assignments*assignment calendar:calendar groups*group letter:link"},
    {"letter", ""},
    {"meeting", "before:period after:period calendar_href reading*part assignments*assignment assignments_title"},
    {"period", "title href period"},
    {"meetings", "upcoming:upcoming calendar:calendar items*meeting-item"},
    {"meeting-item",
     "number_label title href date_iso end_iso date time place audience audience_keys status alternates cancelled? "
     "purpose!"},
    {"between", "parts*part period assignments*assignment assignments_title"},
    {"part", "title href source_title body!"},
    {"page", "statement:statement"},
    {"statement", "about conformity known? prepared? assessed method updated contact! complaint_href"},
    {"contents", "networks*contents-network pages*card"},
    {"contents-network", "title href summary groups*group"},
    {"not_found", ""},
    {"deck", "title_slide:slide slides*slide"},
    {"news", "intro items*news-item more"},
    {"news-item", "title href state date date_iso changes*news-change more_changes"},
    {"news-change", "words section_href"},
    {"changes", "intro entries*change-entry"},
    {"change-entry", "date date_iso changes*page-change"},
    {"page-change", "words difference!"},
    {"slide", "id number of heading_id body! notes!"},
};

// Every list `x` comes with a flag `has_x`, for what stands around the list.
constexpr std::string_view has_prefix = "has_";

std::string_view bare_name(std::string_view entry) { return entry.substr(0, entry.find_first_of("!?:*")); }

ViewName meaning_of(std::string_view entry) {
  const std::string_view mark = entry.substr(bare_name(entry).size());
  if (mark.empty()) return {ViewNameKind::text, {}};
  if (mark == "!") return {ViewNameKind::html, {}};
  if (mark == "?") return {ViewNameKind::flag, {}};
  return {ViewNameKind::scope, mark.substr(1)};
}

std::string_view names_of(std::string_view scope) {
  const auto row = std::ranges::find(scopes, scope, &Scope::name);
  return row == std::end(scopes) ? std::string_view() : row->names;
}

bool is_kind(std::string_view scope) { return std::ranges::find(kinds, scope) != std::end(kinds); }

std::optional<ViewName> find_among(std::string_view names, std::string_view wanted) {
  while (!names.empty()) {
    const std::string_view entry = names.substr(0, names.find(' '));
    const std::string_view name = bare_name(entry);
    if (name == wanted) return meaning_of(entry);
    const bool is_list = entry.substr(name.size()).starts_with('*');
    if (is_list && wanted.starts_with(has_prefix) && wanted.substr(has_prefix.size()) == name) {
      return ViewName{ViewNameKind::flag, {}};
    }
    names.remove_prefix(std::min(entry.size() + 1, names.size()));
  }
  return std::nullopt;
}

void append_bare_names(std::vector<std::string_view>& out, std::string_view names) {
  if (names.empty()) return;
  for (const std::string_view entry : split(names, ' ')) out.push_back(bare_name(entry));
}

}  // namespace

std::span<const std::string_view> template_kinds() { return kinds; }

std::optional<ViewName> find_view_name(std::string_view scope, std::string_view name) {
  const auto own = find_among(names_of(scope), name);
  return own || !is_kind(scope) ? own : find_among(every_page, name);
}

std::vector<std::string_view> view_names(std::string_view scope) {
  std::vector<std::string_view> names;
  append_bare_names(names, names_of(scope));
  if (is_kind(scope)) append_bare_names(names, every_page);
  return names;
}

}  // namespace traff
