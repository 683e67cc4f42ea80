#include "course/model/audience.h"

#include <algorithm>

#include "base/text.h"

namespace traff {

namespace {

bool means_everyone(std::string_view key) { return key == "alla" || key == "everyone" || key == "all"; }

const Audience* find_audience(const std::vector<Audience>& among, std::string_view key) {
  const auto found = std::find_if(among.begin(), among.end(), [&](const Audience& one) { return one.key == key; });
  return found == among.end() ? nullptr : &*found;
}

void take_new(std::vector<Audience>& taken, const Occasion& occasion) {
  if (!occasion.date) return;
  for (const Audience& one : occasion.audiences) {
    if (taken.size() == most_audiences) return;
    if (find_audience(taken, one.key) == nullptr) taken.push_back(one);
  }
}

// The network's own list goes first, in its own spelling.
std::vector<Audience> in_order_of(const std::vector<Audience>& own, std::vector<Audience> named) {
  std::vector<Audience> ordered;
  for (const Audience& one : own) {
    const bool again = find_audience(ordered, one.key) != nullptr;
    if (!again && find_audience(named, one.key) != nullptr) ordered.push_back(one);
  }
  for (Audience& one : named) {
    if (find_audience(ordered, one.key) == nullptr) ordered.push_back(std::move(one));
  }
  return ordered;
}

}  // namespace

std::vector<Audience> parse_audiences(std::string_view words) {
  std::vector<Audience> audiences;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(",;"), words.size());
    const std::string_view name = trim(words.substr(0, end));
    std::string key = slug(name);
    if (!key.empty() && !means_everyone(key)) audiences.push_back({std::string(name), std::move(key)});
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return audiences;
}

bool is_for(const Occasion& occasion, std::string_view key) {
  return occasion.audiences.empty() || find_audience(occasion.audiences, key) != nullptr;
}

std::vector<Audience> audiences_of(const Network& network, const Course& course, std::span<const Document> documents) {
  std::vector<Audience> named;
  for (const MeetingIndex index : network.meetings) take_new(named, course.meetings[index].occasion);
  for (const TableOccasion& row : network.occasions) take_new(named, row.occasion);
  if (named.size() < 2) return {};
  if (network.document == no_index) return named;
  const std::vector<Audience> own = parse_audiences(documents[network.document].front_matter.value(Key::audience));
  return in_order_of({own.begin(), own.begin() + static_cast<std::ptrdiff_t>(std::min(own.size(), most_audiences))},
                     std::move(named));
}

}  // namespace traff
