// Files written where a person wants them: the one that a command names, and those that an author is to fill in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "disk/file.h"

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

// Files given to an author to fill in: written into the content, never over anything that is there. They outlive a
// power cut, as does a repository made just before.

struct NewFile {
  std::string path;  // relative to the folder, '/' between folders, no ".."
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

// What stands in an open folder, and its removal: by descriptor, so that nobody's link leads elsewhere.

struct FolderNames {
  int error = 0;  // an errno: then `names` says nothing
  std::vector<std::string> names;
};

// In no order.
FolderNames load_folder_names(int folder);

// Not open when `name` is no folder of its own but a link; errno says why.
OpenFile open_folder(int parent, const std::string& name);

// A file, a link or a folder with all that is in it. 0, also when nothing stands there, or an errno.
int remove_tree(int parent, const std::string& name);

}  // namespace traff
