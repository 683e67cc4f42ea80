#include "checks/files/active_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "base/messages/phrases.h"
#include "base/text.h"
#include "base/unicode.h"
#include "checks/files/xml_scan.h"

namespace traff {

namespace {

// With these a browser takes a file for a page when the server does not say what it is.
constexpr auto page_elements = std::to_array<std::string_view>(
    {"a",       "applet", "b",    "base", "body", "br",     "center", "div",   "font", "form",   "frameset",
     "h1",      "h2",     "h3",   "h4",   "h5",   "h6",     "head",   "html",  "i",    "iframe", "img",
     "isindex", "link",   "meta", "p",    "pre",  "script", "style",  "table", "title"});

// A browser gives elements a meaning in these alone.
constexpr auto living_namespaces = std::to_array<std::string_view>(
    {"http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"});

constexpr auto known_encodings = std::to_array<std::string_view>(
    {"ascii", "iso-8859-1", "iso-8859-15", "us-ascii", "utf-8", "utf8", "windows-1252"});

// Elements that draw, describe or set text: of SVG, and of the HTML that drawing programs put in a <foreignObject>.
constexpr std::string_view still_elements =
    " a altGlyph animate animateColor animateMotion animateTransform b br circle clipPath color-profile "
    "cursor defs desc discard div ellipse em feBlend feColorMatrix feComponentTransfer feComposite "
    "feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA "
    "feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence filter flowDiv flowPara flowRegion flowRoot flowSpan "
    "font font-face font-face-format font-face-name font-face-src font-face-uri foreignObject g glyph "
    "glyphRef h1 h2 h3 h4 h5 h6 hatch hatchpath hkern hr i image li line linearGradient marker mask mesh "
    "meshgradient meshpatch meshrow metadata missing-glyph mpath ol p path pattern polygon polyline pre "
    "radialGradient rect s set small solidcolor span stop strong style sub sup svg switch symbol table tbody "
    "td text textPath th thead title tr tref tspan u ul unknown use view vkern center code dd dl dt kbd q "
    "tfoot wbr blockquote caption col colgroup del img ins mark section strike flowRegionExclude ";

// Of all others, those that are told as what they are.
constexpr auto running_elements =
    std::to_array<std::string_view>({"embed", "form", "handler", "iframe", "object", "script"});

constexpr auto fetching_attributes = std::to_array<std::string_view>(
    {"action", "attributionsrc", "background", "base", "data", "formaction", "ping", "poster", "srcdoc", "srcset"});
constexpr auto free_texts = std::to_array<std::string_view>({"alt", "class", "content", "id", "summary", "title"});
constexpr auto changed_values = std::to_array<std::string_view>({"by", "from", "to", "values"});

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_still_element(std::string_view name) {
  return still_elements.find(" " + std::string(name) + " ") != std::string_view::npos;
}

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }  // npos + 1 is 0

bool may_lead_to(std::string_view address) {
  return is_at_home(address) || address.starts_with("https:") || address.starts_with("http:") ||
         address.starts_with("mailto:") || address.starts_with("tel:");
}

bool is_free_text(std::string_view name) {
  return name.find(':') != std::string_view::npos || name.starts_with("aria-") || name.starts_with("data-") ||
         is_among(name, free_texts);
}

// A picture in a picture does nothing but show itself.
bool is_still_link(std::string_view element, std::string_view address) {
  if (element == "a") return may_lead_to(address);
  const bool shows = element == "image" || element == "feImage";
  return is_at_home(address) || (shows && address.starts_with("data:image/svg+xml"));
}

// Of what stands in the file, as much as a message can hold: readable signs on one line.
std::string shown(std::string_view text) {
  constexpr std::size_t most = 40;
  std::string words;
  for (std::size_t at = 0, count = 0; at < text.size() && count < most; at += code_point_size(text, at), ++count) {
    const char32_t sign = code_point_at(text, at);
    const bool is_readable = (sign > ' ' && sign < 0x7F) || is_letter(sign);
    append_code_point(words, is_readable ? sign : U'?');
  }
  return words;
}

enum class Effect : std::uint8_t { runs, fetches, unclear };

ActivePart active(std::size_t line, Effect effect, const Words& what) {
  switch (effect) {
    case Effect::runs: return {line, what + phrase::which_can_run};
    case Effect::fetches: return {line, what + phrase::which_can_fetch};
    case Effect::unclear: break;
  }
  return {line, what + phrase::so_uncertain};
}

// Of a link that does not pass.
Effect effect_of_link(std::string_view address) {
  const auto begins = [&](std::string_view scheme) { return address.starts_with(scheme); };
  if (begins("javascript:") || begins("vbscript:") || begins("data:text/")) return Effect::runs;
  return begins("//") || begins("http:") || begins("https:") ? Effect::fetches : Effect::unclear;
}

// From the first sign on, when that is one of HTML or XML, in whatever encoding.
std::string_view markup_in(std::string_view bytes) {
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE"}) {
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  }
  while (!bytes.empty() && static_cast<unsigned char>(bytes.front()) <= ' ') bytes.remove_prefix(1);
  return bytes.starts_with('<') ? bytes : std::string_view();
}

