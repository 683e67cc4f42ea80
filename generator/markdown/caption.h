// What a picture's caption begins with: "Figur 2: …", "Bild: …", and its source "Källa: …".
#pragma once

#include <string_view>

namespace traff {

bool begins_as_caption(std::string_view text);

// A line with a picture and nothing else, as far as its ends tell.
bool is_picture_line(std::string_view line);

// Whether a line may be a caption in the same paragraph as what stands above it.
bool may_hold_captions(std::string_view text);

}  // namespace traff
