#include "course/fact_changes.h"

#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "course/comparable_words.h"
#include "course/occasion_fields.h"

namespace traff {

namespace {

// Those that stand in the fact box; a day, a time and a place are read as an occasion's.
constexpr Key plain_keys[] = {Key::status, Key::online, Key::responsible, Key::audience, Key::term, Key::organiser,
                              Key::co_organiser, Key::contact, Key::tools, Key::meeting, Key::form, Key::duration,
                              Key::hand_in, Key::lecturer, Key::recording, Key::author, Key::licence};

struct Fact {
  Key key = Key::unknown;
  std::string words;
};

std::string date_words(const Document& document, const Occasion& occasion, Language language) {
  if (!occasion.date) return std::string(document.front_matter.value(Key::date));
  const FoundDate& date = *occasion.date;
  return date.first == date.last ? long_date_with_weekday(date.first, language) : date_range(date.first, date.last, language);
}

std::string time_words(const Document& document, const Occasion& occasion, Language language) {
  if (occasion.time) return time_range(*occasion.time, language);
  return occasion.time_text.empty() ? std::string(document.front_matter.value(Key::time)) : occasion.time_text;
}

std::string alternates_words(const Occasion& occasion, Language language) {
  std::vector<std::string> days;
  for (const Date& day : occasion.alternates) days.push_back(day_and_month(day, language));
  return join(days, ", ");
}

std::vector<Fact> facts_of(const Document& document, const ChangeFrame& frame) {
  const Occasion occasion = read_meeting_fields(document, frame.term).occasion;
  std::vector<Fact> facts{{Key::date, date_words(document, occasion, frame.language)},
                          {Key::alternates, alternates_words(occasion, frame.language)},
                          {Key::time, time_words(document, occasion, frame.language)},
                          {Key::place, occasion.place}};
  for (const Key key : plain_keys) facts.push_back({key, std::string(document.front_matter.value(key))});
  return facts;
}

bool is_same(std::string_view a, std::string_view b) { return comparable_words(a) == comparable_words(b); }

bool has_other(Key key, const Document& before, const Document& after) {
  return !is_same(before.front_matter.value(key), after.front_matter.value(key));
}

}  // namespace

std::vector<DocumentChange> compare_facts(const Document& before, const Document& after, const ChangeFrame& frame) {
  std::vector<DocumentChange> changes;
  if (!is_same(before.title, after.title)) changes.push_back({DocumentChange::Kind::title, Key::title, {}, before.title, after.title, {}});
  std::vector<Fact> old_facts = facts_of(before, frame);
  std::vector<Fact> new_facts = facts_of(after, frame);
  for (std::size_t i = 0; i < new_facts.size(); ++i) {
    if (is_same(old_facts[i].words, new_facts[i].words)) continue;
    changes.push_back({DocumentChange::Kind::fact, new_facts[i].key, {}, std::move(old_facts[i].words), std::move(new_facts[i].words), {}});
  }
  if (has_other(Key::summary, before, after) || has_other(Key::subtitle, before, after)) {
    changes.push_back({DocumentChange::Kind::summary, Key::summary, {}, {}, {}, {}});
  }
  return changes;
}

}  // namespace traff
