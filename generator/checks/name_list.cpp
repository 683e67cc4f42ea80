#include "checks/name_list.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "checks/contact_place.h"
#include "checks/person_name.h"

namespace traff {

namespace {

constexpr std::array<std::string_view, 7> list_headings{"deltagar",     "narvaro",    "gruppindelning", "namnlista",
                                                        "participants", "attendance", "anmalda"};

bool is_capital_byte(char byte) { return (byte >= 'A' && byte <= 'Z') || byte == '\xC3'; }

// Two words with a capital each; most lines are told by a glance.
bool may_begin_with_name(std::string_view line) {
  if (line.empty() || !is_capital_byte(line.front())) return false;
  const std::size_t space = line.find(' ');
  return space != line.npos && space + 1 < line.size() && is_capital_byte(line[space + 1]);
}

// Names on consecutive lines.
struct Run {
  std::uint32_t line = 0;  // of the first
  std::string words;       // of the first
  std::size_t names = 0;
  std::size_t known = 0;  // with a usual first name
};

std::string_view without_details(std::string_view line) {
  return trim(
      line.substr(0, std::min({line.find(" ("), line.find(" –"), line.find(" - "), line.find(':'), line.find('\t')})));
}

class NameList {
 public:
  NameList(const PageText& page, std::vector<Diagnostic>& found) : page_(page), found_(found) {}

  void run() {
    for (const Block& block : page_.body.blocks) take(block);
    end_run();
  }

 private:
  void take(const Block& block) {
    switch (block.kind) {
      case BlockKind::item:
      case BlockKind::list:
      case BlockKind::table: break;
      case BlockKind::cell: break;  // its row speaks for it
      case BlockKind::row: take_row(block); break;
      case BlockKind::paragraph: take_lines(words_of(page_, block), block.line); break;
      default: end_run();
    }
  }

  void take_row(const Block& row) {
    if (row.level == 1) return;
    for (const std::string_view cell : split(words_of(page_, row), '\n')) {
      if (take_names(cell, row.line)) return;
    }
    end_run();
  }

  void take_lines(std::string_view text, std::uint32_t line) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (!take_names(text.substr(begin, end - begin), line)) end_run();
      begin = end + 1;
    }
  }

  // True when the line begins with a name; "Anna Berg, Erik Ek, …" holds several.
  bool take_names(std::string_view line, std::uint32_t number) {
    if (!may_begin_with_name(line)) return false;
    bool first = true;
    for (const std::string_view part : split(line, ',')) {
      const std::string_view name = without_details(part);
      if (!looks_like_full_name(name)) {
        if (first) return false;
        continue;
      }
      first = false;
      if (run_.names++ == 0) {
        run_.line = number;
        run_.words = name;
      }
      run_.known += is_first_name(name.substr(0, name.find(' '))) ? 1 : 0;
    }
    return !first;
  }

  void end_run() {
    if (run_.names == 0) return;
    if (run_.names >= fewest_names() && run_.known * 5 >= run_.names * 2 && !is_contact_place(page_, run_.line) &&
        found_.size() < most_findings) {
      found_.push_back(found_at(page_, "U3", run_.line, run_.words, {std::to_string(run_.names)}));
    }
    run_ = Run();
  }

  std::size_t fewest_names() const {
    if (run_.names < 3 || run_.names >= 5) return 5;
    const Heading* heading = heading_above(page_, run_.line);
    if (heading == nullptr) return 5;
    const std::string folded = fold(heading->text);
    const bool is_list = std::any_of(list_headings.begin(), list_headings.end(),
                                     [&](std::string_view word) { return folded.find(word) != folded.npos; });
    return is_list ? 3 : 5;
  }

  const PageText& page_;
  std::vector<Diagnostic>& found_;
  Run run_;
};

}  // namespace

void check_name_lists(const PageText& page, std::vector<Diagnostic>& found) {
  if (page.kind == PageKind::literature) return;
  NameList(page, found).run();
}

}  // namespace traff
