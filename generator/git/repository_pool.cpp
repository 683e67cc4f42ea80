#include "git/repository_pool.h"

#include <utility>

namespace traff {

RepositoryPool::RepositoryPool(std::string path) : path_(std::move(path)) { idle_.push_back(open_repository(path_)); }

RepositoryPool::Lease RepositoryPool::borrow() const {
  {
    const std::lock_guard guard(lock_);
    if (!idle_.empty()) {
      Lease lease(idle_.back().release(), GiveBack{this});
      idle_.pop_back();
      return lease;
    }
  }
  return Lease(open_repository(path_).release(), GiveBack{this});
}

void RepositoryPool::GiveBack::operator()(git_repository* repository) const {
  const std::lock_guard guard(pool->lock_);
  pool->idle_.emplace_back(repository);
}

}  // namespace traff
