#include "checks/link_rights.h"

#include <algorithm>
#include <array>

#include "base/web_address.h"

namespace traff {

namespace {

// A library's door: open to those with an account there.
constexpr std::array<std::string_view, 6> proxies{"login?url=", "login?qurl=", "ezproxy",
                                                  "bibproxy",   "libproxy",    ".proxy.ub."};

// Copies put up by somebody else than who made the work.
constexpr std::array<std::string_view, 14> copy_places{
    "sci-hub.", "libgen.",  "z-lib.",      "zlibrary.",     "z-library.", "annas-archive.", "pdfdrive.",
    "epdf.",    "vdoc.pub", "dokumen.pub", "pdfcoffee.com", "docplayer.", "scribd.com",     "studylib."};

std::string name_of_host(std::string_view address) {
  const std::string host = host_of(address);
  return host.starts_with("www.") ? host.substr(4) : host;
}

bool is_copy_place(const std::string& host) {
  return std::any_of(copy_places.begin(), copy_places.end(), [&](std::string_view place) {
    return host.starts_with(place) || host.find("." + std::string(place)) != host.npos;
  });
}

bool goes_through_proxy(std::string_view address) {
  return std::any_of(proxies.begin(), proxies.end(),
                     [&](std::string_view mark) { return address.find(mark) != address.npos; });
}

}  // namespace

void check_link_rights(const PageText& page, std::vector<Diagnostic>& found) {
  for (const Slot& slot : page.document.slots) {
    if (slot.kind != SlotKind::link || found.size() >= most_findings) continue;
    const std::string host = name_of_host(slot.target);
    if (host.empty()) continue;
    if (goes_through_proxy(slot.target)) {
      found.push_back(found_at(page, "U5", slot.line, host, {host}));
    } else if (is_copy_place(host)) {
      found.push_back(found_at(page, "U6", slot.line, host, {host}));
    }
  }
}

}  // namespace traff
