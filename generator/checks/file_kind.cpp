#include "checks/file_kind.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

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

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

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

FileKind kind_of(std::string_view address) {
  if (!active_ending(address).empty()) return FileKind::active;
  const std::vector<std::string> endings = endings_of(address);
  const std::string_view last = endings.empty() ? std::string_view() : endings.back();
  if (last == "svg") return FileKind::picture;
  if (is_among(last, xml_endings)) return FileKind::xml;
  return is_among(last, passive_endings) ? FileKind::passive : FileKind::unknown;
}

}  // namespace traff
