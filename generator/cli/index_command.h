// `traff index` and `traff documents`: the search index outside a site.
#pragma once

#include "cli/options.h"

namespace CLI {
class App;
}

namespace traff {

// Its options and what they fill in.
void add_index_command(CLI::App& app, Options& options);
int run_index(const Options& options);

}  // namespace traff
