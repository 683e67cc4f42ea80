// `traff index`: a file of documents in, the Lunr index of them out.
#pragma once

#include <string>

namespace traff {

// Throws Failure: W1 and W60–W62 about the input, W2 about an output, which is whole or as it was. What the documents
// teach of their words goes into the file `words`, unless that is "".
void write_index_file(const std::string& input, const std::string& out, const std::string& words, unsigned jobs);

}  // namespace traff
