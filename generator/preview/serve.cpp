#include "preview/serve.h"

namespace traff {

int serve(const ServeOptions&) { return 2; }

}  // namespace traff
