// Documents → Course: which networks there are, what belongs to them, when they meet.
#pragma once

#include <functional>
#include <span>

#include "course/course.h"
#include "markdown/document.h"

namespace traff {

struct AssembleOptions {
  bool drafts = false;          // the preview shows pages with `status: utkast`
  std::string address;          // overrides the site's own `adress:` when not empty
};

// `body` gives the bulk of one document; it is asked for the few that hold dates in their text (träffar, letters,
// date tables), from several threads. Cost: linear in documents.
Course assemble_course(std::span<const Document> documents, const std::function<DocumentBody(DocumentIndex)>& body,
                       const AssembleOptions& options, unsigned jobs);

}  // namespace traff
