// The last gate before a SourceTree: links are followed inside the content or refused, names become NFC,
// twins are told apart. One gate for every kind of tree, so that the same content gives the same tree.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "source/source_tree.h"

namespace traff {

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
