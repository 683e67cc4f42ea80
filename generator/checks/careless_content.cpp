#include "checks/careless_content.h"

#include <algorithm>
#include <array>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/web_address.h"

namespace traff {

namespace {

// Long enough to be a word of the language; shorter ones are mostly abbreviations: GSF, VT, ÄLKAT.
constexpr std::size_t shortest_word = 6;

constexpr std::array<std::string_view, 10> names_in_capitals{"UNESCO",   "UNICEF", "ERASMUS",  "SKOLFS",   "DIGCOMP",
                                                             "LEGILEXI", "MOODLE", "MYMOODLE", "EUROPASS", "COVID"};

constexpr std::array<std::string_view, 14> small_words{"OCH", "FÖR", "ATT", "MED", "TILL", "PÅ",  "AV",
                                                       "SOM", "DET", "THE", "AND", "FOR",  "VAD", "HUR"};

bool has_lower_case(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at)) {
    if (is_lower(code_point_at(text, at))) return true;
  }
  return false;
}

std::size_t letters_of(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += code_point_size(word, at)) {
    if (!is_letter(code_point_at(word, at))) return 0;
    ++letters;
  }
  return letters;
}

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words of the language, not abbreviations, and all of them in capitals.
bool is_in_capitals(std::string_view text) {
  if (text.size() < shortest_word || has_lower_case(text)) return false;
  bool is_language = false;
  for (std::string_view word : split(text, ' ')) {
    while (!word.empty() && std::string_view(",.:;!?").find(word.back()) != std::string_view::npos)
      word.remove_suffix(1);
    is_language |= holds(small_words, word) || (letters_of(word) >= shortest_word && !holds(names_in_capitals, word));
  }
  return is_language;
}

std::string in_small_letters(std::string_view text) {
  const std::size_t first = code_point_size(text, 0);
  return std::string(text.substr(0, first)) + to_lower(text.substr(first));
}

}  // namespace

void check_capital_headings(const PageText& page, std::vector<Diagnostic>& found) {
  std::uint32_t line = 0;
  std::string words;
  const auto look_at = [&](std::string_view text, std::uint32_t at) {
    if (!words.empty() || !is_in_capitals(text)) return;
    line = at;
    words = text;
  };
  if (page.document.title_line > 0) look_at(page.document.title, page.document.title_line);
  for (const Heading& heading : page.document.headings) look_at(heading.text, page.body.blocks[heading.block].line);
  if (words.empty()) return;
  found.push_back(found_at(page, code::S22(words, in_small_letters(words)), line, words));
}

namespace {

constexpr std::array<std::string_view, 12> announcements{
    "följande figur", "figuren nedan", "figuren ovan", "nedanstående figur", "figuren här under", "se figuren intill",
    "följande bild ", "bilden nedan",  "bilden ovan",  "nedanstående bild",  "diagrammet nedan",  "följande diagram"};

constexpr std::array<std::string_view, 2> captions{"bild:", "figur:"};

// "bild" is a slide too.
bool is_about_slides(std::string_view words, PageKind kind) {
  return kind == PageKind::deck && words.find("bild") != words.npos;
}

// The words that announce a figure, as they stand in `text`.
std::string_view announced(std::string_view text, PageKind kind) {
  const bool may_announce =
      text.find("igur") != text.npos || text.find("ild") != text.npos || text.find("iagram") != text.npos;
  if (!may_announce) return {};
  const std::string lower = to_lower(text);
  if (lower.size() != text.size()) return {};
  for (const std::string_view words : announcements) {
    const std::size_t at = lower.find(words);
    if (at != lower.npos && !is_about_slides(words, kind)) return trim(text.substr(at, words.size()));
  }
  for (const std::string_view words : captions) {
    if (lower.starts_with(words) && !is_about_slides(words, kind)) return text.substr(0, words.size());
  }
  return {};
}

bool has_figure(const PageText& page) {
  const auto& slots = page.document.slots;
  if (std::any_of(slots.begin(), slots.end(), [](const Slot& slot) { return slot.kind == SlotKind::image; }))
    return true;
  const std::string& html = page.body.html;
  return html.find("<figure") != html.npos || html.find("box-cykel") != html.npos ||
         html.find("box-process") != html.npos;
}

// A figure may also be a file to open.
bool has_link(const PageText& page, const Block& block) {
  return std::any_of(page.document.slots.begin(), page.document.slots.end(), [&](const Slot& slot) {
    return slot.kind == SlotKind::link && slot.begin >= block.html.begin && slot.begin < block.html.end;
  });
}

}  // namespace

