// What a scan tells of XML.
#include "checks/files/xml_scan.h"

#include <catch2/catch.hpp>
#include <set>

using namespace traff;

TEST_CASE("a namespace is kept once for all the elements in it") {
  std::string text = "<a xmlns=\"" + std::string(50'000, 'n') + "\">";
  for (int i = 0; i < 10'000; ++i) text += "<b>";
  std::set<const char*> kept;
  const XmlListener listener{[&](const XmlElement& element) { kept.insert(element.default_space.data()); },
                             [](std::string_view, std::string_view) {}, [](std::string_view, std::string_view) {}};
  std::size_t at = 0;
  scan_xml(text, listener, at);
  CHECK(kept.size() == 1);
}
