#include "git/object_backend.h"

#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>
#if __has_include(<git2/sys/errors.h>)
#include <git2/sys/errors.h>  // what <git2.h> has in earlier versions
#endif

#include <algorithm>
#include <memory>
#include <new>
#include <string>

#include "git/git_handle.h"
#include "git/object_store.h"

namespace traff {

namespace {

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

}  // namespace

void read_objects_ourselves(git_repository& repository) {
  auto backend = make_backend(std::string(git_repository_commondir(&repository)) + "objects");
  git_odb* odb = nullptr;
  if (git_odb_new(&odb) < 0) throw std::bad_alloc();
  const std::unique_ptr<git_odb, decltype(&git_odb_free)> keep(odb, git_odb_free);
  if (git_odb_add_backend(odb, backend.get(), 1) < 0) throw std::bad_alloc();
  backend.release();  // it belongs to `odb` now
  git_repository_set_odb(&repository, odb);
}

}  // namespace traff
