// `traff new site`: a git repository with the content of a small network and what publishes it when somebody saves.
#pragma once

#include "pipeline/new_material.h"

namespace traff {

// The folder is named after the site and lies in `request.folder`, else in the current folder; a name that begins with
// "./", "../" or "/" is the folder itself. Throws Failure W58 without a name, W51 when there is something already.
NewReport make_new_site(const NewRequest& request);

}  // namespace traff
