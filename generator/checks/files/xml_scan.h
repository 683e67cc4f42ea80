// XML as a browser reads it, piece by piece. It checks nothing but that the pieces are XML: what it does not understand
// it refuses, so that nobody is told of less than a browser would find.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct XmlAttribute {
  std::string_view name;  // with its prefix
  std::string value;      // entities replaced
};

struct XmlElement {
  std::string_view name;    // with its prefix
  std::string_view parent;  // empty at the top
  std::vector<XmlAttribute> attributes;
  std::string_view default_space;  // what an xmlns= of it or around it says
};

struct XmlListener {
  std::function<void(const XmlElement&)> element;
  std::function<void(std::string_view element, std::string_view text)>
      text;  // directly in an element, entities replaced
  std::function<void(std::string_view target, std::string_view data)> instruction;
};

// Where it stopped understanding; npos when it read all. `at` says where the piece begins that the listener is told of.
// Of a document type's own declarations only entities of plain text are understood, and of those a megabyte in all.
// Cost: linear in time and memory, whatever the text.
std::size_t scan_xml(std::string_view text, const XmlListener& listener, std::size_t& at);

}  // namespace traff
