// `traff index` and `traff documents`: the search index outside a site.
#pragma once

#include "cli/options.h"

namespace CLI {
class App;
}

namespace traff {

// Its options and what they fill in.
void add_index_command(CLI::App& app, Options& options);
void add_file_out(CLI::App& command, Options& options);
int run_index(const Options& options);

inline constexpr const char* documents_do =
    "visa vad sökindexet görs av: en fil för traff index (what the search index is made of: a file for traff index)";
int run_documents(const Options& options);

}  // namespace traff
