// Pictures as they are published: without what a camera or phone wrote into them beside the picture itself, such as
// where it was taken, by whom and with which camera, small older versions of it and films. How it is turned, its
// colours and its resolution stay.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace traff {

struct CleanPicture {
  std::string bytes;
  bool had_place = false;  // where it was taken
  bool had_names = false;  // of a person
};

// By its ending alone.
bool may_be_picture(std::string_view path);

// Of a JPEG, PNG or WebP file by its first bytes, whatever it is called. Nothing when there is nothing to take away, or
// it is something else. A file that breaks off is published as far as it can be read. Cost: linear.
std::optional<CleanPicture> clean_picture(std::string_view bytes);

}  // namespace traff
