#include "checks/site_checks.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/date.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/text.h"
#include "base/unicode.h"
#include "checks/page_text.h"
#include "checks/person_name.h"
#include "course/dates/calendar_date.h"
#include "course/model/statement.h"

namespace traff {

namespace {

constexpr std::size_t most_splits = 1'000;
constexpr std::size_t most_files_read = 50;

// A first part that ends so takes its second without a hyphen.
constexpr std::array<std::string_view, 6> linking_ends{"ings", "hets", "skaps", "tions", "itets", "ments"};

bool is_torn(std::string_view text) { return text.find(' ') != text.npos; }

bool links_by_itself(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('-'));
  return std::any_of(linking_ends.begin(), linking_ends.end(),
                     [&](std::string_view end) { return first.ends_with(end); });
}

struct Uses {
  std::size_t count = 0;
  std::size_t first = 0;  // byte offset
};

Uses count_uses(std::string_view text, std::string_view word) {
  Uses uses;
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) {
    const bool begins = at == 0 || !is_word_byte(text[at - 1]);
    const bool ends = at + word.size() >= text.size() || !is_word_byte(text[at + word.size()]);
    if (begins && ends && uses.count++ == 0) uses.first = at;
  }
  return uses;
}

// "MyMoodle" → "My Moodle", "Mymoodle".
std::vector<std::string> other_spellings(const std::string& name) {
  for (std::size_t at = 1; at < name.size(); at += code_point_size(name, at)) {
    if (!is_upper(code_point_at(name, at)) || !is_lower(code_point_at(name, at - 1))) continue;
    const std::string first = name.substr(0, at);
    const std::string second = name.substr(at);
    if (!is_lower(code_point_at(second, code_point_size(second, 0)))) return {};
    return {first + " " + second, first + to_lower(second)};
  }
  return {};
}

struct Spelling {
  std::string name;
  std::string other;
  std::vector<DocumentIndex> documents;  // that hold the other
};

struct Name {
  std::size_t count = 0;
  DocumentIndex first = no_index;
};

class SpellingCheck {
 public:
  SpellingCheck(std::span<const Document> documents, std::span<const BodyFacts> facts, const Course& course,
                const std::function<std::string(const std::string&)>& read)
      : documents_(documents), facts_(facts), course_(course), read_(read) {}

  std::vector<Diagnostic> run() {
    ask_for_splits();
    ask_for_names();
    if (!words_.empty() || !spellings_.empty()) look_through_site();
    report_splits();
    for (const auto& [key, spelling] : spellings_) report_spelling(spelling);
    return std::move(found_);
  }

 private:
  bool is_published(DocumentIndex i) const { return course_.pages[i].published; }

  void ask_for_splits() {
    for (DocumentIndex i = 0; i < facts_.size() && words_.size() < most_splits; ++i) {
      if (!is_published(i)) continue;
      for (const SplitWord& split : facts_[i].words.splits)
        words_.emplace(long_word_key(without_gap(split.text)), false);
    }
  }

  void ask_for_names() {
    for (DocumentIndex i = 0; i < facts_.size(); ++i) {
      if (!is_published(i)) continue;
      for (const JoinedName& name : facts_[i].words.names) {
        Name& known = names_[name.text];
        if (known.count == 0) known.first = i;
        known.count += name.count;
      }
    }
    for (const auto& [name, uses] : names_) {
      for (const std::string& other : other_spellings(name)) spellings_[word_key(other)] = {name, other, {}};
    }
  }

  void look_through_site() {
    for (DocumentIndex i = 0; i < facts_.size(); ++i) {
      if (!is_published(i)) continue;
      for (const std::uint32_t key : facts_[i].words.known) {
        if (const auto word = words_.find(key); word != words_.end()) word->second = true;
        if (const auto spelling = spellings_.find(key); spelling != spellings_.end())
          spelling->second.documents.push_back(i);
      }
    }
  }

  void report_splits() {
    for (DocumentIndex i = 0; i < facts_.size() && found_.size() < most_splits; ++i) {
      if (!is_published(i)) continue;
      for (const SplitWord& split : facts_[i].words.splits) report_split(documents_[i], split);
    }
  }

  void report_split(const Document& document, const SplitWord& split) {
    const std::string whole = without_gap(split.text);
    const auto word = words_.find(long_word_key(whole));
    const bool stands_elsewhere = word != words_.end() && word->second;
    if (!stands_elsewhere && (is_torn(split.text) || !links_by_itself(split.text))) return;
    const auto length = static_cast<std::uint32_t>(code_point_count(split.text));
    const Place place{document.path, split.line, 1, length};
    const Words also = stands_elsewhere ? Words(phrase::as_elsewhere) : Words();
    found_.push_back(
        {is_torn(split.text) ? code::T6(split.text, whole) : code::T4(split.text, whole, also), place, split.text});
  }

