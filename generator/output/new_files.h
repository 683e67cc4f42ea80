// Files given to an author to fill in: written into the content, never over anything that is there. They outlive a
// power cut, as does a repository made just before.
#pragma once

#include <string>
#include <vector>

namespace traff {

struct NewFile {
  std::string path;   // relative to the folder, '/' between folders, no ".."
  std::string bytes;
  bool is_program = false;  // may be run
};

// Whether nothing stands there, or a folder with nothing in it but a git repository without files. Throws Failure W2
// when that cannot be told.
bool is_unused(const std::string& folder);

// Whether a file, a folder or a link stands there. Throws Failure W2 when that cannot be told.
bool is_taken(const std::string& folder, const std::string& path);

// Makes the folders they need. Throws Failure W51, before anything is written, when one of them is there already, and
// W2 when it cannot write.
void write_new_files(const std::string& folder, const std::vector<NewFile>& files);

}  // namespace traff
