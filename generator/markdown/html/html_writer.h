// The growing output of the tree walk: HTML, plain words, the open blocks and the slots.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/document/document.h"

namespace traff {

class HtmlWriter {
 public:
  HtmlWriter(ParsedDocument& parsed, Language words_language) : language(words_language), parsed_(parsed) {}

  void raw(std::string_view html) { html_() += html; }
  void escaped(std::string_view text);

  // A line end, unless the output is at the start of a line.
  void fresh_line();

  // Words gathered until the next tag, so that marks and mentions can be seen whole.
  void add_to_run(std::string_view text) { run_ += text; }
  void end_run();

  // Verbatim words (code): shown and searched as they are.
  void verbatim(std::string_view text);

  void open_block(BlockKind kind, std::string_view tag, std::uint32_t line, std::uint8_t level = 0);
  void close_block(std::string_view tag);
  Block& innermost() { return parsed_.body.blocks[open_.back()]; }
  bool has_open_block() const { return !open_.empty(); }

  // A slot at the present end of the HTML; `end` is set to the same place. Returns its index.
  std::size_t add_slot(SlotKind kind, std::string target, std::string text = {});
  Slot& slot(std::size_t index) { return parsed_.document.slots[index]; }
  void end_slot(std::size_t index) { slot(index).end = html_size(); }

  std::uint32_t html_size() const { return static_cast<std::uint32_t>(parsed_.body.html.size()); }
  std::string_view words_since(std::uint32_t begin) const { return std::string_view(parsed_.body.text).substr(begin); }
  std::uint32_t text_size() const { return static_cast<std::uint32_t>(parsed_.body.text.size()); }

  Language language;  // of the words written now
  bool mentions_allowed = true;

 private:
  std::string_view write_to_last_blank(std::string_view words);
  std::string& html_() { return parsed_.body.html; }

  ParsedDocument& parsed_;
  std::string run_;
  std::vector<std::uint32_t> open_;
};

// Words that name another page of the network and become links by themselves: "Träff 2", "Redovisning B".

struct Mention {
  SlotKind kind = SlotKind::meeting_mention;
  std::size_t begin = 0;  // bytes into the text
  std::size_t end = 0;
  std::string target;  // "2", "B"
};

// In order, without overlaps. Linear.
std::vector<Mention> find_mentions(std::string_view text);

}  // namespace traff
