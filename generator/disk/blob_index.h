// Where each entry of a blob cache lies: the content of its .index file. The blobs lie in a file of their own (.pack)
// that only grows and begins with the same identity as the index.
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
  std::uint32_t size = 0;
  std::uint64_t offset = 0;
  std::uint64_t check = 0;  // check_value of the bytes
};

struct BlobIndex {
  ContentId generator;
  ContentId identity;              // drawn at random whenever the pack is made anew
  std::uint64_t pack_size = 0;     // what the entries may point into
  std::vector<BlobEntry> entries;  // sorted by id

  const BlobEntry* find(const ContentId& id) const;
};

// Nothing unless every byte is as format_blob_index gave it and every entry lies inside the pack.
std::optional<BlobIndex> parse_blob_index(std::string_view bytes);

std::string format_blob_index(const BlobIndex& index);

// What .pack begins with.
std::string blob_file_start(const ContentId& identity);

// Tells damaged bytes from whole ones; fast, not safe against intent.
std::uint64_t check_value(std::string_view bytes);

}  // namespace traff
