#include "pages/file_size.h"

namespace traff {

std::string file_size(std::uint64_t bytes, Language language) {
  const std::uint64_t kilobytes = (bytes + 999) / 1000;
  if (kilobytes < 1000) return std::to_string(kilobytes) + "\u00a0kB";
  const std::uint64_t tenths = (bytes + 50'000) / 100'000;
  const std::string whole = std::to_string(tenths / 10);
  if (tenths >= 100) return std::to_string((tenths + 5) / 10) + "\u00a0MB";
  return whole + (language == Language::sv ? "," : ".") + std::to_string(tenths % 10) + "\u00a0MB";
}

}  // namespace traff
