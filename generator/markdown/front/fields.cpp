#include "markdown/front/fields.h"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

constexpr std::array rows{
    KeyRow{Key::title, "titel", "titlar title titles"},
    KeyRow{Key::subtitle, "undertitel", "undertitlar subtitle subtitles"},
    KeyRow{Key::type, "typ", "typer type types kind kinds"},
    KeyRow{Key::summary, "sammanfattning", "sammanfattningar summary summaries description descriptions"},
    KeyRow{Key::number, "nummer", "number numbers"},
    KeyRow{Key::letter, "bokstav", "bokstäver letter letters"},
    KeyRow{Key::language, "språk", "lang langs language languages"},
    KeyRow{Key::order, "ordning", "ordningar order orders weight weights"},
    KeyRow{Key::updated, "ändrad", "ändrade uppdaterad uppdaterade updated"},
    KeyRow{Key::changes, "ändringar", "changes"},
    KeyRow{Key::status, "status", "statusar statuses", Shown::elsewhere, "fact.status"},
    KeyRow{Key::date, "datum", "date dates", Shown::labelled, "date", false, "change.date"},
    KeyRow{Key::alternates, "reservdatum", "alternate alternates", Shown::labelled, "status.alternates"},
    KeyRow{Key::time, "tid", "tider time times", Shown::labelled, "time", false, "change.time"},
    KeyRow{Key::place, "plats", "platser place places location locations", Shown::labelled, "place", false,
           "change.place"},
    KeyRow{Key::online, "online", "", Shown::labelled, "fact.online"},
    KeyRow{Key::responsible, "ansvarig", "ansvariga responsible host hosts", Shown::labelled, "fact.responsible", true},
    KeyRow{Key::audience, "målgrupp", "målgrupper audience audiences", Shown::labelled, "audience"},
    KeyRow{Key::term, "läsår", "termin terminer year years term terms", Shown::labelled, "fact.year"},
    KeyRow{Key::organiser, "arrangör", "arrangörer organiser organisers organizer organizers", Shown::labelled,
           "fact.organiser"},
    KeyRow{Key::co_organiser, "medarrangör", "medarrangörer co-organiser co-organisers co-organizer co-organizers",
           Shown::labelled, "fact.co_organiser"},
    KeyRow{Key::contact, "kontakt", "kontakter contact contacts", Shown::labelled, "contact", true},
    KeyRow{Key::tools, "verktyg", "tool tools lms", Shown::labelled, "fact.tools"},
    KeyRow{Key::meeting, "träff", "träffar meeting meetings", Shown::labelled, "fact.meeting"},
    KeyRow{Key::form, "form", "former forms", Shown::labelled, "assignment.form"},
    KeyRow{Key::duration, "längd", "längder duration durations", Shown::labelled, "duration"},
    KeyRow{Key::hand_in, "lämnas", "hand-in hand-ins", Shown::labelled, "handin"},
    KeyRow{Key::lecturer, "föreläsare", "lecturer lecturers speaker speakers", Shown::labelled, "fact.lecturer", true,
           "change.lecturer"},
    KeyRow{Key::recording, "inspelning", "inspelningar recording recordings", Shown::labelled, "fact.recording"},
    KeyRow{Key::author, "författare", "author authors", Shown::labelled, "author", true},
    KeyRow{Key::licence, "licens", "licenser license licenses licence licences", Shown::labelled, "licence"},
    KeyRow{Key::address, "adress", "adresser address addresses", Shown::unless_setting},
    KeyRow{Key::source, "källa", "källor source sources", Shown::unless_setting},
    KeyRow{Key::logo, "logotyp", "logotyper logo logos logotype logotypes", Shown::unless_setting},
    KeyRow{Key::colour, "färg", "färger colour colours color colors", Shown::unless_setting},
    KeyRow{Key::offline, "offline", "", Shown::unless_setting},
    KeyRow{Key::publish, "publicera", "publish", Shown::unless_setting},
    KeyRow{Key::synonyms, "synonymer", "synonym synonyms", Shown::unless_setting},
    KeyRow{Key::theme, "tema", "teman theme themes", Shown::unless_meeting},
    KeyRow{Key::body, "aktör", "aktörer body bodies", Shown::unless_statement},
    KeyRow{Key::service, "webbplats", "webbplatser service services website websites", Shown::unless_statement},
    KeyRow{Key::conformity, "förenlighet", "conformity", Shown::unless_statement},
    KeyRow{Key::assessed, "bedömd", "bedömda assessed", Shown::unless_statement},
    KeyRow{Key::method, "metod", "metoder method methods", Shown::unless_statement},
};

constexpr bool each_key_has_its_row() {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].key != static_cast<Key>(i)) return false;
  }
  return rows.size() == static_cast<std::size_t>(Key::unknown);
}
static_assert(each_key_has_its_row());

constexpr std::size_t longest_key_name = 60;

std::string without_separators(std::string_view folded) {
  std::string name;
  for (const char c : folded) {
    if (!is_space(c) && c != '-' && c != '_' && c != '.') name += c;
  }
  return name;
}

// Names as documented stand in the index too, so that most look-ups need no folding.
std::unordered_map<std::string, Key> index_names() {
  std::unordered_map<std::string, Key> index;
  const auto add = [&](std::string_view name, Key key) {
    index.emplace(name, key);
    index.emplace(without_separators(fold(name)), key);
  };
  for (const KeyRow& row : rows) {
    add(row.swedish, row.key);
    for (const std::string_view alias : split(row.aliases, ' ')) {
      if (!alias.empty()) add(alias, row.key);
    }
  }
  return index;
}

std::vector<std::string_view> list_names(bool with_aliases) {
  std::vector<std::string_view> names;
  for (const KeyRow& row : rows) names.push_back(row.swedish);
  if (!with_aliases) return names;
  for (const KeyRow& row : rows) {
    for (const std::string_view alias : split(row.aliases, ' ')) {
      if (!alias.empty()) names.push_back(alias);
    }
  }
  return names;
}

}  // namespace

Key parse_key(std::string_view name) {
  static const auto index = index_names();
  if (name.size() > longest_key_name) return Key::unknown;
  auto found = index.find(std::string(name));
  if (found == index.end()) found = index.find(without_separators(fold(replace_all(name, "\xC2\xA0", " "))));
  return found == index.end() ? Key::unknown : found->second;
}

std::span<const KeyRow> key_rows() { return rows; }

const KeyRow& row_of(Key key) {
  static constexpr KeyRow of_unknown{Key::unknown, ""};
  return key == Key::unknown ? of_unknown : rows[static_cast<std::size_t>(key)];
}

std::optional<std::string_view> nearest_key_name(std::string_view typed) {
  const std::string lower = to_lower(typed);
  const auto near = nearest_name(lower, canonical_key_names());
  return near ? near : nearest_name(lower, all_key_names());
}

std::span<const std::string_view> canonical_key_names() {
  static const auto names = list_names(false);
  return names;
}

std::span<const std::string_view> all_key_names() {
  static const auto names = list_names(true);
  return names;
}

const Field* FrontMatter::find(Key key) const {
  const Field* first = nullptr;
  for (const Field& field : fields) {
    if (field.key != key) continue;
    if (!field.value.empty()) return &field;
    if (first == nullptr) first = &field;
  }
  return first;
}

std::string_view FrontMatter::value(Key key) const {
  const Field* field = find(key);
  return field == nullptr ? std::string_view() : std::string_view(field->value);
}

}  // namespace traff