  void report_spelling(const Spelling& spelling) {
    if (spelling.documents.empty()) return;
    const Name& name = names_.at(spelling.name);
    Place place;
    std::size_t others = 0;
    for (const DocumentIndex i : spelling.documents) {
      if (++files_read_ > most_files_read) break;
      const std::string text = read_(documents_[i].path);
      const Uses uses = count_uses(text, spelling.other);
      if (uses.count == 0) continue;
      if (others == 0) place = place_in(documents_[i].path, text, uses.first, spelling.other);
      others += uses.count;
    }
    if (others == 0) return;
    if (others <= name.count) {
      found_.push_back({code::T8(spelling.name, name.count, spelling.other, others), place});
    } else {
      const std::string& path = documents_[name.first].path;
      const std::string text = read_(path);
      found_.push_back({code::T8(spelling.other, others, spelling.name, name.count),
                        place_in(path, text, count_uses(text, spelling.name).first, spelling.name)});
    }
  }

  static Place place_in(const std::string& path, std::string_view text, std::size_t offset, std::string_view word) {
    const std::string_view before = text.substr(0, offset);
    const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
    const std::size_t line_begin = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
    return {path, line, static_cast<std::uint32_t>(code_point_count(before.substr(line_begin)) + 1),
            static_cast<std::uint32_t>(code_point_count(word))};
  }

  std::span<const Document> documents_;
  std::span<const BodyFacts> facts_;
  const Course& course_;
  const std::function<std::string(const std::string&)>& read_;
  std::unordered_map<std::uint32_t, bool> words_;          // the whole of each split → does the site hold it?
  std::unordered_map<std::string, Name> names_;            // with a capital inside
  std::unordered_map<std::uint32_t, Spelling> spellings_;  // by the key of the other spelling
  std::size_t files_read_ = 0;
  std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<Diagnostic> check_spellings(std::span<const Document> documents, std::span<const BodyFacts> facts,
                                        const Course& course,
                                        const std::function<std::string(const std::string& path)>& read) {
  return SpellingCheck(documents, facts, course, read).run();
}

namespace {

struct Use {
  std::string name;
  Place place;
  std::string line;
  std::size_t count = 0;
};

// One for Lindqvist, Lindkvist and Lindquist; for Carlsson and Karlson.
std::string sound_of(std::string_view name) {
  std::string folded = fold(name);
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"th", "t"},
                                 {"ph", "f"},
                                 {"qu", "kv"},
                                 {"q", "k"},
                                 {"c", "k"},
                                 {"w", "v"},
                                 {"z", "s"},
                                 {"x", "ks"},
                                 {"hj", "j"},
                                 {"gj", "j"},
                                 {"é", "e"}}) {
    folded = replace_all(folded, from, to);
  }
  folded.erase(std::unique(folded.begin(), folded.end()), folded.end());
  return folded;
}

using Spellings = std::map<std::string, std::vector<Use>>;  // by first name and sound of the family name

void take_name(Spellings& spellings, std::string_view name, const Document& document, const Field& field) {
  if (!looks_like_full_name(name)) return;
  const std::size_t last = name.rfind(' ');
  std::vector<Use>& uses = spellings[fold(name.substr(0, last)) + "|" + sound_of(name.substr(last + 1))];
  const auto known = std::find_if(uses.begin(), uses.end(), [&](const Use& use) { return use.name == name; });
  if (known != uses.end()) {
    ++known->count;
    return;
  }
  const std::size_t at = field.value.find(name);
  const std::size_t before =
      at == std::string::npos ? 0 : code_point_count(std::string_view(field.value).substr(0, at));
  const auto column = static_cast<std::uint32_t>(field.column + before);
  uses.push_back({std::string(name),
                  {document.path, field.line, column, static_cast<std::uint32_t>(code_point_count(name))},
                  {},
                  1});
}

}  // namespace

