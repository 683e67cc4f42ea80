// Documents → Course: which networks there are, what belongs to them, when they meet.
#pragma once

#include <span>

#include "course/body_facts.h"
#include "course/course.h"
#include "markdown/document.h"

namespace traff {

struct AssembleOptions {
  bool drafts = false;          // the preview shows pages with `status: utkast`
  std::string address;          // overrides the site's own `adress:` when not empty
};

// `facts` are those of the documents, at the same indices. Cost: linear in documents.
Course assemble_course(std::span<const Document> documents, std::span<const BodyFacts> facts,
                       const AssembleOptions& options, unsigned jobs);

}  // namespace traff
