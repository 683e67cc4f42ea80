// A file the command line names: read whole, or written piece by piece and put in its place when it is finished.
#pragma once

#include <string>
#include <string_view>

#include "output/open_file.h"

namespace traff {

// Follows links. Throws Failure W1.
std::string load_named_file(const std::string& path);

// Whether what is written to `path` goes where results are printed.
bool leads_to_standard_output(const std::string& path);

// Only an ordinary file is replaced, as a whole and so that it outlives a power cut. A link stays and what it names is
// replaced; a pipe, a device and our own standard output are written to.
class NamedFileWriter {
 public:
  // Throws Failure W2, as do the others. Removes what killed runs left beside the file.
  explicit NamedFileWriter(std::string path);
  ~NamedFileWriter();  // without finish() nothing is left

  NamedFileWriter(const NamedFileWriter&) = delete;
  NamedFileWriter& operator=(const NamedFileWriter&) = delete;

  void write(std::string_view bytes);
  void finish();

 private:
  void begin_new_file();
  int take_place();
  void check(int error) const;

  std::string path_;
  std::string target_;     // the file that is replaced; "" when there is none
  std::string temporary_;  // beside it
  OpenFile file_;
};

}  // namespace traff
