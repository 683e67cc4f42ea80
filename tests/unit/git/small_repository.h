// A repository of a few pages with a history, stored in the ways git stores objects, for tests that damage it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "source/git_sandbox.h"

namespace traff::testing {

// How git has stored the objects.
enum class Storage : std::uint8_t { loose, packed, by_name, first_index, packs_and_loose, many_indexed };
inline constexpr Storage every_storage[] = {Storage::loose,       Storage::packed,          Storage::by_name,
                                            Storage::first_index, Storage::packs_and_loose, Storage::many_indexed};

class SmallRepository {
 public:
  explicit SmallRepository(Storage storage);

  std::string path(const std::string& relative = "") const { return sandbox_.path(relative); }
  std::string git(const std::string& arguments) const { return sandbox_.git(arguments); }
  void write(const std::string& relative, const std::string& bytes) const;  // replaces what is write-protected, too

  // Of every object, "blob 12", by its id, as git says.
  const std::map<std::string, std::string>& objects() const { return objects_; }

  // Relative paths of the files below `folder`, sorted.
  std::vector<std::string> files_below(const std::string& folder) const;

 private:
  void edit(int number) const;

  GitSandbox sandbox_;
  std::map<std::string, std::string> objects_;
};

// What the repository answers when each object is asked for.
struct Answers {
  std::vector<std::string> wrong;   // another kind or size than git says
  std::vector<std::string> absent;  // "not found"
  std::size_t damaged = 0;
};
Answers ask_for_all(const SmallRepository& repository);

}  // namespace traff::testing
