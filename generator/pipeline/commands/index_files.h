// `traff index`: a file of documents in, the Lunr index of them out.
#pragma once

#include <string>

#include "pipeline/site/build_options.h"

namespace traff {

// Throws Failure: W1 and W60–W62 about the input, W2 about an output, which is whole or as it was. What the documents
// teach of their words goes into the file `words`, unless that is "".
void write_index_file(const std::string& input, const std::string& out, const std::string& words, unsigned jobs);

// `traff documents`: what the search index of a site is made of, as a file that `traff index` reads.

// Throws Failure when the content cannot be read or the file not be written.
void write_documents_file(const BuildOptions& options, const std::string& out);

}  // namespace traff