std::vector<Diagnostic> check_person_spellings(std::span<const Document> documents, const Course& course) {
  Spellings spellings;
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    if (!course.pages[i].published) continue;
    for (const Field& field : documents[i].front_matter.fields) {
      if (!row_of(field.key).names_people) continue;
      for (const std::string_view name : split(field.value, ',')) take_name(spellings, trim(name), documents[i], field);
    }
  }
  std::vector<Diagnostic> found;
  for (auto& [sound, uses] : spellings) {
    if (uses.size() < 2) continue;
    std::stable_sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) { return a.count > b.count; });
    const Use& rarer = uses[1];
    found.push_back({code::T8(uses[0].name, uses[0].count, rarer.name, rarer.count), rarer.place});
  }
  return found;
}

namespace {

std::optional<Diagnostic> old_assessment(const Document& document, const Date& today) {
  const Field* said = document.front_matter.find(Key::assessed);
  if (said == nullptr) return std::nullopt;
  const auto assessed = statement_day(document, Key::assessed);
  if (!assessed) return std::nullopt;
  const Date day = assessed->last;
  if (today <= day + std::chrono::years(1)) return std::nullopt;
  return at_value(code::A3(long_date(day)), document, *said);
}

// The law wants a statement of public bodies; whether the site is one's cannot be known. A site that is on the web and
// in Swedish is told once, and a page of that name, with keys or without, is answer enough.
std::optional<Diagnostic> missing_statement(std::span<const Document> documents, const Course& course) {
  const Site& site = course.site;
  if (site.statement != no_index || site.document == no_index || site.language != Language::sv) return std::nullopt;
  const Document& index = documents[site.document];
  const Field* address = index.front_matter.find(Key::address);
  if (address == nullptr || site.address.empty()) return std::nullopt;
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    if (course.pages[i].published && is_named_as_statement(documents[i].path)) return std::nullopt;
  }
  return at_value(code::A5(), index, *address);
}

}  // namespace

std::vector<Diagnostic> check_statement(std::span<const Document> documents, const Course& course,
                                        const std::optional<Date>& today) {
  std::vector<Diagnostic> found;
  const DocumentIndex statement = course.site.statement;
  if (auto missing = missing_statement(documents, course)) found.push_back(std::move(*missing));
  if (!today || statement == no_index) return found;
  if (auto old = old_assessment(documents[statement], *today)) found.push_back(std::move(*old));
  return found;
}

std::optional<Diagnostic> check_full_conformity(std::span<const Document> documents, const Course& course,
                                                std::size_t errors) {
  const DocumentIndex statement = course.site.statement;
  if (errors == 0 || statement == no_index) return std::nullopt;
  const Field* said = documents[statement].front_matter.find(Key::conformity);
  if (said == nullptr || parse_conformity(said->value) != Conformity::full) return std::nullopt;
  return at_value(code::A4(errors), documents[statement], *said);
}

namespace {

constexpr std::chrono::days near{14};  // readers have begun to plan their journey

Words days_from_now(std::chrono::days days) {
  if (days.count() == 0) return {"i dag", "today"};
  if (days.count() == 1) return {"i morgon", "tomorrow"};
  const std::string count = std::to_string(days.count());
  return {"om " + count + " dagar", "in " + count + " days"};
}

// One message for each: what settles the day settles its reserve dates too.
void check_occasion(const Occasion& occasion, const Place& of_date, const Place& of_alternates, const Date& today,
                    std::vector<Diagnostic>& found) {
  if (!occasion.date || occasion.status != MeetingStatus::tentative) return;
  const std::chrono::days left = std::chrono::sys_days(occasion.date->first) - std::chrono::sys_days(today);
  if (left.count() < 0) return;
  if (left <= near) {
    found.push_back({code::F8(days_from_now(left)), of_date});
    return;
  }
  const auto passed = std::find_if(occasion.alternates.begin(), occasion.alternates.end(),
                                   [&](const Date& date) { return date < today; });
  if (passed == occasion.alternates.end()) return;
  found.push_back({code::F26(long_date(*passed)), of_alternates});
}

}  // namespace

std::vector<Diagnostic> check_uncertain_days(std::span<const Document> documents, const Course& course,
                                             const Date& today) {
  std::vector<Diagnostic> found;
  for (const Meeting& meeting : course.meetings) {
    const Document& document = documents[meeting.document];
    const Place of_date = place_of(document, Key::date);
    const bool has_alternates = document.front_matter.find(Key::alternates) != nullptr;
    check_occasion(meeting.occasion, of_date, has_alternates ? place_of(document, Key::alternates) : of_date, today,
                   found);
  }
  for (const Network& network : course.networks) {
    for (const TableOccasion& row : network.occasions) {
      const Place place{documents[row.document].path, row.line, 0, 0};
      check_occasion(row.occasion, place, place, today, found);
    }
  }
  return found;
}

}  // namespace traff
