// Where each entry of a blob cache lies: the content of its .index file. Heads and bodies lie in files of their
// own (.heads, .pack) that only grow and begin with the same identity as the index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_id.h"

namespace traff {

struct BlobEntry {
  ContentId id;
  std::uint32_t head_size = 0;
  std::uint32_t body_size = 0;
  std::uint64_t head_offset = 0;
  std::uint64_t body_offset = 0;
  std::uint64_t head_check = 0;  // check_value of the bytes
  std::uint64_t body_check = 0;
};

struct BlobIndex {
  ContentId generator;
  ContentId identity;            // drawn at random whenever heads and pack are made anew
  std::uint64_t heads_size = 0;  // what the entries may point into
  std::uint64_t pack_size = 0;
  std::vector<BlobEntry> entries;  // sorted by id

  const BlobEntry* find(const ContentId& id) const;
};

// Nothing unless every byte is as format_blob_index gave it and every entry lies inside heads and pack.
std::optional<BlobIndex> parse_blob_index(std::string_view bytes);

std::string format_blob_index(const BlobIndex& index);

// What .heads and .pack begin with.
std::string blob_file_start(const ContentId& identity);

// Tells damaged bytes from whole ones; fast, not safe against intent.
std::uint64_t check_value(std::string_view bytes);

}  // namespace traff
