// The commits that were the tip one after the other: from a commit along first parents. What a site was made of on a day.
#pragma once

#include <vector>

#include "base/content_id.h"
#include "base/date.h"
#include "source/commit_graph.h"
#include "source/source_tree.h"
#include "source/state_file.h"

namespace traff {

struct MainlineCommit {
  ContentId id;
  ContentId tree;
  ChangeTime committed;  // on the committer's clock
};

struct Mainline {
  std::vector<MainlineCommit> commits;  // the tip first
  bool is_cut_off = false;              // earlier ones exist, but not in this clone

  // The newest that was committed on that day or before; null when there is none.
  const MainlineCommit* at_end_of(const Date& day) const;
};

// Cost: one look at each commit that came since the last time it was asked; kept in the state folder, and asked anew
// when a clone that lacked commits got some of them.
// Throws Failure W16 when a commit is damaged or missing.
Mainline load_mainline(const ContentPlace& place, const ContentId& tip, Memory memory = Memory::use);

}  // namespace traff
