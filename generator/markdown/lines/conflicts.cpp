#include "markdown/lines/conflicts.h"

#include <optional>

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/lines/author_text.h"

namespace traff {

namespace {

constexpr std::string_view begin_mark = "<<<<<<<", base_mark = "|||||||",
                           between_mark = "=======", end_mark = ">>>>>>>";

// A mark is followed by a space and a name, but the one in the middle.
bool is_mark(std::string_view line, std::string_view mark) {
  if (!line.starts_with(mark)) return false;
  const std::string_view rest = line.substr(mark.size());
  return mark == between_mark ? is_blank(rest) : rest.starts_with(' ');
}

class ConflictFinder {
 public:
  explicit ConflictFinder(std::string_view file) : lines_(file) {}

  std::vector<Conflict> run() {
    std::string_view line;
    while (lines_.next(line)) {
      ++number_;
      take(line);
    }
    end();
    return std::move(found_);
  }

 private:
  enum class Side { outside, ours, base, theirs };

  void take(std::string_view line) {
    if (is_mark(line, begin_mark)) {
      end();
      open_ = Conflict{number_, {}, {}};
      side_ = Side::ours;
    } else if (is_mark(line, end_mark)) {
      if (!open_ && has_between_) open_ = Conflict{number_, {}, {}};
      end();
    } else if (open_ && is_mark(line, base_mark)) {
      side_ = Side::base;
    } else if (is_mark(line, between_mark)) {
      has_between_ = true;
      if (open_) side_ = Side::theirs;
    } else if (side_ == Side::ours || side_ == Side::theirs) {
      add(line, side_ == Side::ours ? open_->ours : open_->theirs);
    }
  }

  void end() {
    constexpr std::size_t most = 100;
    if (open_ && found_.size() < most) found_.push_back(*std::move(open_));
    open_.reset();
    has_between_ = false;
    side_ = Side::outside;
  }

  static void add(std::string_view line, std::string& words) {
    constexpr std::size_t enough = 80;
    if (is_blank(line) || words.size() >= enough) return;
    if (!words.empty()) words += ' ';
    words += trim(line);
    if (words.size() <= enough) return;
    words.resize(code_point_begin(words, enough));
    words += " …";
  }

  AuthorLines lines_;
  std::uint32_t number_ = 0;
  std::optional<Conflict> open_;
  Side side_ = Side::outside;
  bool has_between_ = false;  // since the last conflict
  std::vector<Conflict> found_;
};

}  // namespace

std::vector<Conflict> find_conflicts(std::string_view file) {
  const bool may_have =
      file.find(begin_mark) != std::string_view::npos || file.find(end_mark) != std::string_view::npos;
  return may_have ? ConflictFinder(file).run() : std::vector<Conflict>();
}

}  // namespace traff
