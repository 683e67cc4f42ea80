#include "markdown/lines/comments.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/lines/author_text.h"
#include "markdown/lines/block_tracker.h"
#include "markdown/lines/line_marks.h"

namespace traff {

namespace {

constexpr std::string_view html_open = "<!--", html_close = "-->", percent = "%%";
constexpr std::size_t none = std::string_view::npos;

bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t slashes = 0;
  while (slashes < at && text[at - slashes - 1] == '\\') ++slashes;
  return slashes % 2 == 1;
}

// A comment in %% is not followed by a word.
bool may_close(std::string_view text, std::size_t after) {
  return after >= text.size() ||
         (text[after] != '%' && !is_digit(text[after]) && !is_letter(code_point_at(text, after)));
}

// Nor does it begin in one, or after a number: "100%% säkert".
bool may_open(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  return text[at - 1] != '%' && !is_digit(text[at - 1]) &&
         !is_letter(code_point_at(text, code_point_begin(text, at - 1)));
}

class CommentHider {
 public:
  explicit CommentHider(std::string_view file) : file_(file) {}

  CommentFree run() {
    AuthorLines lines(file_);
    std::string_view line;
    for (std::size_t begin = 0; lines.next(line); begin = lines.offset()) {
      ++number_;
      begin_ = begin;
      end_ = begin + line.size();
      take_line();
      made_.text += file_.substr(end_, lines.offset() - end_);
    }
    return std::move(made_);
  }

 private:
  std::string_view line() const { return file_.substr(begin_, end_ - begin_); }

  void take_line() {
    const bool begins_hidden = hidden_until_ > begin_;
    const bool is_plain = !begins_hidden && code_until_ <= begin_ && line().find_first_of("<%`") == none;
    const bool is_code = !begins_hidden && !is_plain && is_fenced();
    std::string kept = is_plain || is_code ? std::string(line()) : kept_of_line();
    if (is_blank(line())) paragraph_end_ = 0;
    made_.text += kept;
    if (begins_hidden ? is_blank(kept) : is_emptied(kept)) {
      made_.text.resize(made_.text.size() - kept.size());
      made_.emptied.push_back(number_);
    } else {
      blocks_.take(kept);
    }
  }

  bool is_fenced() const {
    BlockTracker probe = blocks_;
    return probe.take(line()).kind == LineKind::fence;
  }

  // Nothing is left, or the mark of a list item that was a comment as a whole.
  bool is_emptied(std::string_view kept) const {
    if (kept.size() == line().size()) return false;
    const std::string_view words = trim(kept);
    const auto marker = list_marker(words);
    return words.empty() || words == ">" || (marker && marker->size == words.size());
  }

  std::string kept_of_line() {
    std::string kept;
    bool had_comment = false;
    for (at_ = begin_; at_ < end_;) {
      if (hidden_until_ > at_) {
        at_ = std::min(hidden_until_, end_);
        had_comment = true;
        if (kept.empty() || is_space(kept.back())) skip_spaces();
      } else if (code_until_ > at_) {
        keep(std::min(code_until_, end_), kept);
      } else {
        keep(std::min(file_.find_first_of("<%`", at_), end_), kept);
        if (at_ < end_) look(kept);
      }
    }
    return had_comment ? std::string(trim_end(kept)) : kept;
  }

  void keep(std::size_t until, std::string& kept) {
    kept += file_.substr(at_, until - at_);
    at_ = until;
  }

  void skip_spaces() {
    while (at_ < end_ && file_[at_] == ' ') ++at_;
  }

  // At a sign that may begin a comment or code. Moves on.
  void look(std::string& kept) {
    const std::string_view rest = file_.substr(at_);
    if (is_escaped(file_, at_)) return keep(at_ + 1, kept);
    if (rest.front() == '`') return look_at_code(kept);
    const std::size_t end = rest.starts_with(html_open) ? html_end() : rest.starts_with(percent) ? percent_end() : none;
    if (end == none) return keep(at_ + 1, kept);
    hidden_until_ = end;
    if (made_.first == 0) made_.first = number_;
  }

  // <!--> and <!---> are whole.
  std::size_t html_end() {
    if (made_.unclosed != 0) return none;
    const std::size_t close = file_.find(html_close, at_ + 2);
    if (close == none) made_.unclosed = number_;
    return close == none ? none : close + html_close.size();
  }

