// The folder `.traff`: what the program remembers between runs and anybody may delete at any time. Nothing in
// it is needed, so nothing here fails: what cannot be read is not there, what cannot be written is not kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/content_id.h"
#include "disk/file.h"
#include "disk/file_stamp.h"

namespace traff {

class StateFolder {
 public:
  // Made when missing, with a .gitignore that hides it; what killed runs left half-written goes. An empty path, a link
  // or a folder without permission gives one that holds nothing.
  explicit StateFolder(const std::string& path);

  // -1 when there is none.
  int descriptor() const { return folder_.descriptor(); }
  bool is_open() const { return folder_.is_open(); }

  // Replaced as a whole; false when it could not be.
  bool write(const std::string& name, std::string_view bytes) const;

  // The name the file `name` has until it is whole: one for each process, so that none writes in another's.
  static std::string temporary_name(const std::string& name);

 private:
  OpenFile folder_;
};

// What source/ remembers between runs. Nothing of it is needed, so nothing here fails.

enum class Memory { use, renew };  // renew: nothing that an earlier run wrote is believed

// Makes the state folder on demand; never through a link, which could lead the writing anywhere.
void write_state_file(const std::string& state_folder, const std::string& name, std::string_view bytes);

// The bytes that were written; nothing when there are none or one of them has changed since.
std::optional<std::string> read_state_file(const std::string& state_folder, const std::string& name);

// The stamps of the last load, kept in the state folder. Everything works without them, only slower.

// Empty when there is none or it cannot be read.
StampTable load_stamps(const std::string& state_folder);

// `seen_ns` is when the files were looked at: what
// changed later than that is not trusted next time. Goes on silently when nothing can be written.
void write_stamps(const std::string& state_folder, const StampTable& stamps, std::int64_t seen_ns);

// How the files of one site looked when their bytes were last known, kept in the state folder: the next run
// knows an untouched file for the price of a stat.

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

// How large something was that is costly to make: a few lines in the state folder, the newest first.

// Nothing when it is not known, or the folder cannot be read.
std::optional<std::uint64_t> find_size_note(const std::string& state_folder, std::string_view name,
                                            const ContentId& key);

void keep_size_note(const std::string& state_folder, std::string_view name, const ContentId& key, std::uint64_t size);

}  // namespace traff
