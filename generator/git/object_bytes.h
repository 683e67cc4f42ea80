// An object as it was stored: what it is, and its bytes in memory that libgit2 can be given.
#pragma once

#include <git2.h>
#include <git2/sys/odb_backend.h>

#include <cstddef>
#include <memory>
#include <new>

namespace traff {

class ObjectBytes {
 public:
  ObjectBytes(git_object_t type, std::size_t size)
      : type_(type), size_(size), bytes_(static_cast<char*>(git_odb_backend_data_alloc(nullptr, size + 1))) {
    if (!bytes_) throw std::bad_alloc();
    bytes_.get()[size] = '\0';  // libgit2's parsers may look there
  }

  git_object_t type() const { return type_; }
  std::size_t size() const { return size_; }
  char* data() { return bytes_.get(); }
  const char* data() const { return bytes_.get(); }
  char* release() { return bytes_.release(); }

 private:
  struct Free {
    void operator()(char* bytes) const { git_odb_backend_data_free(nullptr, bytes); }
  };

  git_object_t type_;
  std::size_t size_;
  std::unique_ptr<char, Free> bytes_;
};

struct ObjectHead {
  git_object_t type = GIT_OBJECT_INVALID;
  std::size_t size = 0;
};

}  // namespace traff
