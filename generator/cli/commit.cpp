#include "cli/commit.h"

namespace traff {

namespace {

// Filled in after linking (packaging/commit.cmake). The linker's build id, by which caches and sites know the program
// that made them, is then the same for every commit with the same code.
[[gnu::section(".traff_commit"), gnu::used]] const volatile char commit[] = "                ";

}  // namespace

std::string built_from() {
  std::string digits;
  for (const volatile char& digit : commit) {
    if (digit <= ' ') break;
    digits += digit;
  }
  return digits;
}

}  // namespace traff
