#include "course/audience_check.h"

#include <algorithm>
#include <map>

#include "base/nearest_name.h"
#include "base/utf8.h"
#include "course/audience.h"

namespace traff {

namespace {

// Words longer than this are sentences, and more different ones than this are no audiences: not compared.
constexpr std::size_t longest_name = 60;
constexpr std::size_t most_compared = 200;

class Spelling {
 public:
  explicit Spelling(std::vector<Audience> known) : known_(std::move(known)) {
    if (known_.size() > most_audiences) known_.resize(most_audiences);
  }

  bool knows_any() const { return !known_.empty(); }

  // The word of the list that was probably meant; "" when it is in the list, or near none.
  const std::string& meant(const Audience& written) {
    const auto [found, is_new] = compared_.try_emplace(written.key);
    if (is_new && compared_.size() <= most_compared) found->second = nearest(written.key);
    return found->second;
  }

 private:
  std::string nearest(std::string_view key) const {
    if (key.size() > longest_name) return {};
    std::vector<std::string_view> names;
    for (const Audience& one : known_) {
      if (one.key == key) return {};
      if (one.key.size() <= longest_name) names.push_back(one.key);
    }
    const auto near = nearest_name(key, names);
    if (!near) return {};
    return std::find_if(known_.begin(), known_.end(), [&](const Audience& one) { return one.key == *near; })->name;
  }

  std::vector<Audience> known_;
  std::map<std::string, std::string> compared_;
};

// `line`: words that stand in the author's text from that line on, the audience at `at`.
void report(const Place& from, std::string line, std::size_t at, const Audience& written, const std::string& meant,
            std::vector<Diagnostic>& diagnostics) {
  Place place = from;
  place.column = static_cast<std::uint32_t>(code_point_count(std::string_view(line).substr(0, at)) + 1);
  place.length = static_cast<std::uint32_t>(code_point_count(written.name));
  diagnostics.push_back({"F24", place, std::move(line), {written.name, meant}});
}

void check_meeting(const Document& document, Spelling& spelling, std::vector<Diagnostic>& diagnostics) {
  const Field* field = document.front_matter.find(Key::audience);
  if (field == nullptr) return;
  for (const Audience& written : parse_audiences(field->value)) {
    const std::string& meant = spelling.meant(written);
    if (meant.empty()) continue;
    const std::string line = field->name + ": " + field->value;
    report({document.path, field->line, 0, 0}, line, line.find(written.name, field->name.size() + 2), written, meant, diagnostics);
  }
}

void check_row(const Document& document, const TableOccasion& row, Spelling& spelling, std::vector<Diagnostic>& diagnostics) {
  for (const Audience& written : parse_audiences(row.occasion.audience)) {
    const std::string& meant = spelling.meant(written);
    if (!meant.empty()) report({document.path, row.line, 0, 0}, written.name, 0, written, meant, diagnostics);
  }
}

}  // namespace

void check_audiences(std::span<const Document> documents, const Course& course, std::vector<Diagnostic>& diagnostics) {
  for (const Network& network : course.networks) {
    if (network.document == no_index) continue;
    Spelling spelling(parse_audiences(documents[network.document].front_matter.value(Key::audience)));
    if (!spelling.knows_any()) continue;
    for (const MeetingIndex index : network.meetings) check_meeting(documents[course.meetings[index].document], spelling, diagnostics);
    for (const TableOccasion& row : network.occasions) check_row(documents[row.document], row, spelling, diagnostics);
  }
}

}  // namespace traff
