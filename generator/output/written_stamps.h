// How the files of one site looked when their bytes were last known, kept in the state folder: the next run
// knows an untouched file for the price of a stat.
#pragma once

#include <string>

#include "base/file_stamp.h"
#include "output/state_folder.h"

namespace traff {

class WrittenStamps {
 public:
  // One table per site folder, named after its absolute path.
  WrittenStamps(const std::string& state_folder, const std::string& absolute_site_folder);

  // Empty when there is none to trust.
  StampTable load() const;

  void save(const StampTable& table) const;

 private:
  StateFolder folder_;
  std::string name_;
};

}  // namespace traff
