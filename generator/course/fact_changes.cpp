#include "course/fact_changes.h"

#include <algorithm>
#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "course/comparable_words.h"
#include "course/occasion_fields.h"
#include "course/page_kind.h"
#include "course/shown_facts.h"

namespace traff {

namespace {

struct Fact {
  Key key = Key::unknown;
  std::string words;
  std::string label;  // of one that is shown as it is written
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

std::string words_of(Key key, const Document& document, const Occasion& occasion, Language language) {
  switch (key) {
    case Key::date: return date_words(document, occasion, language);
    case Key::alternates: return alternates_words(occasion, language);
    case Key::time: return time_words(document, occasion, language);
    case Key::place: return occasion.place;
    default: return std::string(document.front_matter.value(key));
  }
}

Fact fact_as_written(Key key, const Document& document) {
  const Field* field = document.front_matter.find(key);
  return field == nullptr ? Fact{key, {}, {}} : Fact{key, field->value, written_label(*field)};
}

// As many of each version, in the same order.
std::vector<Fact> facts_of(const Document& document, const ChangeFrame& frame) {
  const Occasion occasion = read_meeting_fields(document, frame.term).occasion;
  std::vector<Fact> facts{{Key::status, std::string(document.front_matter.value(Key::status)), {}}};
  for (const Key key : labelled_facts) facts.push_back({key, words_of(key, document, occasion, frame.language), {}});
  for (const Key key : facts_as_written) facts.push_back(fact_as_written(key, document));
  return facts;
}

bool is_as_written(Key key) { return std::ranges::find(facts_as_written, key) != facts_as_written.end(); }

bool is_written_in_both(Key key, const Document& before, const Document& after) {
  return is_shown_as_written(key, before, kind_by_itself(before)) && is_shown_as_written(key, after, kind_by_itself(after));
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
    const Key key = new_facts[i].key;
    if (is_same(old_facts[i].words, new_facts[i].words)) continue;
    if (is_as_written(key) && !is_written_in_both(key, before, after)) continue;
    std::string label = std::move(new_facts[i].label.empty() ? old_facts[i].label : new_facts[i].label);
    changes.push_back({DocumentChange::Kind::fact, key, std::move(label), std::move(old_facts[i].words), std::move(new_facts[i].words), {}});
  }
  if (has_other(Key::summary, before, after) || has_other(Key::subtitle, before, after)) {
    changes.push_back({DocumentChange::Kind::summary, Key::summary, {}, {}, {}, {}});
  }
  return changes;
}

}  // namespace traff
