// Programs that tests start, git's hooks among them, speak Swedish whatever the locale of who runs the tests.
#include <cstdlib>

namespace {

[[maybe_unused]] const bool is_set = ::setenv("LC_ALL", "C", 1) == 0;

}  // namespace
