#include "base/web_address.h"

#include "base/utf8.h"

namespace traff {

std::string host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = address.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  host = host.substr(host.rfind('@') + 1);
  return to_lower(host.substr(0, host.find(':')));
}

}  // namespace traff
