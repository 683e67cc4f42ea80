// The files of one site folder: looked at, written whole and removed without ever following a link out of it.
// Every failure names the path and the cause (W2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/content_id.h"
#include "disk/file.h"
#include "disk/file_stamp.h"
#include "output/output.h"

namespace traff {

enum class Standing : std::uint8_t { nothing, file, folder, other };  // other: a link, a pipe …

struct Found {
  Standing standing = Standing::nothing;
  FileStamp stamp;  // of a file
};

// Paths are relative to the site, without links among their folders: ask standing_folders() first.
class SiteFiles {
 public:
  // Makes the folder and those above it when missing, and opens it.
  explicit SiteFiles(const std::string& folder);

  // One that is open already, `shown` to the author by that name.
  SiteFiles(OpenFile folder, std::string shown);

  int descriptor() const { return folder_.descriptor(); }
  // Empty when it was given open.
  const std::string& absolute_folder() const { return absolute_; }

  Found look(const std::string& path) const;

  // Nothing when no file stands there or it cannot be read.
  std::optional<std::string> read(const std::string& path) const;

  // The same for one of Träff's own files at the root, which is believed when it is not there: throws Failure W1 when
  // it cannot be read.
  std::optional<std::string> load_note(const std::string& name) const;

  // Safe from several threads when each brings a number of its own.
  FileStamp write(const std::string& path, std::string_view bytes, std::size_t number) const;

  struct Streamed {
    ContentId id;           // of the bytes
    bool replaced = false;  // false when they are those of `standing`
    FileStamp stamp;
  };

  // The same for a file that is not held.
  Streamed stream(const std::string& path, const ByteProducer& write, const std::optional<ContentId>& standing,
                  std::size_t number) const;

  // For Träff's own files at the root. What a run killed meanwhile leaves has always the same name.
  FileStamp write_note(const std::string& name, std::string_view bytes) const;
  bool has_half_written_note() const;

  // Whether a regular file stood there.
  bool remove(const std::string& path) const;

  void write_folder(const std::string& path) const;
  void remove_folder_if_empty(const std::string& path) const;

  // The temporary files a killed run left in `folder` ("" is the site itself).
  void remove_leftovers(const std::string& folder) const;

  // As the author names it: the site folder as given and the path.
  std::string shown(std::string_view path) const;

 private:
  [[noreturn]] void fail(std::string_view path, int error) const;

  std::string shown_folder_;  // ends with '/'
  std::string absolute_;
  OpenFile folder_;
};

}  // namespace traff
