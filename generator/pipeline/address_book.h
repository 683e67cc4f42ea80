// Who has each address of the site, so that no two outputs get in each other's way.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

class AddressBook {
 public:
  // `source`: the file of the content, "" for what the program makes. False, with a P8, when the address is taken.
  bool take(const std::string& address, const std::string& source, std::vector<Diagnostic>& diagnostics);

  // Whether a file has the address of one of this one's folders ("a.html" beside "a.html/b.html"): P9, as no disk
  // can hold both. Ask when every address is taken.
  bool is_blocked(const std::string& address, std::vector<Diagnostic>& diagnostics) const;

 private:
  std::unordered_map<std::string, std::string> sources_;  // by address
};

}  // namespace traff