// As browsers guess; all that is neither XML's own beginning nor an element could be one.
bool is_page(std::string_view markup) {
  markup.remove_prefix(1);
  if (markup.starts_with("?xml") && markup.size() > 4 && is_space(markup[4])) return false;
  std::size_t size = 0;
  while (size < markup.size() && (is_ascii_letter(markup[size]) || is_digit(markup[size]))) ++size;
  return (size == 0 && !markup.starts_with('\0')) || is_among(to_lower(markup.substr(0, size)), page_elements);
}

class ActivityFinder {
 public:
  ActivityFinder(std::string_view bytes, bool is_picture) : bytes_(bytes), is_picture_(is_picture) {}

  std::optional<ActivePart> run() {
    const std::size_t stop = is_plain_text() ? scan_xml(bytes_, listener(), at_) : 0;
    at_ = std::min(stop, bytes_.size());
    if (stop != std::string_view::npos) add(at_, Effect::unclear, phrase::not_understood);
    for (const auto& [at, style] : styles_) {
      if (!is_still_style(style)) add(at, Effect::fetches, "<style>");
    }
    for (const auto& [prefix, found] : prefixed_) {
      if (living_prefixes_.contains(prefix)) add_element(found.first, found.second);
    }
    return std::move(first_);
  }

 private:
  bool is_plain_text() const {
    return bytes_.find('\0') == std::string_view::npos && !bytes_.starts_with('\xFE') && !bytes_.starts_with('\xFF');
  }

  XmlListener listener() {
    return {[this](const XmlElement& element) { take(element); },
            [this](std::string_view element, std::string_view text) {
              if (is_picture_ && local_name(element) == "style") styles_.back().second += text;
            },
            [this](std::string_view target, std::string_view data) { take_instruction(target, data); }};
  }

  void take_instruction(std::string_view target, std::string_view data) {
    const std::string lower = to_lower(target);
    if (lower != "xml") {
      if (lower.starts_with("xml")) add(at_, Effect::runs, "<?" + shown(target) + "?>");
      return;
    }
    const std::string said = to_lower(data);
    const std::size_t begin = said.find_first_of("\"'", said.find("encoding"));
    if (said.find("encoding") == std::string::npos || begin == std::string::npos) return;
    const std::string encoding = said.substr(begin + 1, said.find(said[begin], begin + 1) - begin - 1);
    if (!is_among(encoding, known_encodings))
      add(at_, Effect::unclear, Words("tecken i kodningen ", "characters in the encoding ") + shown(encoding));
  }

  void take(const XmlElement& element) {
    const std::string_view prefix = prefix_of(element.name);
    for (const XmlAttribute& attribute : element.attributes) {
      const bool names_space = attribute.name == "xmlns" || attribute.name.starts_with("xmlns:");
      if (names_space && is_among(attribute.value, living_namespaces))
        take_namespace(attribute);
      else if (!names_space && is_picture_)
        take_attribute(local_name(element.name), attribute);
    }
    if (!is_picture_) return;
    if (local_name(element.name) == "style") styles_.emplace_back(at_, std::string());
    if (local_name(element.parent) == "style") add(at_, Effect::unclear, "<style>");
    if (is_still_element(local_name(element.name))) return;
    const bool is_dead = !element.default_space.empty() && !is_among(element.default_space, living_namespaces);
    if (prefix.empty() && !is_dead) add_element(at_, element.name);
    if (!prefix.empty()) prefixed_.emplace(prefix, std::pair(at_, element.name));
  }

  void take_namespace(const XmlAttribute& attribute) {
    if (!is_picture_) return add(at_, Effect::runs, phrase::page_or_picture);
    if (attribute.name != "xmlns") living_prefixes_.insert(local_name(attribute.name));
  }