void check_absent_figures(const PageText& page, std::vector<Diagnostic>& found) {
  const bool speaks_of_figures = page.language == Language::sv && page.kind != PageKind::form;
  if (!speaks_of_figures) return;
  std::vector<Diagnostic> absent;
  for (const Block& block : page.body.blocks) {
    if (block.kind != BlockKind::paragraph || absent.size() + found.size() >= most_findings) continue;
    const std::string_view words = announced(words_of(page, block), page.kind);
    if (words.empty()) continue;
    if (absent.empty() && has_figure(page)) return;
    if (has_link(page, block)) continue;
    absent.push_back(found_at(page, code::S16(words), block.line, words));
  }
  found.insert(found.end(), absent.begin(), absent.end());
}

namespace {

constexpr std::array<std::string_view, 44> english_words{
    "a",   "about",  "and",  "are",  "as",    "be",   "been",  "between", "but",   "by",  "can",
    "for", "from",   "has",  "have", "how",   "is",   "it",    "its",     "of",    "on",  "or",
    "our", "should", "that", "the",  "their", "them", "these", "they",    "this",  "to",  "was",
    "we",  "were",   "what", "when", "which", "who",  "will",  "with",    "would", "you", "your"};

constexpr std::array<std::string_view, 26> swedish_words{
    "att", "av", "de",  "den", "det", "du", "en",  "ett", "för",  "har", "hur", "inte", "kan",
    "med", "ni", "när", "och", "om",  "på", "ska", "som", "till", "vad", "var", "vi",   "är"};

constexpr std::array<std::string_view, 8> reference_headings{"referenser",      "referenslista", "litteratur",
                                                             "litteraturlista", "källor",        "källförteckning",
                                                             "references",      "sources"};

// Titles in English are what a list of works is made of.
bool is_reference(const PageText& page, const Block& block) {
  if (page.kind == PageKind::literature) return true;
  const Heading* heading = heading_above(page, block.line);
  return heading != nullptr && holds(reference_headings, to_lower(heading->text));
}

// " the " or " of ", looked for by the letter that Swedish has least of.
bool may_be_english(std::string_view text) {
  for (std::size_t at = text.find("he "); at != text.npos; at = text.find("he ", at + 1)) {
    if (at >= 2 && text[at - 1] == 't' && is_space(text[at - 2])) return true;
  }
  for (std::size_t at = text.find("f "); at != text.npos; at = text.find("f ", at + 1)) {
    if (at >= 2 && text[at - 1] == 'o' && is_space(text[at - 2])) return true;
  }
  return false;
}

bool is_english(std::string_view text) {
  constexpr std::size_t fewest_words = 12;
  if (word_count(text) < fewest_words) return false;
  std::size_t words = 0;
  std::size_t english = 0;
  std::size_t swedish = 0;
  std::string word;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const unsigned char byte = at < text.size() ? static_cast<unsigned char>(text[at]) : ' ';
    if (byte >= 'A' && byte <= 'Z') {
      word += static_cast<char>(byte + 32);
    } else if (byte >= 0x80 || (byte >= 'a' && byte <= 'z')) {
      word += static_cast<char>(byte);
    } else if (!word.empty()) {
      ++words;
      english += holds(english_words, word) ? 1 : 0;
      swedish += holds(swedish_words, word) || word.find("\xC3") != word.npos ? 1 : 0;
      word.clear();
    }
  }
  return english * 10 >= words * 3 && swedish * 12 <= words;
}

