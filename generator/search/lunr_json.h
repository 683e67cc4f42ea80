// The index file, byte for byte as JSON.stringify(index) of lunr.js writes it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "search/lunr_index.h"

namespace traff {

// Takes the file piece by piece.
using TextSink = std::function<void(std::string_view)>;

// What stands before the first vector and after the last term.
std::string lunr_json_start(const LunrIndex& index);
std::string lunr_json_end(const LunrIndex& index);

// Never holds more than a few pieces of the file. Cost: linear in the file's size, but for sorting the terms.
void write_lunr_json(const LunrIndex& index, unsigned jobs, const TextSink& sink);

// A text as a classic script, which a page opened from disk can load where it may fetch nothing. The script only keeps
// the text, under `traffSearch.<name>`, or hands it on: whoever wants it parses it, in a worker if it is large.

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
