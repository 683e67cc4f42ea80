#include "markdown/sample_inlines.h"

#include <cctype>

namespace traff {

namespace {

std::string around(std::string_view before, const std::string& inner, std::string_view after) {
  return std::string(before) + inner + std::string(after);
}

bool is_part_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; }

// Whether what a reader sees is still parted: entities, unsafe links and images may leave nothing between the words.
bool may_touch(char before, char after) {
  if (is_part_of_word(before) && is_part_of_word(after)) return false;
  return std::string_view(")];").find(before) == std::string_view::npos &&
         std::string_view("&![\\").find(after) == std::string_view::npos;
}

constexpr std::string_view stems[] = {"ledare",      "skola",    "träff",  "åtgärd", "öva",     "samtal",   "lyssna",
                                      "Redovisning", "kollegor", "Äldre",  "grupp",  "uppdrag", "plan",     "lärande",
                                      "Något",       "räff",     "rektor", "fråga",  "år",      "utveckla", "Kalmar"};

}  // namespace

std::string SampleInlines::hidden_word() { return std::string(chance_.any_of(stems)) + "x" + std::to_string(++words_); }

std::string SampleInlines::word() {
  std::string made = std::string(chance_.any_of(stems)) + "q" + std::to_string(++words_);
  if (shown != nullptr) shown->push_back(made);
  return made;
}

std::string SampleInlines::words(std::string_view between) {
  std::string made = word();
  made += between;
  return made += word();
}

std::string SampleInlines::line(int depth) {
  std::string made = word();
  for (std::size_t elements = chance_.below(5); elements > 0; --elements) {
    const std::string next = element(depth);
    if (!may_touch(made.back(), next.front()) || !chance_.one_in(12)) made += ' ';
    made += next;
  }
  if (chance_.one_in(3)) made += " " + word();
  if (chance_.one_in(4)) made += '.';
  return made;
}

std::string SampleInlines::element(int depth) {
  switch (chance_.below(depth > 0 ? 14 : 6)) {
    case 0:
    case 1: return word();
    case 2: return mark();
    case 3: return chance_.one_in(3) ? around("`", words(" - \""), "\" & <b>`") : around("`", word(), "`");
    case 4:
      return notes_allowed && !note_labels.empty() ? "[^" + note_labels[chance_.below(note_labels.size())] + "]"
                                                   : word();
    case 5: return address();
    case 6:
    case 7:
    case 8: return emphasis(depth);
    case 9:
    case 10: return link(depth);
    case 11: return image();
    case 12: return around("<", words(" "), ">");
    default: return "\"" + line(depth - 1) + "\"";
  }
}

std::string SampleInlines::emphasis(int depth) {
  const std::string_view mark = chance_.any_of({"*", "_", "**", "__", "***", "~~", "*", "**"});
  std::string made = std::string(mark) + line(depth - 1);
  if (!chance_.one_in(15)) made += mark;
  return made;
}

std::string SampleInlines::link(int depth) {
  if (in_link_) return word();
  in_link_ = true;
  const bool notes_before = notes_allowed;
  notes_allowed = false;
  std::string made = "[" + line(depth - 1) + "]";
  notes_allowed = notes_before;
  in_link_ = false;
  switch (chance_.below(7)) {
    case 0: return made + "(https://example.org/" + hidden_word() + "?a=1&b=2)";
    case 1: return made + "(../" + hidden_word() + ".md#" + hidden_word() + ")";
    case 2: return made + "(<sida " + hidden_word() + ".md> \"" + hidden_word() + " & 'co'\")";
    case 3: return made + "(javascript:" + hidden_word() + ")";
    case 4: return made + "[hem]";
    case 5: return made + "[]";
    default: return made + "(#" + hidden_word() + " '" + hidden_word() + "')";
  }
}

std::string SampleInlines::image() {
  const bool notes_before = notes_allowed;
  notes_allowed = false;
  std::string alternative = word();
  if (chance_.one_in(3)) alternative += around(" *", words("* - `"), "`");
  notes_allowed = notes_before;
  if (chance_.one_in(8)) return "![" + alternative + "](data:" + hidden_word() + ")";
  return "![" + alternative + "](filer/" + hidden_word() + ".png" +
         (chance_.one_in(3) ? " \"" + hidden_word() + "\"" : "") + ")";
}

std::string SampleInlines::address() {
  if (in_link_) return word();
  switch (chance_.below(5)) {
    case 0: return "<https://example.org/" + word() + ">";
    case 1: return "https://example.org/" + word() + "/a_b_c).";
    case 2: return "www.example.org/" + word();
    case 3: return "(namn@example.org)";
    default: return "<namn@example.org>";
  }
}

std::string SampleInlines::mark() {
  return std::string(chance_.any_of(
      {"&amp;",      "&aring;.", "\\*",   "\\[", "\\",    "&",     "<",          "13-16",   " - ",
       "--",         "---",      "...",   "'",   "\"",    "“",     "‘ ’",        "Träff 2", "Redovisning B",
       "2019-10-10", "*",        "**",    "_",   "~~",    "~",     "]",          "[",       "!",
       "<hr>",       "<br>",     "</b>",  "<b",  "<?x?>", "a*b*c", "snake_case", "&#35;",   "&nbsp;",
       "½",          "€",        "\\<b>", "\\`", "[x]",   "|",     "\\|",        "(",       ")",
       "#",          ">"}));
}

}  // namespace traff
