#include "search/lunr_index.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace traff {

namespace {

constexpr std::uint32_t empty = 0xFFFFFFFF;
constexpr std::size_t first_slots = 1024;

// Unit by unit, well mixed at the end: words are short.
std::uint32_t hash_of(std::u16string_view word) {
  std::uint64_t hash = 0x9E3779B97F4A7C15U + word.size();
  for (const char16_t unit : word) hash = (hash ^ unit) * 0xD6E8FEB86659FD93U;
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93U;
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

WordNumbers::WordNumbers() : slots_(first_slots, Slot{0, empty}) {}

std::u16string_view WordNumbers::word(std::uint32_t number) const {
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::u16string_view(text_).substr(begin, ends_[number] - begin);
}

WordNumbers::Found WordNumbers::number_of(std::u16string_view word_asked) {
  const std::uint32_t hash = hash_of(word_asked);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != empty; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && word(slots_[at].number) == word_asked) return {slots_[at].number, false};
  }
  const auto number = static_cast<std::uint32_t>(ends_.size());
  slots_[at] = {hash, number};
  text_ += word_asked;
  ends_.push_back(text_.size());
  if (ends_.size() * 2 > slots_.size()) grow();
  return {number, true};
}

void WordNumbers::grow() {
  std::vector<Slot> slots(slots_.size() * 2, Slot{0, empty});
  const std::size_t mask = slots.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == empty) continue;
    std::size_t at = slot.hash & mask;
    while (slots[at].number != empty) at = (at + 1) & mask;
    slots[at] = slot;
  }
  slots_ = std::move(slots);
}

namespace {

constexpr std::uint64_t not_index = ~std::uint64_t{0};

std::uint64_t index_value(const std::string& key) {
  std::uint64_t value = 0;
  const char* const end = key.data() + key.size();
  const auto [stopped, error] = std::from_chars(key.data(), end, value);
  if (key.empty() || key.size() > 10 || error != std::errc() || stopped != end) return not_index;
  const bool leading_zero = key[0] == '0' && key.size() > 1;
  return leading_zero || value > 4'294'967'294 ? not_index : value;
}

}  // namespace

bool is_array_index(const std::string& key) { return index_value(key) != not_index; }

std::vector<std::uint32_t> key_order(const std::vector<std::string>& keys) {
  std::vector<std::uint64_t> values(keys.size());
  std::transform(keys.begin(), keys.end(), values.begin(), index_value);
  std::vector<std::uint32_t> order(keys.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
  return order;
}

}  // namespace traff