// `::: engelska` and what stands in it.
bool is_marked(const PageText& page, const Block& block) {
  for (const Block* at = &block;; at = &page.body.blocks[at->parent]) {
    if (at->kind == BlockKind::box) {
      const std::string_view html =
          std::string_view(page.body.html).substr(at->html.begin, at->inner.begin - at->html.begin);
      if (html.find("lang=\"en\"") != html.npos) return true;
    }
    if (at->parent == no_block) return false;
  }
}

bool stands_in_table(const PageText& page, const Block& block) {
  return block.parent != no_block && page.body.blocks[block.parent].kind == BlockKind::cell;
}

struct Passages {
  std::vector<const Block*> beginnings;  // the first paragraph of each run
  std::size_t english = 0;               // paragraphs
  std::size_t all = 0;
};

Passages find_passages(const PageText& page) {
  Passages passages;
  bool goes_on = false;
  for (const Block& block : page.body.blocks) {
    if (block.kind == BlockKind::heading || block.kind == BlockKind::rule) goes_on = false;
    if (block.kind != BlockKind::paragraph || stands_in_table(page, block)) continue;
    ++passages.all;
    const std::string_view words = words_of(page, block);
    const bool english =
        may_be_english(words) && is_english(words) && !is_marked(page, block) && !is_reference(page, block);
    if (english && !goes_on) passages.beginnings.push_back(&block);
    passages.english += english ? 1 : 0;
    goes_on = english;
  }
  return passages;
}

}  // namespace

void check_english_passages(const PageText& page, std::vector<Diagnostic>& found) {
  if (page.language != Language::sv || !may_be_english(page.body.text)) return;
  const Passages passages = find_passages(page);
  constexpr std::size_t fewest_of_a_page = 3;
  if (passages.english >= fewest_of_a_page && passages.english * 5 >= passages.all * 3) {
    found.push_back(found_at(page, code::S34(), passages.beginnings.front()->line, {}));
    return;
  }
  for (const Block* block : passages.beginnings) {
    if (found.size() >= most_findings) break;
    found.push_back(found_at(page, code::S21(), block->line, first_words(words_of(page, *block), 4)));
  }
}

