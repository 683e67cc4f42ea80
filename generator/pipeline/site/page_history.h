// A page's own list of changes, for sites that ask for one (`ändringar: ja`): each commit that readers can see.
#pragma once

#include <vector>

#include "course/changes/document_changes.h"
#include "pipeline/site/loaded_site.h"

namespace traff {

// Whether each document has such a page: it is wanted, the page is published, and it has been changed. None in a copy
// to take along.
std::vector<char> pages_with_changes(const LoadedSite& site);

// The latest twenty, newest first; of what was a draft nothing is told.
std::vector<PageChange> find_page_changes(DocumentIndex document, const LoadedSite& site);

// Names all that find_page_changes depends on, of one page.
ContentId page_commits_id(DocumentIndex document, const LoadedSite& site);

// The same of every page that has such a list in one network (no_index: in none).
ContentId network_commits_id(NetworkIndex network, const LoadedSite& site, const std::vector<char>& wanted);

}  // namespace traff
