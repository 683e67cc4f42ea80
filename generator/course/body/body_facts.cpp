#include "course/body/body_facts.h"

#include <algorithm>
#include <array>
#include <functional>

#include "base/byte_stream.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "course/body/date_table.h"
#include "course/dates/calendar_date.h"
#include "course/dates/term.h"
#include "course/model/course.h"
#include "course/model/page_kind.h"

namespace traff {

namespace {

bool begins_month_or_week(std::string_view text, std::size_t at) {
  static constexpr std::string_view stems[] = {"jan", "feb", "mar", "apr", "maj", "may", "jun", "jul",
                                               "aug", "sep", "okt", "oct", "nov", "dec", "vec", "wee"};
  std::string word(text.substr(at, 3));
  for (char& c : word) c = is_ascii_letter(c) ? static_cast<char>(c | 0x20) : c;
  return std::find(std::begin(stems), std::end(stems), word) != std::end(stems) || word.starts_with("v.") ||
         word.starts_with("v ");
}

// A quick look that lets through every text a day can be read from, and little else.
bool may_name_day(std::string_view text) {
  bool digit = false, sign = false;
  for (std::size_t i = 0; i < text.size() && !(digit && sign); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      digit = true;
      const char next = i + 1 < text.size() ? text[i + 1] : ' ';
      sign = sign || next == '/' || next == '-' || next == '.' || next == '\xE2';
    } else if (const bool word_begins = i == 0 || !is_ascii_letter(text[i - 1]); word_begins) {
      sign = sign || begins_month_or_week(text, i);
    }
  }
  return digit && sign;
}

// Other pages speak of other years, of books and of history.
bool speaks_of_meetings(const Document& document) {
  const PageKind kind = kind_by_itself(document);
  return kind == PageKind::letter || kind == PageKind::dates || kind == PageKind::network || is_index(document.path);
}

// A leaf of text: what one sentence about one träff stands in. A row speaks for its cells.
bool is_statement(const DocumentBody& body, const Block& block) {
  if (block.kind == BlockKind::row) return block.level == 0;
  if (block.kind != BlockKind::paragraph) return false;
  return block.parent == no_block || body.blocks[block.parent].kind != BlockKind::cell;
}

std::vector<DatedText> find_dated(const DocumentBody& body) {
  std::vector<DatedText> dated;
  for (const Block& block : body.blocks) {
    if (!is_statement(body, block)) continue;
    if (may_name_day(body.text_of(block)))
      dated.push_back({block.line, block.kind == BlockKind::row, body.marked_text_of(block)});
  }
  return dated;
}

// A heading is kept when it names a term and a table with dates follows.
class DateTableFinder {
 public:
  // `looks_closer`: also at tables that no column of days names.
  DateTableFinder(const Document& document, const DocumentBody& body, bool looks_closer)
      : slots_(document.slots), body_(body), looks_closer_(looks_closer) {}

  std::vector<DateTableLine> run() {
    for (std::size_t i = 0; i < body_.blocks.size(); ++i) {
      const Block& block = body_.blocks[i];
      if (block.kind == BlockKind::heading) headings_.push_back(&block);
      if (block.kind == BlockKind::row) take_row(i, cells_after(i));
    }
    end_undated();
    return std::move(found_);
  }

 private:
  std::vector<std::string> cells_after(std::size_t row) const {
    std::vector<std::string> cells;
    for (std::size_t c = row + 1; c < body_.blocks.size() && body_.blocks[c].kind == BlockKind::cell; ++c)
      cells.emplace_back(trim(body_.marked_text_of(body_.blocks[c])));
    return cells;
  }

  // Of each cell the first address it links to outside the site.
  std::vector<std::string> links_after(std::size_t row) const {
    std::vector<std::string> links;
    for (std::size_t c = row + 1; c < body_.blocks.size() && body_.blocks[c].kind == BlockKind::cell; ++c) {
      const Range& html = body_.blocks[c].html;
      auto slot = std::ranges::lower_bound(slots_, html.begin, {}, &Slot::begin);
      while (slot != slots_.end() && slot->begin < html.end && !leads_out(*slot)) ++slot;
      links.push_back(slot == slots_.end() || slot->begin >= html.end ? std::string() : slot->target);
    }
    return links;
  }

  static bool leads_out(const Slot& slot) { return slot.kind == SlotKind::link && slot.target.starts_with("http"); }

