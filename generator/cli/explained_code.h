// `traff explain F1`: what a message means, as a page of text.
#pragma once

#include <string>

#include "base/message.h"
#include "base/messages/explanation.h"

namespace traff {

std::string explanation_in_words(const CodeExplanation& explanation, Language language);

}  // namespace traff
