// The folder a preview builds in: "preview" in the state folder, or a temporary one when that cannot be written
// or another preview is using it.
#pragma once

#include <string>

#include "output/open_file.h"

namespace traff {

class PreviewFolder {
 public:
  // Throws Failure W2 when there is no place at all.
  explicit PreviewFolder(const std::string& state_folder);
  PreviewFolder(const PreviewFolder&) = delete;
  PreviewFolder& operator=(const PreviewFolder&) = delete;
  ~PreviewFolder();

  const std::string& path() const { return path_; }  // for caches
  std::string site() const { return path_ + "/site"; }
  bool is_temporary() const { return is_temporary_; }

  // Thread-safe; does nothing to a folder that is meant to stay.
  void remove_if_temporary() const noexcept;

 private:
  bool take(const std::string& state_folder);

  std::string path_;
  OpenFile lock_;
  bool is_temporary_ = false;
};

}  // namespace traff