  void take_row(std::size_t at, std::vector<std::string> cells) {
    const Block& block = body_.blocks[at];
    const bool is_header = block.level == 1;
    if (is_header) {
      end_undated();
      is_dated_ = has_date_column(cells);
      line_ = block.line;
    }
    if (!is_dated_) {
      if (looks_closer_ && undated_.size() < most_looked_at) undated_.push_back(std::move(cells));
      return;
    }
    take_headings();
    const auto kind = is_header ? DateTableLine::Kind::header : DateTableLine::Kind::row;
    found_.push_back({kind, block.line, std::move(cells), is_header ? std::vector<std::string>() : links_after(at)});
  }

  void take_headings() {
    for (; !headings_.empty(); headings_.pop_back()) {
      const std::string_view text = trim(body_.text_of(*headings_.back()));
      if (!parse_term(text)) continue;
      found_.push_back({DateTableLine::Kind::heading, headings_.back()->line, {std::string(text)}, {}});
      headings_.clear();
      break;
    }
  }

  void end_undated() {
    if (auto heads = missing_heads(undated_))
      found_.push_back({DateTableLine::Kind::unnamed, line_, *std::move(heads), {}});
    undated_.clear();
  }

  static constexpr std::size_t most_looked_at = 40;  // rows of a table without a column for its days

  const std::vector<Slot>& slots_;
  const DocumentBody& body_;
  bool looks_closer_;
  std::vector<const Block*> headings_;  // since the last row of a table with dates
  std::vector<std::vector<std::string>> undated_;
  std::uint32_t line_ = 0;  // where the table begins
  bool is_dated_ = false;
  std::vector<DateTableLine> found_;
};

}  // namespace

namespace {

// What stands after "Datum:", "När" or "Dag -"; nothing for other lines.
std::optional<std::string_view> after_day_word(std::string_view line) {
  static constexpr std::string_view words[] = {"datum och tid", "datum/tid", "datum", "när", "dag", "date", "when"};
  line = trim(line);
  const std::string lower = to_lower(line.substr(0, 24));
  for (const std::string_view word : words) {
    if (!lower.starts_with(word)) continue;
    const std::string_view rest = line.substr(std::min(line.size(), word.size()));
    if (!rest.empty() && is_letter(code_point_at(rest, 0))) return std::nullopt;
    static constexpr std::string_view marks = " :=;|*-\t";
    const std::size_t begin = rest.find_first_not_of(marks);
    return begin == rest.npos ? std::string_view() : rest.substr(begin);
  }
  return std::nullopt;
}

bool begins_with_day(std::string_view words) {
  constexpr std::size_t longest = 60;
  if (words.starts_with("–")) words = trim(words.substr(std::string_view("–").size()));
  if (words.substr(0, longest).find_first_of("0123456789") == words.npos) return false;
  const ParsedDates dates =
      parse_dates(words.substr(0, code_point_begin(words, std::min(words.size(), longest))), std::nullopt);
  const bool lacks_year = std::ranges::any_of(
      dates.problems, [](const DateProblem& problem) { return problem.kind == DateProblem::Kind::year_missing; });
  return dates.date || lacks_year;
}

// A träff without a key for its day, whose text has a line, a cell or a heading "Datum" and a day after it.
std::vector<DatedText> find_unread_day(const Document& document, const DocumentBody& body) {
  const Field* const date = document.front_matter.find(Key::date);
  const bool is_told =
      std::ranges::any_of(document.diagnostics, [](const Diagnostic& one) { return one.code == code::F67; });
  if (is_told || (date != nullptr && !date->value.empty())) return {};
  bool is_headed = false;
  for (const Block& block : body.blocks) {
    if (block.kind != BlockKind::heading && !is_statement(body, block)) continue;
    const std::string words = block.kind == BlockKind::row ? replace_all(trim(body.text_of(block)), "\n", " ")
                                                           : std::string(trim(body.text_of(block)));
    for (const std::string_view line : split_lines(words)) {
      const auto rest = after_day_word(line);
      if ((rest && begins_with_day(*rest)) || (is_headed && begins_with_day(line)))
        return {{block.line, false, std::string(line)}};
      is_headed = rest && rest->empty();
    }
  }
  return {};
}

}  // namespace