  std::size_t percent_end() {
    const bool begins_line = is_blank(file_.substr(begin_, at_ - begin_));
    if (!may_open(file_, at_)) return none;
    if (const std::size_t close = close_in_line(); close != none) return close;
    if (!begins_line || no_block_end_) return none;
    for (std::size_t at = file_.find(percent, end_); at != none; at = file_.find(percent, at + 1)) {
      const std::size_t after = at + percent.size();
      if (after == file_.size() || file_[after] == '\n' || file_[after] == '\r') return after;
    }
    no_block_end_ = true;
    return none;
  }

  // Words in between, and none directly after.
  std::size_t close_in_line() {
    if (closes_of_line_ != number_) {
      closes_of_line_ = number_;
      last_close_ = line().rfind(percent);
      while (last_close_ != none && last_close_ > 0 && !may_close(line(), last_close_ + percent.size()))
        last_close_ = line().rfind(percent, last_close_ - 1);
    }
    if (last_close_ == none) return none;
    for (std::size_t at = at_ + percent.size() + 1; at <= begin_ + last_close_; ++at) {
      const bool closes = file_.substr(at).starts_with(percent) && may_close(line(), at - begin_ + percent.size());
      if (closes) return at + percent.size();
    }
    return none;
  }

  // A run of backticks, with all up to the next run of that size in the paragraph.
  void look_at_code(std::string& kept) {
    const std::size_t run_end = std::min(file_.find_first_not_of('`', at_), file_.size());
    const std::size_t size = run_end - at_;
    find_runs();
    const auto last = last_runs_.find(size);
    keep(std::min(run_end, end_), kept);
    if (last == last_runs_.end() || last->second < run_end) return;
    for (std::size_t at = file_.find('`', run_end); at != none; at = file_.find('`', at)) {
      const std::size_t begin = at;
      at = std::min(file_.find_first_not_of('`', at), file_.size());
      if (at - begin != size) continue;
      code_until_ = at;
      return;
    }
  }

  // Where the last run of each size begins in the paragraph.
  void find_runs() {
    if (paragraph_end_ > at_) return;
    last_runs_.clear();
    AuthorLines lines(file_.substr(begin_));
    std::string_view next;
    paragraph_end_ = end_ + 1;
    while (lines.next(next) && !is_blank(next)) paragraph_end_ = begin_ + lines.offset();
    for (std::size_t at = file_.find('`', begin_); at < paragraph_end_; at = file_.find('`', at)) {
      const std::size_t begin = at;
      at = std::min(file_.find_first_not_of('`', at), file_.size());
      last_runs_[at - begin] = begin;
    }
  }

  std::string_view file_;
  CommentFree made_;
  BlockTracker blocks_;                           // of what is kept
  std::uint32_t number_ = 0;                      // of the line
  std::size_t begin_ = 0, end_ = 0;               // of the line
  std::size_t at_ = 0;                            // within it
  std::size_t hidden_until_ = 0;                  // the end of the comment that is open
  std::size_t code_until_ = 0;                    // the same of code
  std::size_t paragraph_end_ = 0;                 // of the paragraph that last_runs_ is about
  std::map<std::size_t, std::size_t> last_runs_;  // of backticks, by size
  std::uint32_t closes_of_line_ = 0;              // the line that last_close_ is about
  std::size_t last_close_ = none;
  bool no_block_end_ = false;
};

}  // namespace

std::optional<CommentFree> hide_comments(std::string_view file) {
  if (file.find(html_open) == none && file.find(percent) == none) return std::nullopt;
  CommentFree made = CommentHider(file).run();
  if (made.first == 0 && made.unclosed == 0) return std::nullopt;
  return made;
}

std::optional<CommentFree> hide_speaker_notes(std::string_view body) {
  if (body.find("Note:") == none && body.find("note:") == none) return std::nullopt;
  CommentFree free;
  bool is_hidden = false;
  BlockTracker tracker;
  AuthorLines lines(body);
  std::string_view line;
  for (std::uint32_t number = 1; lines.next(line); ++number) {
    const LineKind kind = tracker.take(line).kind;
    const bool is_code = kind == LineKind::fence;
    const std::string_view words = trim(line);
    const bool ends = words == "--" || is_thematic_break(words) || heading_level(words) > 0;
    if (is_hidden && !is_code && ends) is_hidden = false;
    if (!is_hidden && !is_code && (words.starts_with("Note:") || words.starts_with("note:"))) {
      is_hidden = true;
      if (free.first == 0) free.first = number;
    }
    if (!is_hidden) free.text += line;
    free.text += '\n';
  }
  return free.first == 0 ? std::nullopt : std::optional(std::move(free));
}

}  // namespace traff
