// Input, output and messages: the three descriptors a program is given, or not.
#pragma once

#include <exception>

#include "base/diagnostic.h"

namespace traff {

// Before anything is opened: a descriptor that was closed would be given to the next file, and what is printed would
// end up in it. What is printed to a closed output is lost, and finish_results() notices.
void keep_standard_streams();

// Throws Failure W25 when what was printed did not come out.
void finish_results();

// What was thrown as a Failure, whatever it was: no library speaks to people.
Failure as_failure(const std::exception_ptr& thrown);

}  // namespace traff
