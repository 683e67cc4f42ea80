#include "checks/spelling.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"
#include "base/utf8.h"

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

bool is_word_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || is_digit(byte) ||
         static_cast<unsigned char>(byte) >= 0xC3;
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
    if (is_torn(split.text)) {
      found_.push_back({"T6", place, split.text, {split.text, whole}});
    } else {
      const bool sv = stands_elsewhere;
      found_.push_back({"T4",
                        place,
                        split.text,
                        {split.text, whole, sv ? ", som på andra ställen" : "", sv ? ", as in other places" : ""}});
    }
  }

  void report_spelling(const Spelling& spelling) {
    if (spelling.documents.empty()) return;
    const Name& name = names_.at(spelling.name);
    Diagnostic diagnostic;
    std::size_t others = 0;
    for (const DocumentIndex i : spelling.documents) {
      if (++files_read_ > most_files_read) break;
      const std::string text = read_(documents_[i].path);
      const Uses uses = count_uses(text, spelling.other);
      if (uses.count == 0) continue;
      if (others == 0) diagnostic.place = place_in(documents_[i].path, text, uses.first, spelling.other);
      others += uses.count;
    }
    if (others == 0) return;
    diagnostic.code = "T8";
    if (others > name.count) {
      const std::string& path = documents_[name.first].path;
      const std::string text = read_(path);
      diagnostic.place = place_in(path, text, count_uses(text, spelling.name).first, spelling.name);
      diagnostic.args = {spelling.other, std::to_string(others), spelling.name, std::to_string(name.count)};
    } else {
      diagnostic.args = {spelling.name, std::to_string(name.count), spelling.other, std::to_string(others)};
    }
    found_.push_back(std::move(diagnostic));
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

}  // namespace traff
