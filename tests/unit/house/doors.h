// What only some of the code may touch, and why: each library, and each part of the world (files, the clock, …).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace traff::testing {

struct DoorUser {
  std::string_view place;  // a folder or a module: "git", "base/unicode"
  std::string_view why;
};

struct Door {
  std::string_view what;
  std::vector<std::string_view> headers;  // one that ends with '/' is the beginning of many
  std::vector<std::string_view> words;    // as has_word reads them
  std::vector<DoorUser> users;
};

std::span<const Door> doors();
const Door& lasting_variables();

bool has_header(const Door& door, std::string_view header);
bool is_used_in(const Door& door, std::string_view code);
bool is_user(const DoorUser& user, std::string_view module);
bool may_use(const Door& door, std::string_view module);
bool is_standard(std::string_view header);  // of the C++ standard library
std::string refusal(const Door& door);      // "only base/unicode may use ICU"

}  // namespace traff::testing
