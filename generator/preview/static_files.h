// Files of one folder as a web server sees them: nothing outside it, through a link or with a name beginning with
// '.' can be reached.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "output/open_file.h"

namespace traff {

struct StaticFile {
  std::string path;  // in the folder: "a/index.html"
  OpenFile file;
  std::size_t size = 0;

  // Up to `size` bytes; fewer when the disk refuses. Thread-safe.
  std::string read(std::size_t offset, std::size_t size) const;
};

class StaticFiles {
 public:
  explicit StaticFiles(std::string folder) : folder_(std::move(folder)) {}

  // `path` as site_path_of() gives it; one that is empty or ends with '/' means the folder's index.html.
  std::optional<StaticFile> find(const std::string& path) const;

  bool is_folder(const std::string& path) const;

 private:
  OpenFile open_folder(const std::string& path) const;

  std::string folder_;
};

}  // namespace traff
