// Files beside the pages that a browser would run, not only show, when a reader opens them: with the site's own rights,
// and out of reach of the pages' rules. They are left out of the site.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace traff {

// What makes it active, and what that does, in words.
struct ActivePart {
  std::size_t line = 0;
  Words what;
};

// Of an SVG picture: elements, links and styles that are known to do nothing pass, all others count. Of other XML: what
// could be shown as a page or a picture. Of a file with an ending that says nothing: the same, when it begins as a page
// or XML does. Cost: linear.
std::optional<ActivePart> active_part(std::string_view address, std::string_view bytes);

// What browsers and servers take a file beside the pages for, by its address alone.

enum class FileKind : std::uint8_t {
  passive,  // shown or saved, whatever is in it
  active,   // .html, .js …: run by a browser or a server
  picture,  // .svg
  xml,      // .xml, .kml …
  unknown,  // a browser guesses, by what is in it
};

FileKind kind_of(std::string_view address);

// What in its name makes it active: ".html" in a.html and in a.html.sv, which some servers send alike. Empty when
// nothing does.
std::string active_ending(std::string_view address);

// A page by its name that has nothing in it but words.
bool is_plain_page(std::string_view address, std::string_view bytes);

// The addresses and the CSS in a picture, read as a browser reads them: whether they fetch anything from elsewhere.
// What is not certain counts as if it did.

// Without spaces and line ends, and with small letters.
std::string plain_address(std::string_view address);

// Of a plain address: in the file itself or a neighbour.
bool is_at_home(std::string_view address);

// Of a style sheet, or of an attribute that may hold style. Cost: linear, whatever the text.
bool is_still_style(std::string_view style);

}  // namespace traff
