#include "markdown/inline_words.h"

#include <algorithm>
#include <array>

namespace traff {

namespace {

bool is_transparent(std::string_view name) { return name == "em" || name == "strong" || name == "del"; }

// Elements whose content is left out with them; their end tag, without "</" and ">".
bool is_opaque(std::string_view name) { return name == "a" || name == "code" || name == "svg"; }

std::string_view tag_name(std::string_view tag) {
  std::size_t begin = 1;
  if (begin < tag.size() && tag[begin] == '/') ++begin;
  std::size_t end = begin;
  while (end < tag.size() && ((tag[end] >= 'a' && tag[end] <= 'z') || (tag[end] >= '0' && tag[end] <= '9'))) ++end;
  return tag.substr(begin, end - begin);
}

class Reader {
 public:
  Reader(std::string_view html, Range range) : html_(html.substr(0, range.end)), at_(range.begin) {}

  InlineWords run() {
    while (at_ < html_.size()) {
      const char c = html_[at_];
      if (c == '<') take_tag();
      else if (c == '&') take_entity();
      else take_character();
    }
    return std::move(words_);
  }

 private:
  void put(char byte, std::size_t begin, std::size_t end) {
    words_.text += byte;
    words_.begin.push_back(static_cast<std::uint32_t>(begin));
    words_.end.push_back(static_cast<std::uint32_t>(end));
  }

  void take_tag() {
    const std::size_t begin = at_;
    at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
    const std::string_view name = tag_name(html_.substr(begin, at_ - begin));
    if (is_transparent(name)) return;
    if (name == "br") return put(' ', begin, at_);
    if (is_opaque(name) && html_[begin + 1] != '/') {
      const std::string closing = "</" + std::string(name) + ">";
      at_ = std::min(html_.find(closing, at_), html_.size());
      if (at_ < html_.size()) at_ += closing.size();
    }
    put('\1', begin, at_);
  }

  void take_entity() {
    struct Entity {
      std::string_view written;
      char means;
    };
    static constexpr std::array known{Entity{"&amp;", '&'}, Entity{"&lt;", '<'}, Entity{"&gt;", '>'},
                                      Entity{"&quot;", '"'}};
    for (const Entity& entity : known) {
      if (!html_.substr(at_).starts_with(entity.written)) continue;
      put(entity.means, at_, at_ + entity.written.size());
      at_ += entity.written.size();
      return;
    }
    put('&', at_, at_ + 1);
    ++at_;
  }

  // Spaces of all kinds and line ends are one space; soft hyphens are none of the words.
  void take_character() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("\xC2\xAD")) {
      at_ += 2;
      return;
    }
    std::size_t space = 0;
    if (rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\t') space = 1;
    if (rest.starts_with("\xC2\xA0")) space = 2;
    if (rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x80\x89")) space = 3;
    if (space == 0) {
      put(rest[0], at_, at_ + 1);
      ++at_;
      return;
    }
    if (words_.text.empty() || words_.text.back() != ' ') put(' ', at_, at_ + space);
    at_ += space;
  }

  std::string_view html_;
  std::size_t at_;
  InlineWords words_;
};

// Begins the range after every tag that closes what was opened before it; how many are left open at its end.
int cut_off_closed(std::string_view html, Range& range) {
  const std::string_view until_end = html.substr(0, range.end);
  int open = 0;
  for (std::size_t at = until_end.find('<', range.begin); at < range.end; at = until_end.find('<', at + 1)) {
    open += html[at + 1] == '/' ? -1 : 1;
    if (open >= 0) continue;
    range.begin = static_cast<std::uint32_t>(html.find('>', at) + 1);
    open = 0;
  }
  while (range.begin < range.end && (html[range.begin] == ' ' || html[range.begin] == '\n')) ++range.begin;
  return open;
}

}  // namespace

InlineWords inline_words(std::string_view html, Range range) { return Reader(html, range).run(); }

bool balance_tags(std::string_view html, Range& range) {
  constexpr int most_leading_tags = 6;
  for (int skipped = 0; skipped <= most_leading_tags; ++skipped) {
    int open = cut_off_closed(html, range);
    while (open > 0 && html.substr(range.end).starts_with("</")) {
      range.end = static_cast<std::uint32_t>(html.find('>', range.end) + 1);
      --open;
    }
    if (range.begin >= range.end) return false;
    if (open == 0) return true;
    if (html[range.begin] != '<') return false;
    range.begin = static_cast<std::uint32_t>(html.find('>', range.begin) + 1);
  }
  return false;
}

}  // namespace traff
