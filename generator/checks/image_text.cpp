#include "checks/image_text.h"

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

constexpr std::size_t longest_description = 250;  // code points

// "IMG_2041.jpg", "karta.png": what the file is called, not what it shows.
bool is_file_name(std::string_view text, std::string_view target) {
  const std::string name = to_lower(target.substr(target.rfind('/') + 1));
  const std::string said = to_lower(text);
  for (const std::string_view end : {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"}) {
    if (said.ends_with(end)) return true;
  }
  const bool is_camera_name = said.find_first_of("0123456789_") != said.npos && said.find(' ') == said.npos;
  return is_camera_name && said == name.substr(0, name.rfind('.'));
}

}  // namespace

void check_image_texts(const PageText& page, std::vector<Diagnostic>& found) {
  for (const Slot& slot : page.document.slots) {
    if (slot.kind != SlotKind::image || found.size() >= most_findings) continue;
    const std::string_view text = trim(slot.text);
    if (text.empty()) continue;
    if (is_file_name(text, slot.target)) {
      found.push_back(found_at(page, "S36", slot.line, text, {std::string(text)}));
    } else if (const std::size_t length = code_point_count(text); length > longest_description) {
      found.push_back(found_at(page, "S37", slot.line, {}, {std::to_string(length)}));
    }
  }
}

}  // namespace traff
