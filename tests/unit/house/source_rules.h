// The rules of the code that a program can see to: who includes whom, who touches what, what a function is called, and
// how large a thing may be.
#pragma once

#include <string>
#include <vector>

#include "house/include_graph.h"
#include "house/source_code.h"

namespace traff::testing {

// "path:line: what is wrong", sorted as the files are; empty when all is well.
std::vector<std::string> broken_rules(const std::vector<CodeFile>& files, const Arrows& drawn);

// "generator/base shows 26 files; 25 is the most"
std::vector<std::string> full_folders(const std::vector<CodeFile>& files);

// "git/program no longer uses the environment": an exception that nobody needs.
std::vector<std::string> unused_exceptions(const std::vector<CodeFile>& files);

}  // namespace traff::testing
