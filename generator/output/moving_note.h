// While a branch is moved: a note in the repository of which, and to where. A run that is killed then leaves its lock
// on the branch; the next knows it by the note and removes it, and nobody else's.
#pragma once

#include <string>

#include "base/content_id.h"
#include "output/open_file.h"

namespace traff {

class MovingNote {
 public:
  // `git_folder` ends with '/'. Where no note can be written the branch is moved all the same.
  MovingNote(const std::string& git_folder, const std::string& reference, const ContentId& commit);
  ~MovingNote();

  MovingNote(const MovingNote&) = delete;
  MovingNote& operator=(const MovingNote&) = delete;

 private:
  std::string path_;
  OpenFile note_;  // locked by us while it is open
};

}  // namespace traff
