#include "course/body/agenda.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"
#include "base/unicode.h"
#include "course/model/page_kind.h"

namespace traff {

namespace {

constexpr std::string_view dash = " – ";  // as the text is typeset

bool is_agenda_list(const Block& block, const DocumentBody& body) {
  return block.kind == BlockKind::list &&
         (block.parent == no_block || body.blocks[block.parent].kind != BlockKind::item);
}

// Calls `use(list, heading)` for every list that is a programme: indices of a block and of a heading.
template <class Use>
void for_each_list(const Document& document, const DocumentBody& body, Use use) {
  for (std::uint32_t i = 0; i < document.headings.size(); ++i) {
    if (section_kind(document.headings[i].text) != SectionKind::programme) continue;
    const Range section = body.section_blocks(document.headings[i]);
    for (std::uint32_t b = section.begin; b < section.end; ++b) {
      if (is_agenda_list(body.blocks[b], body)) use(b, i);
    }
  }
}

std::vector<std::uint32_t> items_of(std::uint32_t list, const DocumentBody& body) {
  std::vector<std::uint32_t> items;
  const std::uint32_t end = body.blocks[list].html.end;
  for (std::uint32_t b = list + 1; b < body.blocks.size() && body.blocks[b].html.begin < end; ++b) {
    if (body.blocks[b].kind == BlockKind::item && body.blocks[b].parent == list) items.push_back(b);
  }
  return items;
}

std::string_view first_line(const Block& item, const DocumentBody& body) {
  const std::string_view text = trim(body.text_of(item));
  return text.substr(0, text.find('\n'));
}

// The last of the headings from `first` on that stands above a block.
std::uint32_t heading_above(const Document& document, std::uint32_t first, std::uint32_t block) {
  std::uint32_t found = first;
  for (std::uint32_t i = first; i < document.headings.size() && document.headings[i].block < block; ++i) found = i;
  return found;
}

// The rows of a table whose first column is the time.
void add_rows(std::uint32_t heading, const Range& section, const DocumentBody& body, std::vector<AgendaPoint>& points) {
  bool is_programme = false;
  for (std::uint32_t b = section.begin; b < section.end; ++b) {
    if (body.blocks[b].kind != BlockKind::row || b + 2 >= section.end) continue;
    const std::string first(trim(body.text_of(body.blocks[b + 1])));
    if (body.blocks[b].level == 1) {
      const std::string head = fold(first);
      is_programme = head == "tid" || head == "klockslag" || head == "nar" || head == "time" || head == "when";
    } else if (is_programme && body.blocks[b + 2].kind == BlockKind::cell) {
      AgendaPoint point;
      point.heading = point.part = heading;
      point.line = body.blocks[b].line;
      point.text = first + " " + std::string(trim(body.text_of(body.blocks[b + 2])));
      point.time = parse_agenda_time(point.text);
      if (point.time.start) points.push_back(std::move(point));
    }
  }
}

std::string_view without_length(std::string_view words, const AgendaTime& time) {
  return time.duration ? trim(words.substr(0, words.rfind('('))) : words;
}

AgendaPoint point_of(std::uint32_t heading, const Block& item, const DocumentBody& body) {
  AgendaPoint point;
  point.heading = heading;
  point.line = item.line;
  point.text = first_line(item, body);
  point.time = parse_agenda_time(point.text);
  point.lecture =
      parse_lecture(without_length(std::string_view(point.text).substr(point.time.text_offset), point.time));
  return point;
}

class ListMarker {
 public:
  ListMarker(std::uint32_t list, ParsedDocument& parsed) : parsed_(parsed), list_(parsed.body.blocks[list]) {
    for (const std::uint32_t item : items_of(list, parsed.body)) items_.push_back(parsed.body.blocks[item]);
    for (const Block& item : items_) times_.push_back(parse_agenda_time(first_line(item, parsed.body)));
  }

  void run() {
    const bool timed =
        std::any_of(times_.begin(), times_.end(), [](const AgendaTime& time) { return time.start.has_value(); });
    if (!timed) return;
    constexpr std::uint32_t tag_size = 3;  // "<ul", "<ol"
    add(slot(SlotKind::agenda_list, {list_.html.begin + tag_size, list_.html.begin + tag_size}));
    for (std::size_t i = 0; i < items_.size(); ++i) mark(i);
  }