BodyFacts find_body_facts(const Document& document, const DocumentBody& body) {
  BodyFacts facts;
  if (document.refused) return facts;
  if (speaks_of_meetings(document)) facts.dated = find_dated(body);
  facts.old_dates = find_old_dates(body);
  facts.words = find_word_facts(document, body);
  facts.agenda = find_agenda(document, body);
  facts.date_table = DateTableFinder(document, body, speaks_of_meetings(document)).run();
  if (kind_by_itself(document) == PageKind::meeting) {
    facts.preparations = find_preparations(document, body);
    facts.unread_days = find_unread_day(document, body);
  }
  if (kind_by_itself(document) == PageKind::deck) facts.slides = find_slides(document, body);
  facts.works = find_works(document, body);
  return facts;
}

template <class Stream, class Type>
  requires DescribesLike<Type, DatedText>
void describe(Stream& stream, Type& dated) {
  stream(dated.line);
  stream(dated.is_row);
  stream(dated.text);
}

template <class Stream, class Type>
  requires DescribesLike<Type, ClockTime>
void describe(Stream& stream, Type& time) {
  stream(time.minutes);
}

template <class Stream, class Type>
  requires DescribesLike<Type, Duration>
void describe(Stream& stream, Type& duration) {
  stream(duration.least_minutes);
  stream(duration.most_minutes);
}

template <class Stream, class Type>
  requires DescribesLike<Type, Lecture>
void describe(Stream& stream, Type& lecture) {
  stream(lecture.title);
  stream(lecture.lecturers);
  stream(lecture.recorded);
}

// Where the times stand is of use in the list only, which is marked already.
template <class Stream, class Type>
  requires DescribesLike<Type, AgendaPoint>
void describe(Stream& stream, Type& point) {
  stream(point.heading);
  stream(point.part);
  stream(point.line);
  stream(point.text);
  stream(point.time.start);
  stream(point.time.end);
  stream(point.time.duration);
  stream(point.lecture);
}

template <class Stream, class Type>
  requires DescribesLike<Type, DateTableLine>
void describe(Stream& stream, Type& row) {
  stream(row.kind);
  stream(row.line);
  stream(row.cells);
  stream(row.links);
}

template <class Stream, class Type>
  requires DescribesLike<Type, SlidePiece>
void describe(Stream& stream, Type& piece) {
  stream(piece.kind);
  stream(piece.html.begin);
  stream(piece.html.end);
}

template <class Stream, class Type>
  requires DescribesLike<Type, Slide>
void describe(Stream& stream, Type& slide) {
  stream(slide.heading);
  stream(slide.pieces);
}

template <class Stream, class Type>
  requires DescribesLike<Type, OldDate>
void describe(Stream& stream, Type& date) {
  stream(date.line);
  stream(date.text);
}

template <class Stream, class Type>
  requires DescribesLike<Type, Author>
void describe(Stream& stream, Type& author) {
  stream(author.surname);
  stream(author.initials);
}

template <class Stream, class Type>
  requires DescribesLike<Type, Work>
void describe(Stream& stream, Type& work) {
  stream(work.authors);
  stream(work.more_authors);
  stream(work.year);
  stream(work.title);
  stream(work.link);
  stream(work.abbreviation);
  stream(work.id);
  stream(work.line);
  stream(work.heading);
  stream(work.html.begin);
  stream(work.html.end);
  stream(work.id_at);
  stream(work.notes_at);
}

template <class Stream, class Type>
  requires DescribesLike<Type, SplitWord>
void describe(Stream& stream, Type& word) {
  stream(word.text);
  stream(word.line);
}

template <class Stream, class Type>
  requires DescribesLike<Type, JoinedName>
void describe(Stream& stream, Type& name) {
  stream(name.text);
  stream(name.count);
}

template <class Stream, class Type>
  requires DescribesLike<Type, WordFacts>
void describe(Stream& stream, Type& words) {
  stream(words.splits);
  stream(words.names);
  stream(words.known);
}

template <class Stream, class Type>
  requires DescribesLike<Type, BodyFacts>
void describe(Stream& stream, Type& facts) {
  stream(facts.old_dates);
  describe(stream, facts.words);
  stream(facts.dated);
  stream(facts.agenda);
  stream(facts.date_table);
  stream(facts.unread_days);
  stream(facts.preparations);
  stream(facts.slides);
  stream(facts.works);
}

std::string body_facts_bytes(const BodyFacts& facts) { return to_bytes(facts); }
std::optional<BodyFacts> parse_body_facts(std::string_view bytes) { return from_bytes<BodyFacts>(bytes); }

