// `traff documents`: what the search index of a site is made of, as a file that `traff index` reads.
#pragma once

#include <string>

#include "pipeline/options.h"

namespace traff {

// Throws Failure when the content cannot be read or the file not be written.
void write_documents_file(const BuildOptions& options, const std::string& out);

}  // namespace traff
