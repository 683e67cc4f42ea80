#include "search/index_shards.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "base/utf16.h"
#include "search/json_text.h"
#include "search/lunr_json.h"

namespace traff {

IndexShards::IndexShards(const LunrIndex& index, std::size_t count) : index_(index), weights_(index) {
  assert(index.metadata.empty() && count > 0);
  sort_terms();
  sort_uses();
  cut(count);
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
      for (; use < document.fields[field].uses_end; ++use) {
        uses_[next[document.uses[use].term]++] = {static_cast<std::uint32_t>(i * fields + field), document.uses[use].count};
      }
    }
  }
}

// About what a term and those before it take in bytes.
std::size_t IndexShards::weight_of(std::size_t position) const {
  constexpr std::size_t per_term = 70, per_use = 45;
  return position * per_term + use_begins_[position] * per_use;
}

void IndexShards::cut(std::size_t count) {
  const std::size_t whole = weight_of(terms_.size());
  std::size_t at = 0;
  for (std::size_t shard = 0; shard < count; ++shard) {
    term_begins_.push_back(at);
    const std::size_t begun = weight_of(at);
    const std::size_t end = begun + (whole - begun) / (count - shard);  // as a term alone may be more than a fair share
    if (at < terms_.size()) ++at;
    while (at < terms_.size() && weight_of(at) < end && terms_.size() - at >= count - shard) ++at;  // one for each to come
  }
  term_begins_.push_back(terms_.size());
}

void IndexShards::append_vectors(std::string& out, std::size_t first, std::size_t last) const {
  struct Weighed {
    std::uint32_t place;
    TermUse use;
  };
  std::vector<Weighed> all;
  for (std::size_t position = first; position < last; ++position) {
    for (std::size_t i = use_begins_[position]; i < use_begins_[position + 1]; ++i) {
      all.push_back({uses_[i].place, {terms_[position], uses_[i].count}});
    }
  }
  std::ranges::sort(all, [](const Weighed& a, const Weighed& b) {
    return a.place != b.place ? a.place < b.place : a.use.term < b.use.term;
  });
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t field = all[i].place % index_.fields.size();
    const IndexedDocument& document = index_.documents[all[i].place / index_.fields.size()];
    const bool opens = i == 0 || all[i - 1].place != all[i].place;
    if (opens) {
      out += i == 0 ? "[" : "]],[";
      append_json(out, std::string_view(index_.fields[field].name + "/" + document.ref));
      out += ",[";
    } else {
      out += ',';
    }
    append_number(out, all[i].use.term);
    out += ',';
    append_thousandths(out, weights_.thousandths(document, field, all[i].use));
  }
  if (!all.empty()) out += "]]";
}

void IndexShards::append_term(std::string& out, std::size_t position) const {
  out += '[';
  append_json(out, index_.terms.word(terms_[position]));
  out += ",{\"_index\":";
  append_number(out, terms_[position]);
  for (std::size_t field = 0; field < index_.fields.size(); ++field) {
    out += ',';
    append_json(out, std::string_view(index_.fields[field].name));
    out += ":{";
    bool first = true;
    for (std::size_t i = use_begins_[position]; i < use_begins_[position + 1]; ++i) {
      if (uses_[i].place % index_.fields.size() != field) continue;
      if (!first) out += ',';
      first = false;
      append_json(out, std::string_view(index_.documents[uses_[i].place / index_.fields.size()].ref));
      out += ":{}";
    }
    out += '}';
  }
  out += "}]";
}

std::string IndexShards::json(std::size_t shard) const {
  const std::size_t first = term_begins_[shard], last = term_begins_[shard + 1];
  std::string out = lunr_json_start(index_);
  append_vectors(out, first, last);
  out += "],\"invertedIndex\":[";
  for (std::size_t position = first; position < last; ++position) {
    if (position > first) out += ',';
    append_term(out, position);
  }
  return out + lunr_json_end(index_);
}

std::string IndexShards::first_terms_json() const {
  std::string out = "[";
  for (std::size_t shard = 0; shard + 1 < term_begins_.size() && term_begins_[shard] < terms_.size(); ++shard) {
    if (shard > 0) out += ',';
    append_json(out, index_.terms.word(terms_[term_begins_[shard]]));
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
