#include "git/repository.h"

#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "git/object_store.h"
#include "git/ordinary_files.h"
#include "git/random_file.h"

#if __has_include(<git2/sys/errors.h>)
#include <git2/sys/errors.h>  // what <git2.h> has in earlier versions
#endif

namespace traff {

namespace {

// Gives an open repository our own reading of objects in place of libgit2's, which believes what damaged files say.

struct ObjectBackend : git_odb_backend {
  explicit ObjectBackend(const std::string& folder) : git_odb_backend(), store(folder) {}
  ObjectStore store;
};

ObjectStore& store_of(git_odb_backend* backend) { return static_cast<ObjectBackend*>(backend)->store; }

// libgit2 knows no exceptions.
template <class Action>
int answer(Action action) noexcept {
  try {
    return action();
  } catch (const ObjectDamage& damage) {
    git_error_set_str(GIT_ERROR_ODB, damage.where.c_str());
  } catch (const std::bad_alloc&) {
    git_error_set_oom();
  }
  return GIT_ERROR;
}

int read(void** data, std::size_t* size, git_object_t* type, git_odb_backend* backend, const git_oid* oid) {
  return answer([&] {
    auto object = store_of(backend).read(to_content_id(*oid));
    if (!object) return static_cast<int>(GIT_ENOTFOUND);
    *size = object->size();
    *type = object->type();
    *data = object->release();
    return 0;
  });
}

int read_header(std::size_t* size, git_object_t* type, git_odb_backend* backend, const git_oid* oid) {
  return answer([&] {
    const auto head = store_of(backend).read_head(to_content_id(*oid));
    if (!head) return static_cast<int>(GIT_ENOTFOUND);
    *size = head->size;
    *type = head->type;
    return 0;
  });
}

// What is damaged is there: whoever reads it is told.
int exists(git_odb_backend* backend, const git_oid* oid) {
  return answer([&] { return store_of(backend).read_head(to_content_id(*oid)) ? 1 : 0; }) == 0 ? 0 : 1;
}

int exists_prefix(git_oid* found, git_odb_backend* backend, const git_oid* start, std::size_t digits) {
  return answer([&] {
    const auto ids = store_of(backend).find(to_content_id(*start), digits);
    if (ids.empty()) return static_cast<int>(GIT_ENOTFOUND);
    if (ids.size() > 1) return git_error_set_str(GIT_ERROR_ODB, "ambiguous"), static_cast<int>(GIT_EAMBIGUOUS);
    std::copy(ids.front().bytes.begin(), ids.front().bytes.end(), std::begin(found->id));
    return 0;
  });
}

int read_prefix(git_oid* found, void** data, std::size_t* size, git_object_t* type, git_odb_backend* backend,
                const git_oid* start, std::size_t digits) {
  const int code = exists_prefix(found, backend, start, digits);
  return code < 0 ? code : read(data, size, type, backend, found);
}

// No refresh: the store looks for new packs itself, and what is wrong with one is then no "not found".
std::unique_ptr<ObjectBackend> make_backend(const std::string& folder) {
  auto backend = std::make_unique<ObjectBackend>(folder);
  git_odb_init_backend(backend.get(), GIT_ODB_BACKEND_VERSION);
  backend->read = read;
  backend->read_header = read_header;
  backend->read_prefix = read_prefix;
  backend->exists = exists;
  backend->exists_prefix = exists_prefix;
  backend->free = [](git_odb_backend* released) { delete static_cast<ObjectBackend*>(released); };
  return backend;
}

// Every error of reading an object is then libgit2's GIT_ERROR, with the file as its text; GIT_ENOTFOUND means that
// nothing is damaged and the object is not there. Objects are not written through it. Throws ObjectDamage.
void read_objects_ourselves(git_repository& repository) {
  auto backend = make_backend(std::string(git_repository_commondir(&repository)) + "objects");
  git_odb* odb = nullptr;
  if (git_odb_new(&odb) < 0) throw std::bad_alloc();
  const std::unique_ptr<git_odb, decltype(&git_odb_free)> keep(odb, git_odb_free);
  if (git_odb_add_backend(odb, backend.get(), 1) < 0) throw std::bad_alloc();
  backend.release();  // it belongs to `odb` now
  git_repository_set_odb(&repository, odb);
}

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
  return Failure(code::W15(path, "git config --global --add safe.directory " + in_shell_quotes(path)));
}

bool is_owner_error(int code, std::string_view cause) {
  return code == GIT_EOWNER || cause.find("safe.directory") != std::string_view::npos;
}

Failure damaged(git_repository& repository) {
  return Failure(code::W16(git_repository_path(&repository), git_cause()));
}

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
  if (code != 0) throw Failure(code::W18(path, cause));
  try {
    read_objects_ourselves(*opened);
  } catch (const ObjectDamage& damage) {
    throw Failure(code::W16(path, damage.where));
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

namespace {

bool tells_of_promises(std::string_view name) {
  return name == "extensions.partialclone" || (name.starts_with("remote.") && name.ends_with(".promisor"));
}

bool is_partial_clone(git_repository& repository) {
  git_config* config = nullptr;
  if (git_repository_config_snapshot(&config, &repository) < 0) return false;
  const GitConfig keep(config);
  // libgit2's own search by pattern leaks memory for each name that does not match.
  const auto note_entry = [](const git_config_entry* entry, void* is_set) {
    const std::string_view value = entry->value == nullptr ? "true" : entry->value;
    *static_cast<bool*>(is_set) |= tells_of_promises(entry->name) && value != "false";
    return 0;
  };
  bool is_set = false;
  git_config_foreach(config, note_entry, &is_set);
  return is_set;
}

}  // namespace

bool is_missing_object(int code) {
  const git_error* const error = git_error_last();
  return code == GIT_ENOTFOUND && error != nullptr && error->klass == GIT_ERROR_ODB;
}

Failure object_failure(git_repository& repository, int code) {
  const std::string cause = git_cause();
  const bool is_promised = code == GIT_ENOTFOUND && is_partial_clone(repository);
  return (is_promised ? code::W66 : code::W16)(git_repository_path(&repository), cause);
}

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

Failure repository_failure(git_repository& repository) {
  return Failure(code::W18(git_repository_path(&repository), git_cause()));
}

}  // namespace traff
