// The size of a picture, out of its first bytes.
#include "pages/addresses/logo.h"

#include <catch2/catch.hpp>

#include <string>

using namespace traff;

namespace {

using Size = std::optional<ImageSize>;

std::string png(char width, char height) {
  return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0", 19) + width + std::string(3, '\0') + height + "\b\6";
}

}  // namespace

TEST_CASE("a PNG says its size in its first chunk", "[logo]") {
  CHECK(image_size(png(120, 40)) == Size(ImageSize{120, 40}));
  CHECK_FALSE(image_size(png(0, 40)));
  CHECK_FALSE(image_size(png(120, 40).substr(0, 22)));
}

TEST_CASE("an SVG says its size in its viewBox, or in width and height", "[logo]") {
  CHECK(image_size("<?xml version=\"1.0\"?>\n<!-- <b> -->\n<svg xmlns=\"x\" viewBox=\"0 0 300.4 100\">") ==
        Size(ImageSize{300, 100}));
  CHECK(image_size("<svg viewBox='-5,-5, 30 20' width='100%'>") == Size(ImageSize{30, 20}));
  CHECK(image_size("<svg width=\"120px\" height=\"40\">") == Size(ImageSize{120, 40}));
  CHECK(image_size("<svg stroke-width=\"9\" width=\"12\" height=\"4\">") == Size(ImageSize{12, 4}));
}

TEST_CASE("a size that is none, or depends on something else, is not known", "[logo]") {
  for (const char* text : {"", "<svg>", "<svg", "<svg width=\"100%\" height=\"2em\">", "<svg viewBox=\"0 0 0 10\">",
                           "<svg viewBox=\"0 0 nan 10\">", "<svg viewBox=\"0 0 1e99 10\">", "<svg viewBox=\"0 0 10\">",
                           "<svg viewBox=", "<svg width=\"", "GIF89a", "<svg width=\"-3\" height=\"3\">"}) {
    INFO(text);
    CHECK_FALSE(image_size(text));
  }
}

TEST_CASE("only the beginning of a picture is looked at", "[logo]") {
  CHECK_FALSE(image_size(std::string(20'000, ' ') + "<svg width=\"12\" height=\"4\">"));
}
