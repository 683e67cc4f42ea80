// The key `status`: what it says of a page, a network or the whole site.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "course/model/course.h"
#include "markdown/document/document.h"

namespace traff {

// `status: utkast` and what means the same (draft_status.h), "(utkast)" after the title, or a status that is not
// understood: shown in the preview only.
bool says_draft(const Document& document);

// `status: avslutat`, of a network or of the site: its läsår is over, and its pages are left as they are.
bool says_closed(const Document& document);

// Of pages that are drafts by their own words. F45: a status that looks like one Träff knows. F46: one that looks like
// none. F60: a draft in other words than Träff's.
void check_statuses(std::span<const Document> documents, Course& course);

// Keys whose value is ja or nej.

// What the page says after `key`; `otherwise` when it says nothing, or neither yes nor no (F40).
bool says_yes(const Document& page, Key key, bool otherwise, std::vector<Diagnostic>& diagnostics);

}  // namespace traff
