// The two files of a blob cache, opened or made anew as one: they belong together or are not there.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "output/append_file.h"
#include "output/blob_index.h"
#include "output/mapped_file.h"
#include "output/state_folder.h"

namespace traff {

struct BlobFiles {
  BlobIndex index;
  MappedFile seen;  // what the index points into
  std::unique_ptr<AppendFile> pack;

  // In memory only.
  BlobFiles();
};

// As the last run left them; nothing when missing, damaged or made by another generator.
std::optional<BlobFiles> load_blob_files(const StateFolder& folder, const std::string& name, const ContentId& generator,
                                         AppendFile::Mode mode);

// New files, holding `kept` of `old`. Other processes go on reading the files they have open. Nothing when the disk
// refuses; if that happens halfway, the files on disk count as missing from then on.
std::optional<BlobFiles> write_blob_files(const StateFolder& folder, const std::string& name,
                                          const ContentId& generator, const BlobFiles& old,
                                          std::span<const BlobEntry> kept);

// Makes what was appended known to the next run; `entries` sorted by id. False when the disk refuses.
bool write_blob_index(const StateFolder& folder, const std::string& name, const BlobFiles& files,
                      std::vector<BlobEntry> entries);

}  // namespace traff
