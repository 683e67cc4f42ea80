#include "source/commit_filter.h"

#include <utility>

#include "base/failure.h"

namespace traff {

namespace {

struct FilteredBytes {
  git_buf buffer = GIT_BUF_INIT;
  ~FilteredBytes() { git_buf_dispose(&buffer); }
};

Failure unreadable(git_repository& repository) {
  return Failure("W18", {git_repository_path(&repository), git_cause()});
}

bool has_lfs_settings(git_repository& repository) {
  git_config* config = nullptr;
  if (git_repository_config_snapshot(&config, &repository) < 0) throw unreadable(repository);
  const GitConfig keep(config);
  const auto is_set = [&](const char* name) {
    const char* program = nullptr;
    const int code = git_config_get_string(&program, config, name);
    if (code < 0 && code != GIT_ENOTFOUND) throw unreadable(repository);
    return code == 0;
  };
  return is_set("filter.lfs.process") || is_set("filter.lfs.clean");
}

}  // namespace

CommitFilter::CommitFilter(const RepositoryPool& pool, std::string prefix)
    : pool_(pool),
      prefix_(std::move(prefix)),
      rules_(*pool.borrow(), RuleFiles::Kind::attributes),
      lfs_installed_(has_lfs_settings(*pool.borrow())) {}

bool CommitFilter::may_change(std::string_view bytes) {
  return bytes.find('\r') != std::string_view::npos || bytes.find("$Id") != std::string_view::npos;
}

std::string CommitFilter::apply(const std::string& path, std::string bytes) const {
  if (!may_change(bytes)) return bytes;
  const auto repository = pool_.borrow();
  rules_.require_readable(parent_of(prefix_ + path));
  git_filter_list* filters = nullptr;
  if (git_filter_list_load(&filters, repository.get(), nullptr, (prefix_ + path).c_str(), GIT_FILTER_TO_ODB,
                           GIT_FILTER_ALLOW_UNSAFE) < 0) {
    throw unreadable(*repository);
  }
  const GitFilterList keep(filters);
  if (filters == nullptr) return bytes;
  FilteredBytes filtered;
  if (git_filter_list_apply_to_buffer(&filtered.buffer, filters, bytes.data(), bytes.size()) < 0)
    throw unreadable(*repository);
  return {filtered.buffer.ptr, filtered.buffer.size};
}

bool CommitFilter::goes_to_lfs(const std::string& path) const {
  if (!lfs_installed_) return false;
  const auto repository = pool_.borrow();
  rules_.require_readable(parent_of(prefix_ + path));
  const char* filter = nullptr;
  if (git_attr_get(&filter, repository.get(), 0, (prefix_ + path).c_str(), "filter") < 0) throw unreadable(*repository);
  return git_attr_value(filter) == GIT_ATTR_VALUE_STRING && std::string_view(filter) == "lfs";
}

}  // namespace traff
