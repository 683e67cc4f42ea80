// A file of a repository's objects, read at any place without believing anything of what it says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace traff {

// Thrown by what reads objects here, and turned into libgit2's kind of error where libgit2 asks.
struct ObjectDamage {
  std::string where;  // the file, and what the system said of it if it said anything
  bool operator==(const ObjectDamage&) const = default;
};

class RandomFile {
 public:
  // Nothing when there is none. Throws ObjectDamage when it is something else than a file or cannot be opened.
  static std::optional<RandomFile> open(const std::string& path);

  RandomFile(RandomFile&& other) noexcept;
  RandomFile& operator=(RandomFile&& other) noexcept;
  ~RandomFile();

  const std::string& path() const { return path_; }
  std::uint64_t size() const { return size_; }

  // Thread-safe. Fewer than `count` bytes where the file ends. Throws ObjectDamage when it cannot be read.
  std::size_t read(std::uint64_t offset, char* bytes, std::size_t count) const;

  // Throws ObjectDamage, too, when the file does not have them all.
  std::string read_text(std::uint64_t offset, std::size_t count) const;

  [[noreturn]] void fail() const;

 private:
  RandomFile(std::string path, int descriptor, std::uint64_t size);

  std::string path_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace traff
