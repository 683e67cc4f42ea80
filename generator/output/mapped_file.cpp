#include "output/mapped_file.h"

#include <sys/mman.h>

#include <utility>

namespace traff {

MappedFile::MappedFile(int descriptor, std::size_t size) {
  if (size == 0) return;
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
  if (start == MAP_FAILED) return;
  start_ = static_cast<const char*>(start);
  size_ = size;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : start_(std::exchange(other.start_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(start_, other.start_);
  std::swap(size_, other.size_);
  return *this;
}

void MappedFile::release() const {
  if (start_ != nullptr) ::madvise(const_cast<char*>(start_), size_, MADV_DONTNEED);
}

MappedFile::~MappedFile() {
  if (start_ != nullptr) ::munmap(const_cast<char*>(start_), size_);
}

}  // namespace traff
