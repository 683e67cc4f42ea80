// `traff index`: a file of documents in, the Lunr index of them out.
#pragma once

#include <string>

namespace traff {

// Throws Failure: W1 and W60–W62 about the input, W2 about the output, which is whole or as it was.
void write_index_file(const std::string& input, const std::string& out, unsigned jobs);

}  // namespace traff
