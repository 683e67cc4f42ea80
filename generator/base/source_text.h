// One file as every parser sees it: all it may know of the world.
#pragma once

#include <string>

#include "base/content_id.h"

namespace traff {

struct SourceText {
  std::string path;  // relative to the content root, '/' between folders, UTF-8 in NFC
  ContentId id;      // of `bytes`
  std::string bytes;
};

}  // namespace traff
