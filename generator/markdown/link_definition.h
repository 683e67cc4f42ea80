// `[OBS]: dator`: read by the parser as "links called OBS lead to the page dator" and left out of the text, meant by
// its author as words.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace traff {

enum class LinkDefinition { none, address, words };

// What begins at `offset` of the first of `lines`, if that is the beginning of a paragraph. A definition may go on over
// the following lines. Cost: bounded by the size of a label.
LinkDefinition link_definition_at(std::span<const std::string_view> lines, std::size_t offset);

}  // namespace traff
