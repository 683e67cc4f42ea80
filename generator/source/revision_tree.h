// The content as it stands in a commit.
#pragma once

#include <memory>
#include <string>

#include "source/source_tree.h"

namespace traff {

// Throws Failure W65 when a revision is asked for and the content is not in git.
void refuse_revision_outside_git(const ContentPlace& place, const std::string& revision);

// Any commit, branch or tag, without checkout. Throws Failure when `revision` names nothing, or the content is not in
// git.
std::unique_ptr<SourceTree> load_revision(const ContentPlace& place, const std::string& revision, unsigned jobs);

// content_prefix as it is in `revision`, whose content/ may have come or gone since. Throws as load_revision.
std::string content_prefix_in(const ContentPlace& place, const std::string& revision);

}  // namespace traff