namespace {

constexpr std::size_t longest_description = 250;  // code points

// "IMG_2041.jpg", "karta.png": what the file is called, not what it shows.
bool is_file_name(std::string_view text, std::string_view target) {
  const std::string name = to_lower(target.substr(target.rfind('/') + 1));
  const std::string said = to_lower(text);
  for (const std::string_view end : {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"}) {
    if (said.ends_with(end)) return true;
  }
  const bool is_camera_name = said.find_first_of("0123456789_") != said.npos && said.find(' ') == said.npos;
  return is_camera_name && said == name.substr(0, name.rfind('.'));
}

}  // namespace

namespace {

struct NoImage {
  std::string_view ending;
  Phrase what;
  Phrase cure;
};

constexpr Phrase save_as_jpeg{
    "Spara bilden som JPEG eller PNG. I en iPhone: Inställningar → Kamera → Format → Mest kompatibelt.",
    "Save the picture as JPEG or PNG. In an iPhone: Settings → Camera → Formats → Most Compatible."};
constexpr Phrase link_to_it{"Länka till filen i stället: ta bort utropstecknet framför hakparentesen.",
                            "Link to the file instead: remove the exclamation mark before the bracket."};

constexpr std::array<NoImage, 19> no_images{{
    {".heic", {"HEIC", "HEIC"}, save_as_jpeg},
    {".heif", {"HEIF", "HEIF"}, save_as_jpeg},
    {".tif", {"TIFF", "TIFF"}, save_as_jpeg},
    {".tiff", {"TIFF", "TIFF"}, save_as_jpeg},
    {".psd", {"PSD", "PSD"}, save_as_jpeg},
    {".dng", {"DNG", "DNG"}, save_as_jpeg},
    {".emf", {"EMF", "EMF"}, save_as_jpeg},
    {".wmf", {"WMF", "WMF"}, save_as_jpeg},
    {".eps", {"EPS", "EPS"}, save_as_jpeg},
    {".mp4", {"en film", "a film"}, link_to_it},
    {".mov", {"en film", "a film"}, link_to_it},
    {".webm", {"en film", "a film"}, link_to_it},
    {".mp3", {"ljud", "sound"}, link_to_it},
    {".m4a", {"ljud", "sound"}, link_to_it},
    {".wav", {"ljud", "sound"}, link_to_it},
    {".pdf", {"en PDF", "a PDF"}, link_to_it},
    {".docx", {"ett dokument", "a document"}, link_to_it},
    {".pptx", {"ett dokument", "a document"}, link_to_it},
    {".xlsx", {"ett dokument", "a document"}, link_to_it},
}};

}  // namespace

void check_image_kinds(const PageText& page, std::vector<Diagnostic>& found) {
  for (const Slot& slot : page.document.slots) {
    if (slot.kind != SlotKind::image || found.size() >= most_findings) continue;
    const std::string target = to_lower(slot.target);
    const auto kind = std::ranges::find_if(no_images, [&](const NoImage& one) { return target.ends_with(one.ending); });
    if (kind != no_images.end())
      found.push_back(found_at(page, code::L8(kind->what, kind->cure), slot.line, slot.target));
  }
}

void check_image_texts(const PageText& page, std::vector<Diagnostic>& found) {
  for (const Slot& slot : page.document.slots) {
    if (slot.kind != SlotKind::image || found.size() >= most_findings) continue;
    const std::string_view text = trim(slot.text);
    if (text.empty()) continue;
    if (is_file_name(text, slot.target)) {
      found.push_back(found_at(page, code::S36(text), slot.line, text));
    } else if (const std::size_t length = code_point_count(text); length > longest_description) {
      found.push_back(found_at(page, code::S37(length), slot.line, {}));
    }
  }
}

namespace {

// A library's door: open to those with an account there.
constexpr std::array<std::string_view, 6> proxies{"login?url=", "login?qurl=", "ezproxy",
                                                  "bibproxy",   "libproxy",    ".proxy.ub."};

// Copies put up by somebody else than who made the work.
constexpr std::array<std::string_view, 14> copy_places{
    "sci-hub.", "libgen.",  "z-lib.",      "zlibrary.",     "z-library.", "annas-archive.", "pdfdrive.",
    "epdf.",    "vdoc.pub", "dokumen.pub", "pdfcoffee.com", "docplayer.", "scribd.com",     "studylib."};

std::string name_of_host(std::string_view address) {
  const std::string host = host_of(address);
  return host.starts_with("www.") ? host.substr(4) : host;
}

bool is_copy_place(const std::string& host) {
  return std::any_of(copy_places.begin(), copy_places.end(), [&](std::string_view place) {
    return host.starts_with(place) || host.find("." + std::string(place)) != host.npos;
  });
}

bool goes_through_proxy(std::string_view address) {
  return std::any_of(proxies.begin(), proxies.end(),
                     [&](std::string_view mark) { return address.find(mark) != address.npos; });
}

}  // namespace

void check_link_rights(const PageText& page, std::vector<Diagnostic>& found) {
  for (const Slot& slot : page.document.slots) {
    if (slot.kind != SlotKind::link || found.size() >= most_findings) continue;
    const std::string host = name_of_host(slot.target);
    if (host.empty()) continue;
    if (goes_through_proxy(slot.target)) {
      found.push_back(found_at(page, code::U5(host), slot.line, host));
    } else if (is_copy_place(host)) {
      found.push_back(found_at(page, code::U6(host), slot.line, host));
    }
  }
}

}  // namespace traff