 private:
  void mark(std::size_t index) {
    const AgendaTime& time = times_[index];
    const auto words = words_begin(index);
    if (!time.start || !words) return;
    Slot start = slot(SlotKind::agenda_start, {*words + time.start_text.begin, *words + time.start_text.end});
    start.target = iso_time(*time.start);
    if (time.end_text.size() > 0) {
      Slot end = slot(SlotKind::agenda_end, {*words + time.end_text.begin, *words + time.end_text.end});
      end.target = iso_time(*time.end);
      start.title = "span";
      add(std::move(start));
      add(std::move(end));
      return;
    }
    if (const auto end = end_of(index)) start.text = iso_time(*end);
    add(std::move(start));
  }

  std::optional<ClockTime> end_of(std::size_t index) const {
    if (times_[index].end) return times_[index].end;
    if (index + 1 == times_.size()) return std::nullopt;
    const std::optional<ClockTime>& next = times_[index + 1].start;
    return next && *next > *times_[index].start ? next : std::nullopt;
  }

  // Where the item's words begin in the HTML; nothing when its time is not there in plain letters.
  std::optional<std::uint32_t> words_begin(std::size_t index) const {
    const Block& item = items_[index];
    const std::string_view html = std::string_view(parsed_.body.html).substr(0, item.inner.end);
    std::uint32_t at = item.inner.begin;
    while (at < html.size() && (html[at] == '\n' || html.substr(at).starts_with("<p>"))) at += html[at] == '\n' ? 1 : 3;
    const std::string_view written = first_line(item, parsed_.body).substr(0, times_[index].text_offset);
    return html.substr(at).starts_with(written) ? std::optional(at) : std::nullopt;
  }

  Slot slot(SlotKind kind, Range at) const {
    Slot made;
    made.kind = kind;
    made.begin = at.begin;
    made.end = at.end;
    made.line = list_.line;
    return made;
  }

  void add(Slot slot) { parsed_.document.slots.push_back(std::move(slot)); }

  static std::string iso_time(ClockTime time) { return clock_time(time, Language::en); }

  ParsedDocument& parsed_;
  const Block list_;
  std::vector<Block> items_;
  std::vector<AgendaTime> times_;
};

}  // namespace

std::vector<AgendaPoint> find_agenda(const Document& document, const DocumentBody& body) {
  std::vector<AgendaPoint> points;
  for_each_list(document, body, [&](std::uint32_t list, std::uint32_t heading) {
    for (const std::uint32_t item : items_of(list, body)) {
      points.push_back(point_of(heading, body.blocks[item], body));
      points.back().part = heading_above(document, heading, list);
    }
  });
  if (!points.empty()) return points;
  for (std::uint32_t i = 0; i < document.headings.size(); ++i) {
    if (section_kind(document.headings[i].text) == SectionKind::programme)
      add_rows(i, body.section_blocks(document.headings[i]), body, points);
  }
  return points;
}

void mark_agenda(ParsedDocument& parsed) {
  const std::size_t before = parsed.document.slots.size();
  for_each_list(parsed.document, parsed.body,
                [&](std::uint32_t list, std::uint32_t) { ListMarker(list, parsed).run(); });
  if (parsed.document.slots.size() == before) return;
  std::stable_sort(parsed.document.slots.begin(), parsed.document.slots.end(),
                   [](const Slot& a, const Slot& b) { return a.begin < b.begin; });
}

std::optional<Lecture> parse_lecture(std::string_view words) {
  struct Beginning {
    std::string_view words;
    bool recorded;
  };
  static constexpr std::array beginnings{
      Beginning{"föreläsning:", false},
      Beginning{"inspelad föreläsning:", true},
      Beginning{"lecture:", false},
      Beginning{"recorded lecture:", true},
  };
  const std::string lower = to_lower(words.substr(0, std::min<std::size_t>(words.size(), 30)));
  for (const Beginning& beginning : beginnings) {
    if (!lower.starts_with(beginning.words)) continue;
    const std::string_view rest = trim(words.substr(beginning.words.size()));
    const std::size_t names = rest.rfind(dash);
    if (names == std::string_view::npos) return Lecture{std::string(rest), {}, beginning.recorded};
    return Lecture{std::string(trim(rest.substr(0, names))), std::string(trim(rest.substr(names + dash.size()))),
                   beginning.recorded};
  }
  return std::nullopt;
}

}  // namespace traff
