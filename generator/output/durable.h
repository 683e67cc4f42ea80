// What is to outlive a power cut: the disk is asked to keep it, and answers when it has. Every writer that promises
// that goes through here; a build does not, since the next one mends it.
#pragma once

#include <string>

namespace traff {

// All of these: 0 or an errno. A file system that knows no such thing counts as done.

// The bytes of an open file, or the names in an open folder.
int sync_file(int descriptor);

// The names in a folder we may not be allowed to list.
int sync_names(const std::string& folder);

// All that was written to the file system `descriptor` lies on: one wait instead of one a file.
int sync_file_system(int descriptor);

}  // namespace traff
