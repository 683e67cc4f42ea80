// `traff new`: something for the author to fill in, written into the content.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "pipeline/site/build_options.h"

namespace traff {

struct NewRequest {
  std::string kind;                                 // "träff", "redovisning" …, as typed
  std::string name;                                 // may be empty; of a läsår the year, "2020/2021"
  std::string folder;                               // the network's, when there are several; of a site where it is put
  std::optional<Language> language = std::nullopt;  // of a site; Swedish if not said
  Date today{};                                     // of a site: its läsår is the one that is on or comes next
};

struct NewReport {
  std::vector<std::string> files;  // as seen from the current folder, the one to begin with first
  std::size_t old_dates = 0;       // that a copied network still has
  bool is_copy = false;
  std::string site_folder;      // of a new site, where it is
  bool lacks_identity = false;  // git knows no name and address to commit by
  Language site_language = Language::sv;
};

// Throws Failure W50–W58 when it is not clear what to write or where, W51 rather than write over anything.
NewReport write_new_material(const BuildOptions& options, const NewRequest& request);

}  // namespace traff
