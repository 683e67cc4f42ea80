// What the checks of one page look at: its words as readers see them, and its lines as the author wrote them.
// Stands between parse and assemble: depends on the file, its path and the site's language alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/text.h"
#include "course/model/course.h"
#include "markdown/document/document.h"
#include "markdown/lines/author_text.h"

namespace traff {

// What is said of one page at most, and looked up in its lines. Whoever has more mends these and looks again.
inline constexpr std::size_t most_findings = 200;

// All of it must outlive this.
struct PageText {
  const Document& document;
  const DocumentBody& body;
  const AuthorText& author;
  std::string_view source;  // the whole file
  PageKind kind = PageKind::page;
  Language language = Language::sv;  // of the page
};

// A diagnostic at `words`, looked for from `line` on to the end of that paragraph; at `line` when they are not found.
Diagnostic found_at(const PageText& page, Message message, std::uint32_t line, std::string_view words);

// The words of a block, without white space around them.
std::string_view words_of(const PageText& page, const Block& block);

// Letters and digits of ASCII, and the first byte of a letter from À on.
inline bool is_word_byte(char byte) { return is_ascii_alphanumeric(byte) || static_cast<unsigned char>(byte) >= 0xC3; }

// Blocks that hold words of their own: a paragraph, a heading, a table's cell.
bool is_leaf(const Block& block);

// What stands in `code` is as it should be.
bool holds_code(const PageText& page, const Block& block);

bool is_one_line(std::string_view words);

// The first `most` words, or the last, with no line end between.
std::string first_words(std::string_view text, std::size_t most);
std::string last_words(std::string_view text, std::size_t most);

std::size_t word_count(std::string_view text);

// The code point that ends just before `end`; 0 when there is none.
char32_t code_point_before(std::string_view text, std::size_t end);

// Whether a sentence may go on after the last word: it ends with a letter, a comma or a hyphen.
bool ends_openly(std::string_view words);

bool begins_in_lower_case(std::string_view words);

// The heading that stands last above the line; nothing before the first.
const Heading* heading_above(const PageText& page, std::uint32_t line);

}  // namespace traff
