// A file the command line names: read whole, or written piece by piece and put in its place when it is finished.
#pragma once

#include <string>
#include <string_view>

#include "output/open_file.h"

namespace traff {

// Follows links. Throws Failure W1.
std::string load_named_file(const std::string& path);

class NamedFileWriter {
 public:
  // Throws Failure W2, as do the others.
  explicit NamedFileWriter(std::string path);
  ~NamedFileWriter();  // without finish() nothing is left

  NamedFileWriter(const NamedFileWriter&) = delete;
  NamedFileWriter& operator=(const NamedFileWriter&) = delete;

  void write(std::string_view bytes);
  void finish();

 private:
  void check(int error) const;

  std::string path_;
  std::string temporary_;
  OpenFile file_;
};

}  // namespace traff
