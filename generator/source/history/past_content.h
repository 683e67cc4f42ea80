// What the content was in earlier commits: the files of a folder then, and the steps one file has gone through.
// Reads trees where it must and texts only when asked.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/content_id.h"
#include "base/date.h"
#include "disk/state.h"
#include "source/history/commit_graph.h"
#include "source/source_tree.h"

namespace traff {

// One commit's change of one file.
struct FileStep {
  std::size_t change = 0;           // which of the commits that were asked for
  std::string path;                 // its name after it
  std::string path_before;          // another when it was moved
  std::optional<ContentId> before;  // nothing: the file came with it
  ContentId after;
};

class PastContent {
 public:
  // `prefix`: of the content root in the repository, now; what lay elsewhere then was no content.
  // Throws Failure as open_repository.
  PastContent(const ContentPlace& place, std::string prefix);
  ~PastContent();

  // The tree of a commit by the name people give it; nothing when there is no such commit.
  std::optional<ContentId> tree_of(const std::string& revision) const;

  // The tree of a folder of the content ("a/" or ""): the same one, the same files. Throws Failure W16, W66.
  std::optional<ContentId> folder(const ContentId& tree, std::string_view path) const;

  // The files below a folder of the content ("a/" or ""), by path; links, hidden names and sites left out.
  // Throws Failure W16, W66.
  std::vector<SourceFile> files(const ContentId& tree, std::string_view below) const;

  // The id of one file; nothing when it was not there. Throws Failure W16, W66.
  std::optional<ContentId> file(const ContentId& tree, std::string_view path) const;

  // The steps of the file that is at `path` in the first of the `commits` that changed it, which are in the order of
  // History::changes, for as long as `wanted` says so after each. Steps back over a move that changed nothing else.
  // Throws Failure W16, W66.
  template <class Wanted>
  void walk(std::string path, const std::vector<ContentId>& commits, Wanted wanted) const {
    for (std::size_t i = 0; i < commits.size(); ++i) {
      std::optional<FileStep> step = step_of(commits[i], path);
      if (!step) continue;
      step->change = i;
      path = step->path_before;
      if (!wanted(*step)) return;
    }
  }

  // Those of .git-blame-ignore-revs as it is in that commit. Throws Failure W16, W66.
  std::unordered_set<ContentId> ignored_commits(const ContentId& commit) const;

  // Throws Failure W16, W66.
  std::string read(const ContentId& blob) const;

 private:
  std::optional<FileStep> step_of(const ContentId& commit, const std::string& path) const;

  struct State;
  std::unique_ptr<State> state_;
};

// The commits that were the tip one after the other: from a commit along first parents. What a site was made of on a
// day.

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
