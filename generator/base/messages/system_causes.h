// Why the system refused, which it says in English, in the language of the message.
#pragma once

#include <string_view>

#include "base/message.h"

namespace traff {

// "No such file or directory" → "filen eller mappen finns inte". What is none of the usual causes stays as it is.
Words cause_in_words(std::string_view cause);

}  // namespace traff
