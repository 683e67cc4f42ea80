#include "course/programme_changes.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "course/alignment.h"
#include "course/comparable_words.h"

namespace traff {

namespace {

// With more of them readers look at the programme itself.
constexpr std::size_t most_points = 5;

std::string_view words_of(const AgendaPoint& point) {
  const AgendaTime time = parse_agenda_time(point.text);
  std::string_view words = trim(std::string_view(point.text).substr(time.text_offset));
  if (!point.time.duration) return words;
  const std::size_t length = words.rfind('(');
  return length == words.npos || length == 0 ? words : trim(words.substr(0, length));
}

std::string time_of(const AgendaPoint& point, Language language) {
  if (point.time.start) return time_range({point.time.start, point.time.end}, language);
  if (!point.time.duration) return {};
  const Duration& length = *point.time.duration;
  std::string words = std::to_string(length.least_minutes);
  if (length.most_minutes != length.least_minutes) words += "–" + std::to_string(length.most_minutes);
  return words + " min";
}

struct Points {
  explicit Points(const DocumentVersion& version) : all(version.facts.agenda) {
    for (const AgendaPoint& point : all) compared.push_back(comparable_words(words_of(point)));
    views.assign(compared.begin(), compared.end());
  }
  const std::vector<AgendaPoint>& all;
  std::vector<std::string> compared;
  std::vector<std::string_view> views;
};

class ProgrammeComparison {
 public:
  ProgrammeComparison(const DocumentVersion& before, const DocumentVersion& after, Language language)
      : old_(before), new_(after), document_(after.document), language_(language) {}

  std::vector<DocumentChange> run() {
    for (const AlignedPair& pair : align(old_.views, new_.views)) {
      if (pair.before && pair.after) compare_times(*pair.before, *pair.after);
      else if (pair.before) removed_.push_back(*pair.before);
      else added_.push_back(*pair.after);
    }
    pair_moved();
    pair_by_time();
    for (const std::size_t i : added_) add(Kind::point_added, std::nullopt, i);
    for (const std::size_t i : removed_) add(Kind::point_removed, i, std::nullopt);
    if (changes_.size() <= most_points) return std::move(changes_);
    return {{Kind::programme, Key::unknown, {}, {}, {}, anchor(0)}};
  }

 private:
  using Kind = DocumentChange::Kind;

  // The same words elsewhere in the programme.
  void pair_moved() {
    pair_left([&](std::size_t i, std::size_t j) { return old_.compared[i] == new_.compared[j]; },
              [&](std::size_t i, std::size_t j) {
                if (!compare_times(i, j)) add(Kind::point_moved, i, j);
              });
  }

  void pair_by_time() {
    const auto same = [&](std::size_t i, std::size_t j) {
      const auto& start = old_.all[i].time.start;
      return (start && start == new_.all[j].time.start) || shared_words(old_.compared[i], new_.compared[j]) >= 60;
    };
    pair_left(same, [&](std::size_t i, std::size_t j) { add(Kind::point_text, i, j); });
  }

  template <class Same, class Found>
  void pair_left(Same same, Found found) {
    if (removed_.size() * added_.size() > most_pairs) return;
    std::erase_if(removed_, [&](std::size_t i) {
      const auto at = std::find_if(added_.begin(), added_.end(), [&](std::size_t j) { return same(i, j); });
      if (at == added_.end()) return false;
      found(i, *at);
      added_.erase(at);
      return true;
    });
  }

  bool compare_times(std::size_t i, std::size_t j) {
    if (time_of(old_.all[i], language_) == time_of(new_.all[j], language_)) return false;
    add(Kind::point_time, i, j);
    return true;
  }

  std::string shown(const AgendaPoint& point, Kind kind) const {
    const std::string time = time_of(point, language_);
    if (kind == Kind::point_time) return time;
    return time.empty() || !point.time.start ? std::string(words_of(point)) : time + " " + std::string(words_of(point));
  }

  void add(Kind kind, std::optional<std::size_t> i, std::optional<std::size_t> j) {
    DocumentChange change;
    change.kind = kind;
    change.subject = words_of(j ? new_.all[*j] : old_.all[*i]);
    if (i) change.before = shown(old_.all[*i], kind);
    if (j) change.after = shown(new_.all[*j], kind);
    change.anchor = anchor(j.value_or(0));
    changes_.push_back(std::move(change));
  }

  std::string anchor(std::size_t point) const { return document_.headings[new_.all[point].heading].id; }

  static constexpr std::size_t most_pairs = 400;

  Points old_;
  Points new_;
  const Document& document_;
  Language language_;
  std::vector<std::size_t> removed_;
  std::vector<std::size_t> added_;
  std::vector<DocumentChange> changes_;
};

}  // namespace

std::vector<DocumentChange> compare_programmes(const DocumentVersion& before, const DocumentVersion& after, Language language) {
  if (before.facts.agenda.empty() || after.facts.agenda.empty()) return {};
  return ProgrammeComparison(before, after, language).run();
}

}  // namespace traff
