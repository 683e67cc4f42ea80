// Where the content is: what the CONTENT argument of a command stands for.
#pragma once

#include <memory>
#include <string>

#include "source/source_tree.h"

namespace traff {

struct ContentPlace {
  std::string content_folder;  // absolute; empty for a bare repository
  std::string repository;      // absolute path of the .git folder or bare repository; empty without git
  std::string content_prefix;  // of the content root inside the repository, "content/" or ""
  std::string shown_prefix;    // what a diagnostic puts before a path so that it opens from the current folder
  std::string state_folder;    // ".traff" beside the content's repository, or in the plain folder's root
};

// `argument`: a folder of Markdown, or a git repository (bare too); empty = the current folder's content/,
// else the current folder. In a repository, content/ is the root if it exists.
// Throws Failure: nothing there, no permission, a repository of another owner (names the safe.directory line), or as
// find_repository.
ContentPlace find_content(const std::string& argument);

// A folder that is read by itself, such as a theme; links on the way there are followed. Throws Failure W1.
ContentPlace folder_place(const std::string& folder);

// The working folder as git would commit it now (ignore rules, filters, tracked though ignored), or a plain folder.
// Clean files cost a stat: their ids come from git's index or from the stamps in the state folder.
// Throws Failure W1 when the folder cannot be read.
std::unique_ptr<SourceTree> load_working_tree(const ContentPlace& place, unsigned jobs);

// Throws Failure W65 when a revision is asked for and the content is not in git.
void refuse_revision_outside_git(const ContentPlace& place, const std::string& revision);

// Any commit, branch or tag, without checkout. Throws Failure when `revision` names nothing, or the content is not in
// git.
std::unique_ptr<SourceTree> load_revision(const ContentPlace& place, const std::string& revision, unsigned jobs);

// content_prefix as it is in `revision`, whose content/ may have come or gone since. Throws as load_revision.
std::string content_prefix_in(const ContentPlace& place, const std::string& revision);

}  // namespace traff
