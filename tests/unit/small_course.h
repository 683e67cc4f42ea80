// Two networks, small enough to build a hundred times, with something of every kind in them; and edits to it.
#pragma once

#include <cstdint>
#include <string>

#include "test_site.h"

namespace traff::testing {

FilesByPath small_course();

// Edits as people make them, one after the other, the same for the same seed.
class RandomEdits {
 public:
  explicit RandomEdits(std::uint32_t seed) : state_(seed) {}

  // Makes the next edit and says what it was.
  std::string make(TestSite& site);

 private:
  std::uint32_t next(std::uint32_t below);
  std::string pick_page(const TestSite& site);

  std::string edit_text(TestSite& site, const std::string& page);
  std::string change_title(TestSite& site, const std::string& page);
  std::string rename_page(TestSite& site, const std::string& page);
  std::string remove_page(TestSite& site, const std::string& page);
  std::string toggle_draft(TestSite& site, const std::string& page);
  std::string spoil_encoding(TestSite& site, const std::string& page);
  std::string add_meeting(TestSite& site);
  std::string change_theme(TestSite& site);
  std::string change_image(TestSite& site);
  std::string change_settings(TestSite& site);

  std::uint32_t state_;
  int count_ = 0;
};

}  // namespace traff::testing