namespace {

constexpr std::size_t most_points = 4;
constexpr std::size_t longest_point = 140;  // code points

// "Läs kapitel 3 …": cut at a word, when it is much too long.
std::string shortened(std::string_view words) {
  if (words.size() <= longest_point) return std::string(words);
  std::size_t end = 0;
  std::size_t last_space = 0;
  for (std::size_t count = 0; end < words.size() && count < longest_point; ++count) {
    if (words[end] == ' ') last_space = end;
    end += code_point_size(words, end);
  }
  if (end == words.size()) return std::string(words);
  return std::string(words.substr(0, last_space > 0 ? last_space : end)) + " …";
}

BlockKind kind_around(const Block& block, const DocumentBody& body) {
  return block.parent == no_block ? BlockKind::box : body.blocks[block.parent].kind;
}

// The first words of an item that stands in no other item.
bool is_point(const DocumentBody& body, std::uint32_t index) {
  const Block& block = body.blocks[index];
  if (block.kind != BlockKind::paragraph || block.parent + 1 != index) return false;
  const Block& item = body.blocks[block.parent];
  return item.kind == BlockKind::item && kind_around(body.blocks[item.parent], body) != BlockKind::item;
}

bool is_plain_paragraph(const DocumentBody& body, std::uint32_t index) {
  const Block& block = body.blocks[index];
  const BlockKind around = kind_around(block, body);
  return block.kind == BlockKind::paragraph && around != BlockKind::item && around != BlockKind::cell;
}

template <class IsWanted>
std::vector<std::string> first_points(const DocumentBody& body, Range section, IsWanted&& is_wanted) {
  std::vector<std::string> points;
  for (std::uint32_t i = section.begin; i < section.end && points.size() < most_points; ++i) {
    if (!is_wanted(body, i)) continue;
    const std::string words = replace_all(trim(body.text_of(body.blocks[i])), "\n", " ");
    if (!words.empty()) points.push_back(shortened(words));
  }
  return points;
}

}  // namespace

std::vector<std::string> find_preparations(const Document& document, const DocumentBody& body) {
  for (const Heading& heading : document.headings) {
    if (section_kind(heading.text) != SectionKind::prepare) continue;
    const Range section = body.section_blocks(heading);
    std::vector<std::string> points = first_points(body, section, is_point);
    return points.empty() ? first_points(body, section, is_plain_paragraph) : points;
  }
  return {};
}

namespace {

constexpr std::size_t most_kept = 100;  // of splits, and of names

// Å Ä Ö and other letters of Latin are two bytes of which the first is 0xC3 … 0xDF.
constexpr std::array<bool, 256> make_letter_bytes() {
  std::array<bool, 256> letters{};
  for (std::size_t byte = 'a'; byte <= 'z'; ++byte) letters[byte] = letters[byte - 32] = true;
  for (std::size_t byte = 0x80; byte < 0xE0; ++byte) letters[byte] = byte != 0xC2;
  return letters;
}

constexpr std::array<bool, 256> letter_bytes = make_letter_bytes();

bool is_letter_byte(char byte) { return letter_bytes[static_cast<unsigned char>(byte)]; }

bool is_capital(std::string_view word) {
  if (word.front() >= 'A' && word.front() <= 'Z') return true;
  return word.size() > 1 && word.front() == '\xC3' && static_cast<unsigned char>(word[1]) >= 0x80 &&
         static_cast<unsigned char>(word[1]) <= 0x9E;
}

// Whether a capital follows a small letter somewhere inside.
bool has_capital_inside(std::string_view word) {
  for (std::size_t at = 2; at + 1 < word.size(); ++at) {
    const bool small_before = word[at - 1] >= 'a' && word[at - 1] <= 'z';
    if (small_before && is_capital(word.substr(at))) return true;
  }
  return false;
}

bool is_all_capitals(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += code_point_size(word, at)) {
    if (!is_capital(word.substr(at))) return false;
  }
  return true;
}

bool ends_small(std::string_view word) {
  const unsigned char last = static_cast<unsigned char>(word.back());
  return (last >= 'a' && last <= 'z') || (last >= 0xA0 && last <= 0xBE);
}

class WordScan {
 public:
  WordScan(const DocumentBody& body, WordFacts& facts) : body_(body), facts_(facts) {}

