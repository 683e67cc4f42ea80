// Files read in full and replaced in full: a reader, or a run that dies, sees the old bytes or the new.
#pragma once

#include <sys/stat.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/content_id.h"
#include "base/file_stamp.h"

namespace traff {

// Names of half-written files begin so; nobody else's do.
inline constexpr std::string_view temporary_prefix = ".traff-tmp-";

// Takes bytes piece by piece, and what gives them to it.
using ByteSink = std::function<void(std::string_view)>;
using ByteWriter = std::function<void(const ByteSink&)>;

FileStamp stamp_of(const struct stat& status);

struct LoadedFile {
  std::string bytes;
  FileStamp stamp;  // from before reading
};

// `path` is looked up from the open folder `folder`. Nothing when no regular file stands there or it cannot
// be read; links are not followed. `error`, if asked for, becomes an errno when one is there and the disk fails.
std::optional<LoadedFile> load_whole_file(int folder, const std::string& path, int* error = nullptr);

// Writes `temporary` (same folder as `path`), then renames it to `path`. 0 or an errno; when it fails
// nothing is left behind and `path` is as it was.
[[nodiscard]] int write_whole_file(int folder, const std::string& path, const std::string& temporary,
                                   std::string_view bytes);

struct StreamedFile {
  int error = 0;
  ContentId id;           // of the bytes
  bool replaced = false;  // whether it took the place of `path`
};

// The same for bytes that come piece by piece, never held: `write` gives them to the sink it is called with. The file stays
// as it was when the bytes are those of `standing`.
[[nodiscard]] StreamedFile stream_whole_file(int folder, const std::string& path, const std::string& temporary,
                                             const ByteWriter& write, const std::optional<ContentId>& standing);

}  // namespace traff
