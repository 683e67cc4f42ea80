// Content in, whatever it lives in: a commit, a working folder, a plain folder or a list in a test.
// The same content gives the same tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/content_id.h"
#include "base/diagnostic.h"

namespace traff {

// Where the content is; found by load_content_place.
struct ContentPlace {
  std::string content_folder;  // absolute; empty for a bare repository
  std::string repository;      // absolute path of the .git folder or bare repository; empty without git
  std::string content_prefix;  // of the content root inside the repository, "content/" or ""
  std::string shown_prefix;    // what a diagnostic puts before a path so that it opens from the current folder
  std::string state_folder;    // ".traff" beside the content's repository, or in the plain folder's root
};

struct SourceFile {
  std::string path;  // relative to the content root, UTF-8 in NFC, '/' between folders
  ContentId id;      // of the bytes read() gives
};

class SourceTree {
 public:
  virtual ~SourceTree() = default;

  // Sorted by path, bytewise. Files and folders whose name begins with '.' are not content.
  const std::vector<SourceFile>& files() const { return files_; }

  // What was found but not taken in: links out of the content, LFS pointers, twins, odd names.
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

  // The bytes as git would commit them (line-ending filters applied). Safe from several threads.
  // Throws Failure W1 when the file has gone or cannot be read.
  virtual std::string read(std::size_t index) const = 0;

 protected:
  std::vector<SourceFile> files_;
  std::vector<Diagnostic> diagnostics_;
};

// For tests and generated content: path → bytes.
std::unique_ptr<SourceTree> listed_tree(std::vector<std::pair<std::string, std::string>> files);

// The last gate before a SourceTree: links are followed inside the content or refused, names become NFC,
// twins are told apart. One gate for every kind of tree, so that the same content gives the same tree.

// A file that passed the rules of its name, as its tree stores it.
struct FoundFile {
  std::string raw_path;  // relative to the content root; may be NFD
  ContentId id;          // unset for a link
  std::optional<std::string> link_target;
};

struct AdmittedFile {
  SourceFile file;
  std::size_t origin;  // index in `found` of the file that holds the bytes
};

// Sorted by path. Adds P1 for links and P3 for twins. Cost: O(n log n).
std::vector<AdmittedFile> admit_files(const std::vector<FoundFile>& found, std::vector<Diagnostic>& diagnostics);

void sort_diagnostics(std::vector<Diagnostic>& diagnostics);

}  // namespace traff
