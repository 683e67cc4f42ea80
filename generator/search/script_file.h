// A text as a classic script, which a page opened from disk can load where it may fetch nothing. The script only keeps
// the text, under `traffSearch.<name>`, or hands it on: whoever wants it parses it, in a worker if it is large.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "search/lunr_json.h"

namespace traff {

class ScriptFile {
 public:
  // `name` is a property's name; `sink` must outlive this.
  ScriptFile(std::string_view name, const TextSink& sink);

  // Whole characters at a time.
  void write(std::string_view text);
  void finish();

 private:
  const TextSink& sink_;
};

// The whole script of a text: `traffSearch.<name>='…';`
std::string script_of(std::string_view name, std::string_view text);

// `traffSearch.part("<name>",<number>,'…');` for one of many parts; the page defines the function before it loads them.
std::string script_of_part(std::string_view name, std::size_t number, std::string_view text);

}  // namespace traff
