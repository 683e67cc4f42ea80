// The words of a skeleton: a page of its kind that says itself what to write where, and is a draft until it is written.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"
#include "skeleton/skeleton_kind.h"

namespace traff {

struct SkeletonWords {
  std::string title;
  std::string number;  // of the träff, or of the one it belongs to: "6"; may be empty
  std::string letter;  // of a redovisning: "F"; may be empty
  std::string term;    // of a network, "2020/2021"; may be empty
};

// The file's text. A line about a number that is empty is left out.
std::string skeleton_text(SkeletonKind kind, const SkeletonWords& words, Language language);

// The letter of welcome of a new network.
std::string letter_skeleton(Language language);

// What a page is called until its author has named it: "Temat för träffen".
std::string_view unnamed_title(SkeletonKind kind, Language language);

}  // namespace traff
