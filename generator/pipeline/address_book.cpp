#include "pipeline/address_book.h"

#include "pages/site_map.h"

namespace traff {

bool AddressBook::take(const std::string& address, const std::string& source, std::vector<Diagnostic>& diagnostics) {
  const auto [first, is_new] = sources_.emplace(address, source);
  if (!is_new) diagnostics.push_back(same_address(source, first->second, address));
  return is_new;
}

bool AddressBook::is_blocked(const std::string& address, std::vector<Diagnostic>& diagnostics) const {
  for (std::size_t slash = address.find('/'); slash != std::string::npos; slash = address.find('/', slash + 1)) {
    const std::string folder = address.substr(0, slash);
    const auto blocking = sources_.find(folder);
    if (blocking == sources_.end()) continue;
    const std::string& own = sources_.at(address);
    const std::string& other = blocking->second.empty() ? folder : blocking->second;
    diagnostics.push_back({"P9", {own.empty() ? other : own, 0, 0, 0}, {}, {address, folder, other}});
    return true;
  }
  return false;
}

}  // namespace traff
