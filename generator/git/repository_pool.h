// One repository seen from several threads: each borrows a handle of its own, opened on demand,
// because libgit2 promises nothing for a shared one.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "git/git_handle.h"

namespace traff {

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
