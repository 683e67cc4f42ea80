#include "pages/edit_links.h"

#include <optional>
#include <string>

#include "course/calendar_date.h"
#include "course/statement.h"
#include "pages/file_size.h"

namespace traff {

namespace {

// What the author says, else what git knows.
std::optional<Date> day_of_change(DocumentIndex document, const SiteContext& site) {
  if (const Field* updated = site.documents[document].front_matter.find(Key::updated)) {
    const ParsedDates dates = parse_dates(updated->value, std::nullopt);
    if (dates.date) return dates.date->first;
  }
  if (document >= site.origin.changed.size() || !site.origin.changed[document]) return std::nullopt;
  return site.origin.changed[document]->day;
}

}  // namespace

void add_edit_links(View& view, DocumentIndex document, const SiteContext& site) {
  const Forge& forge = site.course.site.forge;
  const bool is_closed = site.course.is_closed(site.course.pages[document].network);
  if (forge.edit.empty() || site.origin.copy || is_closed) return;
  const std::string path = std::string(site.origin.prefix) + site.documents[document].path;
  view.put("edit_href", forge_address(forge.edit, path));
  if (!forge.history.empty()) view.put("history_href", forge_address(forge.history, path));
}

void add_updated(View& view, DocumentIndex document, const SiteContext& site) {
  const Document& own = site.documents[document];
  const bool says_so_itself = own.front_matter.find(Key::updated) != nullptr && is_statement(own, site.course.pages[document].kind);
  if (says_so_itself) return;
  const auto day = day_of_change(document, site);
  if (!day) return;
  View updated;
  updated.put("label", site.theme.text("updated", {{"date", long_date(*day, site.language())}}));
  updated.put("iso", iso_date(*day));
  view.put_object("updated", std::move(updated));
}

void add_offline_link(View& view, std::string_view address, const SiteContext& site) {
  if (!site.offline_bytes || address != "index.html") return;
  View link;
  link.put("label", site.theme.text("offline.zip", {{"size", file_size(*site.offline_bytes, site.language())}}));
  link.put("href", "offline.zip");
  view.put_object("offline", std::move(link));
}

void add_copy_note(View& view, const SiteContext& site) {
  if (!site.origin.copy) return;
  const auto& day = site.origin.copy->day;
  View note;
  note.put("label", day ? site.theme.text("copy.of", {{"date", long_date(*day, site.language())}}) : std::string(site.theme.text("copy")));
  note.put("href", site.course.site.address);
  view.put_object("copy", std::move(note));
}

}  // namespace traff
