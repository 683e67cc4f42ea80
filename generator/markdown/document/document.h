// What one Markdown file says, and nothing that depends on any other file: the cacheable result of the
// parse stage. The HTML is finished but for its slots, which are filled when a page is made and other
// files are known (addresses of links, "Träff 2", the programme table, interface words).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "markdown/front/fields.h"

namespace traff {

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
  bool operator==(const Range&) const = default;
};

enum class BlockKind : std::uint8_t {
  heading,
  paragraph,
  list,
  item,
  table,
  row,
  cell,
  quote,
  code,
  rule,
  box,
  footnotes,
  footnote,
  figure,  // a picture with its caption
};

inline constexpr std::uint32_t no_block = 0xFFFFFFFF;

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  // of a heading as shown (2 … 6); 1 for a header row; 0 otherwise
  std::uint32_t line = 0;  // in the author's file, 1-based
  std::uint32_t parent = no_block;
  Range html;   // the whole element in DocumentBody::html
  Range inner;  // its content, without the element's own tags
  Range text;   // its plain words in DocumentBody::text
  bool operator==(const Block&) const = default;
};

struct Heading {
  std::uint32_t block = 0;  // index of its Block in DocumentBody::blocks
  std::uint8_t level = 2;   // as shown
  std::string id;           // unique in the document
  std::string text;
  Range html;                     // the whole element in DocumentBody::html
  std::uint32_t inner_begin = 0;  // where its content begins, after the opening tag
  Range section;                  // HTML of what stands under it, until the next heading of the same or a higher level
  bool operator==(const Heading&) const = default;
};

enum class SlotKind : std::uint8_t {
  link,                // target: as written; inserts ` href="…"` at begin, a note after the link at end
  image,               // target, text: the alternative text, title; inserts the whole element
  meeting_mention,     // target: the number; a link around begin … end when the network has that träff
  assignment_mention,  // target: the letter
  footnote,            // target: the number, text: how many times before; inserts the reference's href and id
  programme,           // the table of `::: program`
  agenda_list,         // begin: within the start tag of a programme's list
  agenda_start,        // a point's written start; target: "09:20", text: its end when none is written, title: not empty
                       // when an agenda_end follows
  agenda_end,          // its written end; target: "10:00"
  phrase,              // target: id of an interface string, text: its {n}
  citation,            // target: citation_target, text: what messages call it, title: the words they point at
  process,             // the träffar as the steps of `::: process`
};

struct Slot {
  SlotKind kind = SlotKind::link;
  std::uint32_t begin = 0;  // byte offset in DocumentBody::html; slots are sorted by it
  std::uint32_t end = 0;    // where what follows is inserted, ≥ begin
  std::string target;
  std::string text;
  std::string title;       // of an image
  std::uint32_t line = 0;  // place for messages, as in Place
  std::uint32_t column = 0;
  std::uint32_t length = 0;
  bool operator==(const Slot&) const = default;
};

// Kept for every file during the whole build.
struct Document {
  std::string path;
  ContentId id;              // of the source bytes
  FrontMatter front_matter;  // fact lines included, after the fields of the `---` block
  std::string title;         // key, first `#`, first short line, or the file name made readable
  std::uint32_t title_line = 0;
  std::vector<Heading> headings;
  std::vector<Slot> slots;
  std::vector<Diagnostic> diagnostics;
  bool refused = false;  // the file could not be read as text: the page is a notice
  std::uint32_t html_size = 0;
};

// The bulk: read when a page is made, then dropped.
struct DocumentBody {
  std::string html;
  std::string text;           // plain words, one block a line
  std::vector<Block> blocks;  // in document order, parents before children
  std::vector<Range> struck;  // of `text`, what is struck out, in order

  std::string_view text_of(const Block& block) const {
    return std::string_view(text).substr(block.text.begin, block.text.size());
  }

  // With ~~ around what is struck out, as the author wrote it.
  std::string marked_text_of(const Block& block) const;

  // The blocks under a heading, as Heading::section: [begin, end).
  Range section_blocks(const Heading& heading) const;
};

struct ParsedDocument {
  Document document;
  DocumentBody body;
};

// The address of one slide of a presentation: "bild-7".

std::string slide_id(std::uint32_t number);

// 7 for "bild-7", 0 for anything else.
std::uint32_t slide_number(std::string_view id);

// Whether a heading's id is a slide's, or becomes one when it is numbered because it is taken.
bool may_be_slide_id(std::string_view id);

// Where the value of a key stands; the path alone when the page has none.
Place place_of(const Document& document, Key key);

// At the value of a field; the report looks up the author's line.
Diagnostic at_value(Message message, const Document& document, const Field& field);

// A Document as bytes and back, for the parse cache.
// The format has no version of its own; the cache is keyed by the program that wrote it.

std::string head_bytes(const Document& document);

// Nothing when the bytes are not what head_bytes gives. `path` is not stored: one text may stand at many paths.
std::optional<Document> parse_head(std::string_view bytes);

// Of what other networks may see of a document: where it is, what it is called, what it says in its front matter, which
// headings it has.
ContentId outline_id(const Document& document);

}  // namespace traff
