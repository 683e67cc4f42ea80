// Files opened, read whole and replaced whole; and asked to outlive a power cut. Never through a link.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/content_id.h"
#include "disk/file_stamp.h"

namespace traff {

// What the system says of an errno.
std::string error_text(int error);

// A file descriptor that closes itself, and writing to it in full.
class OpenFile {
 public:
  OpenFile() = default;
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&& other) noexcept;
  ~OpenFile();

  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

  // 0 or an errno: the last moment a full disk may speak.
  int close();

 private:
  int descriptor_ = -1;
};

// Regular files only, and never through a link, so that no stranger's name leads elsewhere.
// Not open when it fails; errno says why.
OpenFile open_regular_file(int folder, const char* path, int flags);

// 0 or an errno.
int write_all(int descriptor, std::string_view bytes);
int write_all_at(int descriptor, std::string_view bytes, std::uint64_t offset);

// Files read in full and replaced in full: a reader, or a run that dies, sees the old bytes or the new.

// Names of half-written files begin so; nobody else's do.
inline constexpr std::string_view temporary_prefix = ".traff-tmp-";

// Takes bytes piece by piece, and what gives them to it.
using ByteSink = std::function<void(std::string_view)>;
using ByteProducer = std::function<void(const ByteSink&)>;

FileStamp stamp_of(const struct stat& status);

struct LoadedFile {
  std::string bytes;
  FileStamp stamp;  // from before reading
};

// To the end, which may lie before or after the size that is expected. 0 or an errno.
int read_to_end(int descriptor, std::size_t expected, std::string& bytes);

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

// The same for bytes that come piece by piece, never held: `write` gives them to the sink it is called with. The file
// stays as it was when the bytes are those of `standing`.
[[nodiscard]] StreamedFile stream_whole_file(int folder, const std::string& path, const std::string& temporary,
                                             const ByteProducer& write, const std::optional<ContentId>& standing);

// One file on disk: its stamp without reading it, its bytes with the stamp they had.

struct DiskRead {
  int error = 0;  // an errno; the rest counts only when it is 0
  std::string bytes;
  FileStamp stamp;
};

// Never follows a link and never waits for a pipe.
DiskRead read_disk_file(const std::string& path);

// 0 when there is an entry of that name, a link not followed; ENOENT when there is none; else why that cannot be told.
int entry_error(const std::string& path);

// Throws Failure W1 when it cannot be told.
bool is_on_disk(const std::string& path);

// What is to outlive a power cut: the disk is asked to keep it, and answers when it has. Every writer that promises
// that goes through here; a build does not, since the next one mends it.

// All of these: 0 or an errno. A file system that knows no such thing counts as done.

// The bytes of an open file, or the names in an open folder.
int sync_file(int descriptor);

// The names in a folder we may not be allowed to list.
int sync_names(const std::string& folder);

// All that was written to the file system `descriptor` lies on: one wait instead of one a file.
int sync_file_system(int descriptor);

}  // namespace traff
