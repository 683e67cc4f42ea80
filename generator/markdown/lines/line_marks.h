// What the beginning of a line says to a Markdown parser. Each function looks at a line, or at the rest of one
// after its container's marks, and costs at most its length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace traff {

struct WhiteSpace {
  std::size_t bytes = 0;
  std::size_t columns = 0;
};

// Spaces and tabs at the beginning of `text`, which begins in `column`; a tab goes to the next multiple of four.
WhiteSpace leading_space(std::string_view text, std::size_t column = 0);

// `text` without spaces and tabs at its end.
std::string_view trim_end(std::string_view text);

struct ListMarker {
  std::size_t size = 0;      // bytes, and columns
  char delimiter = '-';      // - * + or the . ) after a number
  std::uint32_t number = 0;  // of an ordered list
  bool is_ordered() const { return delimiter == '.' || delimiter == ')'; }
};

// A marker at the beginning of `text`, followed by a space, a tab or nothing.
std::optional<ListMarker> list_marker(std::string_view text);

// 1 to 6 for `# Heading`, 0 for anything else.
std::size_t heading_level(std::string_view text);

bool is_thematic_break(std::string_view text);
bool is_heading_underline(std::string_view text);

// `| --- | :-: |`, the line under a table's heading.
bool is_table_rule(std::string_view text);

// "09.00 Samling", "9:30–10.00: Samling", "Kl. 9 Samling": a time of day, and words that begin another sentence.
bool begins_with_time(std::string_view text);

// The cells of `text` as a row of a table; 1 for plain text.
std::size_t row_cells(std::string_view text);

// The same of a line in a quotation: its marks are no part of the row.
std::size_t quoted_row_cells(std::string_view line);

// "[^name]:" at the beginning: its size, else 0.
std::size_t footnote_label_size(std::string_view text);

struct FenceMark {
  char mark = '\0';
  std::size_t length = 0;
};

std::optional<FenceMark> fence_opening(std::string_view text);
bool closes_fence(std::string_view text, const FenceMark& fence);

// "[brevet](filer/mitt brev.pdf)": an address with a space, which CommonMark wants between < and >.

// Of the address after "](" at the beginning of `rest`, when it has a space, ends like a file's name and goes to the
// next ")" of its line; else 0. Cost: at most 300 bytes are looked at.
std::size_t spaced_address_size(std::string_view rest);

// `[OBS]: dator`: read by the parser as "links called OBS lead to the page dator" and left out of the text, meant by
// its author as words.

enum class LinkDefinition { none, address, words };

// What begins at `offset` of the first of `lines`, if that is the beginning of a paragraph. A definition may go on over
// the following lines. Cost: bounded by the size of a label.
LinkDefinition link_definition_at(std::span<const std::string_view> lines, std::size_t offset);

// What a picture's caption begins with: "Figur 2: …", "Bild: …", and its source "Källa: …".

bool begins_as_caption(std::string_view text);

// A line with a picture and nothing else, as far as its ends tell.
bool is_picture_line(std::string_view line);

// Whether a line may be a caption in the same paragraph as what stands above it.
bool may_hold_captions(std::string_view text);

// The word that ends what is seen of a slide: what follows it are the speaker's notes.

// Bytes of the mark that `text` begins with, spaces after it included: "Anteckningar:", "Anteckning:", "Notes:" in
// any case, or a line with nothing but "???". 0 when there is none.
std::size_t notes_mark_size(std::string_view text);

// The same for rendered words, where the mark may be strong or emphasised.
std::size_t notes_mark_size_in_html(std::string_view html);

}  // namespace traff
