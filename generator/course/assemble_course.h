// Documents → Course: which networks there are, what belongs to them, when they meet.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "course/body/body_facts.h"
#include "course/model/course.h"
#include "markdown/document/document.h"

namespace traff {

struct AssembleOptions {
  bool drafts = false;  // the preview shows pages with `status: utkast`
  std::string address;  // overrides the site's own `adress:` when not empty
};

// `facts` are those of the documents, at the same indices. Cost: linear in documents.
Course assemble_course(std::span<const Document> documents, std::span<const BodyFacts> facts,
                       const AssembleOptions& options, unsigned jobs);

// The order in which a network's träffar stand in lists and follow each other.

// By number, then date. One without a number goes before the first numbered one that is later than it.
void sort_meetings(std::vector<MeetingIndex>& order, const std::vector<Meeting>& meetings);

// The setting `synonymer` of content/index.md: words and phrases that the search takes for one another.

// Of each value "SKA = systematiskt kvalitetsarbete" its parts, in lower case. F36: a value without an equals sign.
std::vector<std::vector<std::string>> read_synonyms(const Document& index, std::vector<Diagnostic>& diagnostics);

}  // namespace traff
