#include "base/messages/catalogue.h"

#include <cassert>
#include <unordered_map>

namespace traff {

namespace {

std::unordered_map<std::string_view, const MessageText*> index_messages() {
  std::unordered_map<std::string_view, const MessageText*> index;
  for (const auto family : {text_messages(), structure_messages(), fact_messages(), site_messages(), people_messages(),
                            failure_messages(), reference_messages()}) {
    for (const MessageText& row : family) index.emplace(row.code, &row);
  }
  return index;
}

}  // namespace

const MessageText& message_text(std::string_view code) {
  static const auto index = index_messages();
  const auto found = index.find(code);
  assert(found != index.end());
  return *found->second;
}

}  // namespace traff