  void run() {
    for (const Block& block : body_.blocks) {
      const bool holds_words =
          block.kind == BlockKind::paragraph || block.kind == BlockKind::heading || block.kind == BlockKind::cell;
      if (holds_words) scan(body_.text_of(block), block.line);
    }
    std::sort(facts_.known.begin(), facts_.known.end());
    facts_.known.erase(std::unique(facts_.known.begin(), facts_.known.end()), facts_.known.end());
  }

 private:
  void scan(std::string_view text, std::uint32_t line) {
    std::string_view before;  // the word just before, when one space or a hyphen parts them
    char gap = '\0';
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && is_letter_byte(text[end])) ++end;
      if (end == at) {
        gap = gap == '\0' && (text[at] == ' ' || text[at] == '-') ? text[at] : '\n';
        at += code_point_size(text, at);
        continue;
      }
      const std::string_view word = text.substr(at, end - at);
      take(word);
      if (!before.empty() && gap != '\n') take_pair(text, before, word, gap, line);
      before = word;
      gap = '\0';
      at = end;
    }
  }

  void take(std::string_view word) {
    constexpr std::size_t shortest_long = 8;  // bytes
    constexpr std::size_t shortest_name = 6;
    if (word.size() >= shortest_long) facts_.known.push_back(long_word_key(word));
    if (word.size() < shortest_name || !is_capital(word)) return;
    facts_.known.push_back(word_key(word));
    if (has_capital_inside(word)) take_name(word);
  }

  void take_name(std::string_view word) {
    const auto known = std::find_if(facts_.names.begin(), facts_.names.end(),
                                    [&](const JoinedName& name) { return name.text == word; });
    if (known != facts_.names.end()) {
      ++known->count;
    } else if (facts_.names.size() < most_kept) {
      facts_.names.push_back({std::string(word), 1});
    }
  }

  void take_pair(std::string_view text, std::string_view first, std::string_view second, char gap, std::uint32_t line) {
    if (gap == ' ' && is_capital(first) && is_capital(second)) {
      pair_.assign(first);
      pair_ += ' ';
      pair_ += second;
      facts_.known.push_back(word_key(pair_));
    }
    const std::string_view both(first.data(), static_cast<std::size_t>(second.data() + second.size() - first.data()));
    const bool split = gap == '-' ? is_hyphenated(text, first, second) : is_torn(first, second);
    if (split && facts_.splits.size() < most_kept) facts_.splits.push_back({std::string(both), line});
  }

  // "Planerings-dagen", but not "two-step-model" nor "e-post".
  static bool is_hyphenated(std::string_view text, std::string_view first, std::string_view second) {
    constexpr std::size_t shortest = 4;
    if (first.size() < shortest || second.size() < shortest || is_capital(second) || !ends_small(first)) return false;
    const std::size_t begin = static_cast<std::size_t>(first.data() - text.data());
    const std::size_t end = static_cast<std::size_t>(second.data() + second.size() - text.data());
    constexpr std::string_view joining = "-/.@_#";
    const bool more_before = begin > 0 && joining.find(text[begin - 1]) != joining.npos;
    const bool more_after =
        end + 1 < text.size() && joining.find(text[end]) != joining.npos && is_letter_byte(text[end + 1]);
    return !more_before && !more_after;
  }

  static bool is_torn(std::string_view first, std::string_view second) {
    constexpr std::size_t shortest = 3;
    return first.size() >= shortest && second.size() >= shortest && is_all_capitals(first) && is_all_capitals(second);
  }

  const DocumentBody& body_;
  WordFacts& facts_;
  std::string pair_;
};

}  // namespace

std::string without_gap(std::string_view split) {
  const std::size_t gap = split.find_first_of("- ");
  if (gap == split.npos) return std::string(split);
  return std::string(split.substr(0, gap)) + std::string(split.substr(gap + 1));
}

std::uint32_t word_key(std::string_view word) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>()(word));
}

std::uint32_t long_word_key(std::string_view word) {
  const auto is_ascii_capital = [](char byte) { return byte >= 'A' && byte <= 'Z'; };
  const bool has_capital = std::any_of(word.begin(), word.end(), is_ascii_capital) || is_capital(word);
  return has_capital ? word_key(to_lower(word)) : word_key(word);
}

WordFacts find_word_facts(const Document& document, const DocumentBody& body) {
  WordFacts facts;
  if (!document.refused) WordScan(body, facts).run();
  return facts;
}

}  // namespace traff
