// Which program this is: its linker build id. Another program makes everything anew and trusts no cache.
#pragma once

#include "base/content_id.h"

namespace traff {

ContentId generator_id();

}  // namespace traff
