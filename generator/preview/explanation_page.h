// What a message's code means, as a page of the preview: what `traff explain` prints.
#pragma once

#include <string>

#include "base/message.h"
#include "base/messages/explanation.h"

namespace traff {

std::string explanation_page(const CodeExplanation& explanation, Language language);

}  // namespace traff
