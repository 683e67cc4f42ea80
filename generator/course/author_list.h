// The authors of an entry, as written before its year: "Jarl, M., Blossing, U., & Andersson, K."
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "course/work.h"

namespace traff {

struct AuthorList {
  std::vector<Author> authors;
  bool more_authors = false;
  std::string abbreviation;
};

// An author without initials is an organisation, unless given names stand where initials would.
AuthorList parse_authors(std::string_view text);

}  // namespace traff