  void take_attribute(std::string_view element, const XmlAttribute& attribute) {
    const std::string name = to_lower(local_name(attribute.name));
    const std::string address = plain_address(attribute.value);
    const bool is_event =
        name.starts_with("on") ||
        (name == "attributename" && (local_name(address) == "href" || local_name(address).starts_with("on")));
    const bool runs = is_among(name, changed_values) && (address.find("javascript:") != std::string::npos ||
                                                         address.find("vbscript:") != std::string::npos);
    if (is_event || runs) return add(at_, Effect::runs, shown(attribute.name) + "=");
    if (is_among(name, fetching_attributes)) return add(at_, Effect::fetches, shown(attribute.name) + "=");
    if (name == "href" || name == "src") {
      if (!is_still_link(element, address))
        add(at_, effect_of_link(address), Words("länken ", "the link ") + shown(attribute.value));
      return;
    }
    const bool may_be_style = (name == "style" || attribute.value.find_first_of("(\\") != std::string::npos) &&
                              !is_free_text(to_lower(attribute.name));
    if (may_be_style && !is_still_style(attribute.value)) add(at_, Effect::fetches, shown(attribute.name) + "=");
  }

  void add_element(std::size_t at, std::string_view name) {
    const bool runs = is_among(to_lower(local_name(name)), running_elements);
    add(at, runs ? Effect::runs : Effect::unclear, "<" + shown(name) + ">");
  }

  void add(std::size_t at, Effect effect, const Words& what) {
    if (!first_) first_ = active(line_at(at), effect, what);
  }

  std::size_t line_at(std::size_t at) const {
    return static_cast<std::size_t>(std::ranges::count(bytes_.substr(0, at), '\n')) + 1;
  }

  std::string_view bytes_;
  bool is_picture_;
  std::size_t at_ = 0;
  std::optional<ActivePart> first_;
  std::vector<std::pair<std::size_t, std::string>> styles_;  // of each <style>, its pieces put together
  std::set<std::string_view> living_prefixes_;
  std::map<std::string_view, std::pair<std::size_t, std::string_view>>
      prefixed_;  // the first unknown element of each prefix
};

}  // namespace

std::optional<ActivePart> active_part(std::string_view address, std::string_view bytes) {
  const FileKind kind = kind_of(address);
  if (kind == FileKind::unknown) {
    const std::string_view markup = markup_in(bytes);
    if (markup.empty()) return std::nullopt;
    if (is_page(markup)) return active(1, Effect::runs, phrase::page_or_picture);
  }
  return ActivityFinder(bytes, kind == FileKind::picture).run();
}

namespace {

constexpr auto active_endings = std::to_array<std::string_view>(
    {"asa", "ashx", "asmx", "asp",   "aspx", "axd",  "cfm",  "hta", "htc",  "htm", "html", "hxt",  "js",
     "jsp", "jspx", "mht",  "mhtml", "mjs",  "phps", "shtm", "stm", "svgz", "xht", "xhtm", "xhtml"});
// Servers run these wherever they stand in a name.
constexpr auto server_endings = std::to_array<std::string_view>(
    {"cgi", "fcgi", "phar", "php", "php3", "php4", "php5", "php7", "php8", "pht", "phtml", "shtml"});
constexpr auto xml_endings =
    std::to_array<std::string_view>({"atom", "gpx", "kml", "mml", "opml", "rdf", "rss", "xml", "xsd", "xsl", "xslt"});

// Every server says what these are, and a browser shows or saves them.
constexpr auto passive_endings = std::to_array<std::string_view>(
    {"7z",   "aac",  "avi",  "bmp", "css", "csv",  "doc",  "docm", "docx",  "dotx", "epub", "flac", "gif", "ico", "ics",
     "jpeg", "jpg",  "json", "m4a", "m4v", "mid",  "mov",  "mp3",  "mp4",   "mpeg", "mpg",  "odg",  "odp", "ods", "odt",
     "oga",  "ogg",  "ogv",  "otf", "pdf", "png",  "potx", "pps",  "ppsx",  "ppt",  "pptx", "ps",   "rar", "rtf", "tar",
     "tif",  "tiff", "ttf",  "txt", "wav", "webm", "webp", "woff", "woff2", "xls",  "xlsm", "xlsx", "zip"});

// a.html.sv has two.
std::vector<std::string> endings_of(std::string_view address) {
  const std::string name = to_lower(address.substr(address.rfind('/') + 1));  // npos + 1 is 0
  const std::vector<std::string_view> parts = split(name, '.');
  return {parts.begin() + 1, parts.end()};
}

}  // namespace

std::string active_ending(std::string_view address) {
  const std::vector<std::string> endings = endings_of(address);
  const bool is_passive = !endings.empty() && is_among(endings.back(), passive_endings);
  for (const std::string& ending : endings) {
    const bool is_inner_picture = ending == "svg" && &ending != &endings.back();
    const bool counts = !is_passive && (is_inner_picture || is_among(ending, active_endings));
    if (counts || is_among(ending, server_endings)) return "." + ending;
  }
  return {};
}

