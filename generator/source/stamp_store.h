// The stamps of the last load, kept in the state folder. Everything works without them, only slower.
#pragma once

#include <cstdint>
#include <string>

#include "base/file_stamp.h"

namespace traff {

// Empty when there is none or it cannot be read.
StampTable load_stamps(const std::string& state_folder);

// Makes the state folder on demand, hidden from git. `seen_ns` is when the files were looked at: what
// changed later than that is not trusted next time. Goes on silently when nothing can be written.
void write_stamps(const std::string& state_folder, const StampTable& stamps, std::int64_t seen_ns);

}  // namespace traff
