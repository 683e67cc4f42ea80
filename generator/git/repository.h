// A repository opened: libgit2's objects with an owner each, blobs by id, why an object could not be had, and handles
// for many threads.
#pragma once

#include <git2.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_id.h"
#include "base/diagnostic.h"

namespace traff {

template <auto release>
struct GitRelease {
  template <class Object>
  void operator()(Object* object) const {
    release(object);
  }
};

using GitRepository = std::unique_ptr<git_repository, GitRelease<git_repository_free>>;
using GitIndex = std::unique_ptr<git_index, GitRelease<git_index_free>>;
using GitOdb = std::unique_ptr<git_odb, GitRelease<git_odb_free>>;
using GitOdbObject = std::unique_ptr<git_odb_object, GitRelease<git_odb_object_free>>;
using GitObject = std::unique_ptr<git_object, GitRelease<git_object_free>>;
using GitCommit = std::unique_ptr<git_commit, GitRelease<git_commit_free>>;
using GitTree = std::unique_ptr<git_tree, GitRelease<git_tree_free>>;
using GitTreeEntry = std::unique_ptr<git_tree_entry, GitRelease<git_tree_entry_free>>;
using GitReference = std::unique_ptr<git_reference, GitRelease<git_reference_free>>;
using GitFilterList = std::unique_ptr<git_filter_list, GitRelease<git_filter_list_free>>;
using GitConfig = std::unique_ptr<git_config, GitRelease<git_config_free>>;

// Starts libgit2 once for the whole process; called before any other use of it.
void start_git();

// What libgit2 said about the last error of this thread.
std::string git_cause();

ContentId to_content_id(const git_oid& oid);
git_oid to_git_oid(const ContentId& id);

// Opens exactly `path`: a working folder, a .git folder or a bare repository.
// Its objects are read by ourselves (git/object_store), whatever libgit2 function asks for them.
// Throws Failure: W15 when it belongs to another user, W16 when it cannot be told whose objects it borrows,
// W70 when a pipe or a device stands where git has a file, W18 otherwise.
GitRepository open_repository(const std::string& path);

// The bytes of a blob; nothing when the repository lacks it. Throws Failure W16 when it is damaged.
std::optional<std::string> find_blob(git_repository& repository, const ContentId& id);

// The same; a missing one is a Failure too, as object_failure has it.
std::string read_blob(git_repository& repository, const ContentId& id);

// Reads no more than the size of anything else. Throws as read_blob.
bool is_lfs_blob(git_repository& repository, const ContentId& id);

// W18, with what libgit2 said last.
Failure repository_failure(git_repository& repository);

// Why an object could not be had: damage, or a clone that was made without it.

// Whether libgit2 gave `code` because an object is not there, and not because nothing is called that. To be asked
// before anything else is asked of libgit2.
bool is_missing_object(int code);

// Why libgit2 gave `code` instead of an object: W66 when the clone was made without some (`git clone --filter`) and
// this is one of them, W16 otherwise.
Failure object_failure(git_repository& repository, int code);

// A file of git LFS that was not fetched: a note of where the bytes are, never the bytes.

inline constexpr std::size_t lfs_pointer_limit = 1024;

inline bool is_lfs_pointer(std::string_view bytes) {
  return bytes.size() < lfs_pointer_limit && bytes.starts_with("version https://git-lfs.github.com/spec/");
}

// Pages are not kept in LFS and need not be asked.
inline bool may_go_to_lfs(std::string_view path) { return !path.ends_with(".md"); }

// One repository seen from several threads: each borrows a handle of its own, opened on demand,
// because libgit2 promises nothing for a shared one.

class RepositoryPool {
 public:
  // Opens the first handle. Throws Failure as open_repository.
  explicit RepositoryPool(std::string path);

  struct GiveBack {
    const RepositoryPool* pool = nullptr;
    void operator()(git_repository* repository) const;
  };
  using Lease = std::unique_ptr<git_repository, GiveBack>;

  // Thread-safe. The handle goes back to the pool when the lease ends.
  Lease borrow() const;

 private:
  std::string path_;
  mutable std::mutex lock_;
  mutable std::vector<GitRepository> idle_;
};

}  // namespace traff
