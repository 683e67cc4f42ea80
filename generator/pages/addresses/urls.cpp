#include "pages/addresses/urls.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

// Most names are written as addresses already.
bool is_address(std::string_view part) {
  if (part.empty() || part.front() == '-' || part.back() == '-') return false;
  char before = '\0';
  for (const char c : part) {
    const bool plain = (c >= 'a' && c <= 'z') || is_digit(c) || c == '.' || c == '_' || (c == '-' && before != '-');
    if (!plain) return false;
    before = c;
  }
  return true;
}

constexpr std::size_t longest_key = 200;  // leaves room for the rest of a file's name

std::string part_address(std::string_view part) {
  if (is_address(part)) return std::string(part);
  const std::string made = slug_file_name(part);
  return made.empty() ? "-" : made;
}

}  // namespace

std::string folder_address(std::string_view content_folder) {
  std::string address;
  for (const std::string_view part : split(content_folder, '/')) {
    if (!part.empty()) address += part_address(part) + "/";
  }
  return address;
}

std::string file_address(std::string_view content_path) {
  const std::size_t slash = content_path.rfind('/') + 1;
  return folder_address(content_path.substr(0, slash)) + part_address(content_path.substr(slash));
}

std::string page_address(std::string_view content_path) {
  std::string address = file_address(content_path);
  if (address.ends_with(".md")) address.resize(address.size() - 3);
  if (address.ends_with(".json")) address.resize(address.size() - 5);
  if (address.empty() || address.ends_with('/')) address += '-';
  return address + ".html";
}

std::string calendar_address(std::string_view page_address) {
  return std::string(page_address.substr(0, page_address.rfind('.'))) + ".ics";
}

std::string feed_address(std::string_view site_folder, std::string_view audience_key) {
  std::string address = std::string(site_folder) + "kalender";
  if (!audience_key.empty()) address += "-" + std::string(audience_key.substr(0, longest_key));
  return address + ".ics";
}

std::string news_address(std::string_view site_folder) { return std::string(site_folder) + "nytt.html"; }

std::string changes_address(std::string_view page_address) {
  return std::string(page_address.substr(0, page_address.rfind('.'))) + "-andringar.html";
}

std::string relative_href(std::string_view from, std::string_view to) {
  const std::string_view from_folder = from.substr(0, from.rfind('/') + 1);
  std::size_t common = 0;
  for (std::size_t i = 0; i < std::min(from_folder.size(), to.size()) && from_folder[i] == to[i]; ++i) {
    if (from_folder[i] == '/') common = i + 1;
  }
  std::string href;
  for (const char c : from_folder.substr(common)) {
    if (c == '/') href += "../";
  }
  href += to.substr(common);
  return href;
}

bool fits_on_disk(std::string_view address) {
  constexpr std::size_t longest_name = 255;
  const auto names = split(address, '/');
  return std::all_of(names.begin(), names.end(), [](std::string_view name) { return name.size() <= longest_name; });
}

std::string_view device_name_in(std::string_view address) {
  static constexpr std::string_view devices[] = {"con", "prn", "aux", "nul"};
  for (const std::string_view part : split(address, '/')) {
    const std::string stem = to_lower(part.substr(0, part.find('.')));
    const bool is_port = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && is_digit(stem[3]);
    if (is_port || std::ranges::find(devices, stem) != std::end(devices)) return part;
  }
  return {};
}

std::string root_prefix(std::string_view address) {
  std::string prefix;
  for (const char c : address) {
    if (c == '/') prefix += "../";
  }
  return prefix;
}

}  // namespace traff
