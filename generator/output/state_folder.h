// The folder `.traff`: what the program remembers between runs and anybody may delete at any time. Nothing in
// it is needed, so nothing here fails: what cannot be read is not there, what cannot be written is not kept.
#pragma once

#include <string>
#include <string_view>

#include "output/open_file.h"

namespace traff {

class StateFolder {
 public:
  // Made when missing, with a .gitignore that hides it. An empty path, a link or a folder without
  // permission gives one that holds nothing.
  explicit StateFolder(const std::string& path);

  // -1 when there is none.
  int descriptor() const { return folder_.descriptor(); }
  bool is_open() const { return folder_.is_open(); }

  // Replaced as a whole; false when it could not be.
  bool write(const std::string& name, std::string_view bytes) const;

  // The name the file `name` has until it is whole. Always the same, so that what a killed run leaves is
  // overwritten by the next.
  static std::string temporary_name(const std::string& name);

 private:
  OpenFile folder_;
};

}  // namespace traff
