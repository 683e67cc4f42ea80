#include "markdown/html_writer.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "markdown/mention.h"
#include "markdown/typography.h"

namespace traff {

namespace {

// What a run may need, told by one look at each of its bytes; most runs need little.
enum Need : unsigned char { typesetting = 1, escaping = 2, dropping_of_soft_hyphens = 4, blanks = 8 };

constexpr std::array<unsigned char, 256> make_needs() {
  std::array<unsigned char, 256> needs{};
  for (const char c : std::string_view("-\xE2")) needs[static_cast<unsigned char>(c)] = typesetting;
  for (const char c : std::string_view("&<>\"")) needs[static_cast<unsigned char>(c)] = escaping;
  needs[0xC2] = dropping_of_soft_hyphens;
  needs['_'] = blanks;
  return needs;
}

unsigned needs_of(std::string_view run) {
  static constexpr std::array<unsigned char, 256> needs = make_needs();
  unsigned found = 0;
  for (const char c : run) found |= needs[static_cast<unsigned char>(c)];
  return found;
}

constexpr std::string_view least_blank = "____";

}  // namespace

void HtmlWriter::escaped(std::string_view text) { append_html_escaped(html_(), text); }

void HtmlWriter::fresh_line() {
  end_run();
  if (!html_().empty() && html_().back() != '\n') html_() += '\n';
}

void HtmlWriter::end_run() {
  if (run_.empty()) return;
  const unsigned needs = needs_of(run_);
  if (needs & typesetting) typeset_in_place(run_, language);
  const auto write = [&](std::string_view words) {
    if (needs & blanks) words = write_to_last_blank(words);
    needs& escaping ? escaped(words) : raw(words);
  };
  std::size_t written = 0;
  if (mentions_allowed) {
    for (Mention& mention : find_mentions(run_)) {
      write(std::string_view(run_).substr(written, mention.begin - written));
      const std::size_t index = add_slot(mention.kind, std::move(mention.target));
      write(std::string_view(run_).substr(mention.begin, mention.end - mention.begin));
      end_slot(index);
      written = mention.end;
    }
  }
  write(std::string_view(run_).substr(written));
  if (needs & dropping_of_soft_hyphens) run_ = without_soft_hyphens(run_);
  parsed_.body.text += run_;
  run_.clear();
}

// "Datum: ____" is a place to write on paper. Returns the words after the last one.
std::string_view HtmlWriter::write_to_last_blank(std::string_view words) {
  for (std::size_t at; (at = words.find(least_blank)) != std::string_view::npos;) {
    const std::size_t end = std::min(words.find_first_not_of('_', at), words.size());
    escaped(words.substr(0, at));
    raw("<span class=\"blank\">");
    raw(words.substr(at, end - at));
    raw("</span>");
    words.remove_prefix(end);
  }
  return words;
}

void HtmlWriter::verbatim(std::string_view text) {
  end_run();
  escaped(text);
  parsed_.body.text += text;
}

void HtmlWriter::open_block(BlockKind kind, std::string_view tag, std::uint32_t line, std::uint8_t level) {
  end_run();
  Block block;
  block.kind = kind;
  block.level = level;
  block.line = line;
  block.parent = open_.empty() ? no_block : open_.back();
  block.html.begin = html_size();
  raw(tag);
  block.inner.begin = html_size();
  block.text.begin = text_size();
  open_.push_back(static_cast<std::uint32_t>(parsed_.body.blocks.size()));
  parsed_.body.blocks.push_back(block);
}

void HtmlWriter::close_block(std::string_view tag) {
  end_run();
  Block& block = innermost();
  block.inner.end = html_size();
  block.text.end = text_size();
  raw(tag);
  block.html.end = html_size();
  std::string& text = parsed_.body.text;
  if (!text.empty() && text.back() != '\n') text += '\n';
  open_.pop_back();
}

std::size_t HtmlWriter::add_slot(SlotKind kind, std::string target, std::string text) {
  Slot made;
  made.kind = kind;
  made.begin = html_size();
  made.end = made.begin;
  made.target = std::move(target);
  made.text = std::move(text);
  parsed_.document.slots.push_back(std::move(made));
  return parsed_.document.slots.size() - 1;
}

}  // namespace traff
