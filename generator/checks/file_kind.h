// What browsers and servers take a file beside the pages for, by its address alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace traff {

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

}  // namespace traff
