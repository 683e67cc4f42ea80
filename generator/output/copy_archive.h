// The copy to take along: a ZIP with one top folder, what it is made of, and the sums that tell whether it is whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_id.h"
#include "base/message.h"

namespace traff {

struct CopyOrigin {
  std::optional<ContentId> commit;  // nothing when the content is not as in any commit
  std::string day;                  // of the commit, "2020-02-03"; may be empty
  std::string address;              // where the newest is; may be empty
};

struct CopyFile {
  std::string path;                    // below the top folder
  std::function<std::string()> bytes;  // called once, from any thread
  bool is_page = false;                // part of the site: proven to work without a network
};

struct CopyOrder {
  std::string file;  // where to write it
  std::string top;   // the one folder everything lies in
  CopyOrigin origin;
  std::int64_t seconds = 0;  // the time every file bears, UTC
  unsigned jobs = 0;
};

struct CopyReport {
  std::size_t files = 0;
  std::uint64_t bytes = 0;  // of the ZIP
};

// The same bytes for the same order and files, whatever the machine.
class CopyMaker {
 public:
  explicit CopyMaker(CopyOrder order);
  ~CopyMaker();

  // Makes and packs them now. May be called again.
  void add(const std::vector<CopyFile>& files);

  // The whole ZIP; nothing can be added after that. Throws Failure W90 something would not work from a disk, W93 too
  // large.
  std::string finish();

  // The same into the order's file. Throws Failure before anything is written as finish(), and W2.
  CopyReport write();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Reads all of a copy and compares it with its sums. Throws Failure: W1, W91 not whole.
CopyOrigin verify_copy(const std::string& file);

}  // namespace traff