bool is_plain_page(std::string_view address, std::string_view bytes) {
  const std::string ending = active_ending(address);
  return (ending == ".html" || ending == ".htm") && address.ends_with(ending) &&
         bytes.find('<') == std::string_view::npos;
}

FileKind kind_of(std::string_view address) {
  if (!active_ending(address).empty()) return FileKind::active;
  const std::vector<std::string> endings = endings_of(address);
  const std::string_view last = endings.empty() ? std::string_view() : endings.back();
  if (last == "svg") return FileKind::picture;
  if (is_among(last, xml_endings)) return FileKind::xml;
  return is_among(last, passive_endings) ? FileKind::passive : FileKind::unknown;
}

namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool is_among(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

bool is_embedded(std::string_view address) {
  constexpr auto kinds = std::to_array<std::string_view>(
      {"data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp", "data:image/bmp",
       "data:image/avif", "data:font/", "data:application/font", "data:application/x-font",
       "data:application/vnd.ms-fontobject", "data:application/octet-stream"});
  return std::ranges::any_of(kinds, [&](std::string_view kind) { return address.starts_with(kind); });
}

class StyleReader {
 public:
  explicit StyleReader(std::string_view style) : rest_(style) {}

  bool run() {
    while (!rest_.empty()) {
      if (!read_piece()) return false;
    }
    return has_still_words();
  }

 private:
  bool read_piece() {
    if (rest_.starts_with("/*")) return pass_comment();
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == '\\') return pass_escape();
    words_ += small(c);
    if (is_among(c, "\"'")) return pass_string(c);
    return !words_.ends_with("url(") || pass_address();
  }

  bool pass_comment() {
    const std::size_t end = rest_.find("*/", 2);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 2);
    words_ += ' ';
    return true;
  }

  // A backslash can hide any letter of a word from us, but no letter is hidden by one before a sign.
  bool pass_escape() {
    if (rest_.empty() || !is_among(rest_.front(), "!\"#$%&'()*+,./:;<=>?@[]^`{|}~")) return false;
    rest_.remove_prefix(1);
    words_ += '\\';
    return true;
  }

  bool pass_string(char quote) {
    while (!rest_.empty() && rest_.front() != quote) {
      if (is_among(rest_.front(), "\n\r\f")) return false;
      rest_.remove_prefix(rest_.front() == '\\' ? std::min<std::size_t>(rest_.size(), 2) : 1);
    }
    if (!rest_.empty()) rest_.remove_prefix(1);
    return true;
  }

  bool pass_address() {
    // After other signs these letters are the end of another word, and what follows is no address.
    const bool is_word = words_.size() == 4 || is_among(words_[words_.size() - 5], " \t\n\r\f:;,(){}/\"'");
    if (!is_word) return false;
    while (!rest_.empty() && is_among(rest_.front(), " \t\n\r\f")) rest_.remove_prefix(1);
    const bool is_quoted = !rest_.empty() && is_among(rest_.front(), "\"'");
    const char end = is_quoted ? rest_.front() : ')';
    if (is_quoted) rest_.remove_prefix(1);
    const std::string_view address = rest_.substr(0, rest_.find(end));
    rest_.remove_prefix(std::min(address.size() + 1, rest_.size()));
    return is_at_home(plain_address(address));
  }

  // behavior: is Internet Explorer's, scroll-behavior: is everyone's.
  bool has_still_words() const {
    for (const std::string_view word : {"@import", "image(", "image-set(", "src(", "expression(", "-moz-binding"}) {
      if (words_.find(word) != std::string::npos) return false;
    }
    for (std::size_t at = 0; (at = words_.find("behavior:", at)) != std::string::npos; ++at) {
      if (at == 0 || words_[at - 1] != '-') return false;
    }
    return true;
  }

  std::string_view rest_;
  std::string words_;  // what is neither comment, string nor address
};

}  // namespace

std::string plain_address(std::string_view address) {
  std::string plain;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) > ' ') plain += small(c);
  }
  return plain;
}

bool is_at_home(std::string_view address) {
  if (is_embedded(address)) return true;
  if (address.starts_with("//") || address.find('\\') != std::string_view::npos) return false;
  return address.substr(0, address.find_first_of("/?#")).find(':') == std::string_view::npos;
}

bool is_still_style(std::string_view style) { return StyleReader(style).run(); }

}  // namespace traff
