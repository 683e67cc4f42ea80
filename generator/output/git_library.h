// libgit2, started so that what it writes outlives a power cut: objects are on disk before the branch that names them.
#pragma once

namespace traff {

struct GitLibrary {
  GitLibrary();
  ~GitLibrary();
  GitLibrary(const GitLibrary&) = delete;
  GitLibrary& operator=(const GitLibrary&) = delete;
};

}  // namespace traff
