// Which folders a site may be written in: none that git, the computer or its user needs, and none that holds anything
// else (docs/decisions/0014). Links are resolved before a folder is judged.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/manifest.h"

namespace traff {

enum class BarredPlace {
  root,    // of the computer
  home,    // the user's, or a folder above it
  system,  // the computer's own
  git,     // a folder named .git, or below one
};

// Pure: by its name alone. Both are absolute and without links; `home` may be empty.
std::optional<BarredPlace> barred_place(std::string_view folder, std::string_view home);

struct SiteSurroundings {
  std::string content_folder;  // absolute; may be empty
  std::string state_folder;    // what lies in it is Träff's own
};

// For a site, which `--out` names. Throws Failure W4 (the content, or a folder above it), W23 (a barred place, or below
// a repository), W24 (something else lies there).
void refuse_foreign_site_folder(const std::string& folder, const SiteSurroundings& surroundings);

// The same for releases, which `--to` names.
void refuse_foreign_release_folder(const std::string& folder, const std::string& content_folder);

// A file that `--out` names must not lie in a repository's own folder. Throws Failure W23.
void refuse_file_of_git(const std::string& file);

// Where the site's folder lies, seen from the content; and what an earlier build left there.

// Links resolved as far as they can be followed; without a '/' at the end.
std::string absolute_path(const std::string& path);

// `inner` relative to `outer` when it lies inside ("" when it does not, or when either is empty); symbolic links
// resolved.
std::string path_inside(const std::string& inner, const std::string& outer);

// Without taking the folder's lock. Empty when there is none.
Manifest load_manifest(const std::string& site_folder);

// compare_with_plan, and the files that are no longer as they were written. Cost: reads every file of the site.
std::vector<Change> compare_site_with_plan(const std::string& site_folder, const ContentId& generator,
                                           std::span<const Output> plan);

}  // namespace traff
