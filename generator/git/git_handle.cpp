#include "git/git_handle.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "base/failure.h"
#include "base/text.h"
#include "git/lfs_pointer.h"
#include "git/object_backend.h"
#include "git/object_failure.h"
#include "git/ordinary_files.h"
#include "git/random_file.h"

namespace traff {

namespace {

struct GitLibrary {
  GitLibrary() {
    git_libgit2_init();
    // What is written outlives a power cut: objects are on disk before the branch that names them.
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
  }
  ~GitLibrary() { git_libgit2_shutdown(); }
};

std::string in_shell_quotes(const std::string& text) { return "'" + replace_all(text, "'", "'\\''") + "'"; }

// The working folder that a repository elsewhere than in it says that it has: a linked one, or a submodule's.
std::string named_working_folder(const std::string& repository) {
  try {
    const auto link = RandomFile::open(repository + "/gitdir");
    if (link) return std::filesystem::path(trim(link->read_text(0, link->size()))).parent_path().string();
  } catch (const ObjectDamage&) {
    return {};
  }
  git_config* config = nullptr;
  if (git_config_open_ondisk(&config, (repository + "/config").c_str()) < 0) return {};
  const GitConfig keep(config);
  git_buf named = GIT_BUF_INIT;
  const bool is_named = git_config_get_path(&named, config, "core.worktree") == 0;
  const std::string folder =
      is_named ? (std::filesystem::path(repository) / named.ptr).lexically_normal().string() : "";
  git_buf_dispose(&named);
  return folder;
}

// What git and libgit2 both compare with safe.directory: the working folder, or the bare repository
// without a slash at its end.
Failure owner_failure(std::string path) {
  if (std::string folder = named_working_folder(path); !folder.empty()) path = std::move(folder);
  for (const std::string_view ending : {"/", "/.git"}) {
    if (path.size() > ending.size() && path.ends_with(ending)) path.resize(path.size() - ending.size());
  }
  return Failure("W15", {path, "git config --global --add safe.directory " + in_shell_quotes(path)});
}

bool is_owner_error(int code, std::string_view cause) {
  return code == GIT_EOWNER || cause.find("safe.directory") != std::string_view::npos;
}

Failure damaged(git_repository& repository) { return Failure("W16", {git_repository_path(&repository), git_cause()}); }

GitOdb open_odb(git_repository& repository) {
  git_odb* odb = nullptr;
  if (git_repository_odb(&odb, &repository) < 0) throw damaged(repository);
  return GitOdb(odb);
}

}  // namespace

void start_git() { static const GitLibrary library; }

std::string git_cause() {
  const git_error* error = git_error_last();
  return error != nullptr && error->message != nullptr ? error->message : "libgit2";
}

ContentId to_content_id(const git_oid& oid) {
  ContentId id;
  std::copy(std::begin(oid.id), std::end(oid.id), id.bytes.begin());
  return id;
}

git_oid to_git_oid(const ContentId& id) {
  git_oid oid;
  std::copy(id.bytes.begin(), id.bytes.end(), std::begin(oid.id));
  return oid;
}

GitRepository open_repository(const std::string& path) {
  start_git();
  require_ordinary_files(path);
  git_repository* repository = nullptr;
  const int code = git_repository_open_ext(&repository, path.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
  GitRepository opened(repository);
  const std::string cause = code == 0 ? "" : git_cause();
  if (is_owner_error(code, cause)) throw owner_failure(path);
  if (code != 0) throw Failure("W18", {path, cause});
  try {
    read_objects_ourselves(*opened);
  } catch (const ObjectDamage& damage) {
    throw Failure("W16", {path, damage.where});
  }
  return opened;
}

std::optional<std::string> find_blob(git_repository& repository, const ContentId& id) {
  const GitOdb odb = open_odb(repository);
  git_odb_object* object = nullptr;
  const git_oid oid = to_git_oid(id);
  const int code = git_odb_read(&object, odb.get(), &oid);
  if (code == GIT_ENOTFOUND) return std::nullopt;
  if (code < 0) throw damaged(repository);
  const GitOdbObject keep(object);
  return std::string(static_cast<const char*>(git_odb_object_data(object)), git_odb_object_size(object));
}

std::string read_blob(git_repository& repository, const ContentId& id) {
  auto bytes = find_blob(repository, id);
  if (!bytes) throw object_failure(repository, GIT_ENOTFOUND);
  return std::move(*bytes);
}

bool is_lfs_blob(git_repository& repository, const ContentId& id) {
  const GitOdb odb = open_odb(repository);
  const git_oid oid = to_git_oid(id);
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  if (const int code = git_odb_read_header(&size, &type, odb.get(), &oid); code < 0)
    throw object_failure(repository, code);
  return size < lfs_pointer_limit && is_lfs_pointer(read_blob(repository, id));
}

}  // namespace traff
