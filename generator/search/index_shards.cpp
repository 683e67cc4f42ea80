#include "search/index_shards.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <span>

#include "base/unicode.h"
#include "search/json_text.h"
#include "search/lunr_json.h"

namespace traff {

namespace {

// So deep a beginning may be; what is more alike stays together.
constexpr std::size_t most_depth = 20;

double with_three_digits(double number) {
  if (!(number > 0) || !std::isfinite(number)) return number;
  const double unit = std::pow(10, std::floor(std::log10(number)) - 2);
  return std::round(number / unit) * unit;
}

std::vector<double> with_three_digits(std::vector<double> numbers) {
  for (double& number : numbers) number = with_three_digits(number);
  return numbers;
}

void append_bytes(std::string& bytes, std::uint32_t number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

}  // namespace

IndexShards::IndexShards(const LunrIndex& index, std::size_t most_bytes)
    : index_(index), weights_(index, with_three_digits(index.average_length)) {
  assert(index.metadata.empty());
  for (const IndexField& field : index.fields) {
    names_.push_back("," + json_of(field.name) + ":{");
    vectors_.push_back("[" + json_of(field.name + "/"));
    vectors_.back().pop_back();  // the quotation mark, as the reference follows
  }
  sort_terms();
  sort_uses();
  if (!terms_.empty()) cut({0, terms_.size()}, 0, most_bytes);
  std::ranges::sort(shards_, {}, &Shard::beginning);
}

void IndexShards::sort_terms() {
  terms_.resize(index_.terms.size());
  std::iota(terms_.begin(), terms_.end(), 0U);
  std::ranges::sort(terms_, {}, [this](std::uint32_t term) { return index_.terms.word(term); });
}

void IndexShards::sort_uses() {
  std::vector<std::size_t> next(terms_.size());  // by term
  use_begins_.assign(1, 0);
  for (const std::uint32_t term : terms_) {
    next[term] = use_begins_.back();
    use_begins_.push_back(use_begins_.back() + index_.field_count[term]);
  }
  uses_.resize(use_begins_.back());
  const std::size_t fields = index_.fields.size();
  for (std::size_t i = 0; i < index_.documents.size(); ++i) {
    const IndexedDocument& document = index_.documents[i];
    std::size_t use = 0;
    for (std::size_t field = 0; field < fields; ++field) {
      lengths_.push_back(document.fields[field].length);
      for (; use < document.fields[field].uses_end; ++use) {
        uses_[next[document.uses[use].term]++] = {static_cast<std::uint32_t>(i * fields + field),
                                                  document.uses[use].count};
      }
    }
  }
}

// About what the terms take in a shard.
std::size_t IndexShards::bytes_of(Range range) const {
  constexpr std::size_t per_term = 70, per_use = 45;
  return (range.last - range.first) * per_term + (use_begins_[range.last] - use_begins_[range.first]) * per_use;
}

// By the unit that follows the first `depth`.
std::vector<IndexShards::Range> IndexShards::branches(Range range, std::size_t depth) const {
  std::vector<Range> found;
  const auto unit_at = [&](std::size_t position) {
    return word(position).size() > depth ? int{word(position)[depth]} : -1;
  };
  for (std::size_t at = range.first; at < range.last;) {
    const std::size_t first = at;
    const int unit = unit_at(first);
    while (at < range.last && unit_at(at) == unit) ++at;
    found.push_back({first, at});
  }
  return found;
}

// Heavy branches become shards of their own, as few as leave a fair rest: what decides is so coarse that an edit rarely
// changes it.
void IndexShards::cut(Range range, std::size_t depth, std::size_t most_bytes) {
  const std::u16string_view beginning = word(range.first).substr(0, depth);
  if (bytes_of(range) <= most_bytes || range.last - range.first == 1 || depth == most_depth) {
    shards_.push_back({beginning, {range}});
    return;
  }
  const std::vector<Range> all = branches(range, depth);
  std::size_t heavy = most_bytes / 2;
  const auto rest_bytes = [&] {
    std::size_t bytes = 0;
    for (const Range& branch : all) bytes += bytes_of(branch) > heavy ? 0 : bytes_of(branch);
    return bytes;
  };
  while (heavy > most_bytes / 64 && rest_bytes() > most_bytes) heavy /= 2;
  Shard rest{beginning, {}};
  for (const Range& branch : all) {
    const bool is_beginning_itself = word(branch.first).size() == depth;
    if (bytes_of(branch) > heavy && !is_beginning_itself)
      cut(branch, depth + 1, most_bytes);
    else
      rest.terms.push_back(branch);
  }
  if (!rest.terms.empty()) shards_.push_back(std::move(rest));
}

void IndexShards::append_vectors(TextBuffer& out, const Shard& shard) const {
  struct Weighed {
    std::uint32_t place;
    std::uint32_t number;
    TermUse use;
  };
  std::vector<Weighed> all;
  std::uint32_t number = 0;
  for (const Range& range : shard.terms) {
    for (std::size_t position = range.first; position < range.last; ++position, ++number) {
      for (std::size_t i = use_begins_[position]; i < use_begins_[position + 1]; ++i) {
        all.push_back({uses_[i].place, number, {terms_[position], uses_[i].count}});
      }
    }
  }
  std::ranges::sort(all, {}, [](const Weighed& one) { return std::uint64_t{one.place} << 32 | one.number; });
  double norm = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t field = all[i].place % index_.fields.size();
    const auto document = static_cast<std::uint32_t>(all[i].place / index_.fields.size());
    if (i == 0 || all[i - 1].place != all[i].place) {
      if (i > 0) out += "]],";
      out += vectors_[field];
      append_number(out, document);
      out += "\",[";
      norm = weights_.length_norm(field, lengths_[all[i].place]);
    } else {
      out += ',';
    }
    append_number(out, all[i].number);
    out += ',';
    append_thousandths(out, weights_.thousandths(field, norm, all[i].use));
  }
  if (!all.empty()) out += "]]";
}

void IndexShards::append_term(TextBuffer& out, std::size_t position, std::uint32_t number) const {
  out += '[';
  out += json_of(word(position));
  out += ",{\"_index\":";
  append_number(out, number);
  for (std::size_t field = 0; field < index_.fields.size(); ++field) {
    out += names_[field];
    bool first = true;
    for (std::size_t i = use_begins_[position]; i < use_begins_[position + 1]; ++i) {
      if (uses_[i].place % index_.fields.size() != field) continue;
      out += first ? "\"" : ",\"";
      first = false;
      append_number(out, uses_[i].place / static_cast<std::uint32_t>(index_.fields.size()));
      out += "\":{}";
    }
    out += '}';
  }
  out += "}]";
}

std::string IndexShards::json(std::size_t shard) const {
  TextBuffer out;
  out += lunr_json_start(index_);
  append_vectors(out, shards_[shard]);
  out += "],\"invertedIndex\":[";
  std::uint32_t number = 0;
  for (const Range& range : shards_[shard].terms) {
    for (std::size_t position = range.first; position < range.last; ++position, ++number) {
      if (number > 0) out += ',';
      append_term(out, position, number);
    }
  }
  out += lunr_json_end(index_);
  return std::string(out.view());
}

ContentId IndexShards::id(std::size_t shard) const {
  std::string all =
      lunr_json_start(index_) + lunr_json_end(index_) + number_text(index_.k1) + " " + number_text(index_.b);
  all += " " + std::to_string(index_.documents.size());
  for (std::size_t field = 0; field < index_.fields.size(); ++field) {
    all += " " + number_text(weights_.average_length(field)) + " " + number_text(index_.fields[field].boost);
  }
  std::string lengths;
  for (const Range& range : shards_[shard].terms) {
    for (std::size_t position = range.first; position < range.last; ++position) {
      const std::u16string_view term = word(position);
      append_bytes(all, static_cast<std::uint32_t>(term.size()));
      all.append(reinterpret_cast<const char*>(term.data()), term.size() * sizeof(char16_t));
      append_bytes(all, static_cast<std::uint32_t>(use_begins_[position + 1] - use_begins_[position]));
    }
    const auto uses =
        std::span(uses_).subspan(use_begins_[range.first], use_begins_[range.last] - use_begins_[range.first]);
    for (const Use& use : uses) append_bytes(lengths, lengths_[use.place]);
    all += to_hex(content_id({reinterpret_cast<const char*>(uses.data()), uses.size_bytes()}));
  }
  all += lengths;
  return content_id(all);
}

std::string IndexShards::beginnings_json() const {
  std::string out = "[";
  for (const Shard& shard : shards_) {
    if (out.size() > 1) out += ',';
    append_json(out, shard.beginning);
  }
  return out + "]";
}

std::string IndexShards::vocabulary() const {
  constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
  std::string out;
  std::u16string_view before;
  for (const std::uint32_t term : terms_) {
    const std::u16string_view word = index_.terms.word(term);
    const std::size_t most = std::min({word.size(), before.size(), digits.size() - 1});
    std::size_t shared = 0;
    while (shared < most && word[shared] == before[shared]) ++shared;
    if (shared > 0 && (word[shared - 1] & 0xFC00) == 0xD800) --shared;  // no pair is parted
    out += digits[shared];
    append_utf8(out, word.substr(shared));
    out += '\n';
    before = word;
  }
  return out;
}

}  // namespace traff
