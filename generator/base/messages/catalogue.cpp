#include "base/messages/catalogue.h"

#include <cassert>
#include <map>

namespace traff {

namespace {

std::map<Code, const MessageText*> index_messages() {
  std::map<Code, const MessageText*> index;
  for (const auto family : {text_messages(), structure_messages(), fact_messages(), site_messages(), people_messages(),
                            failure_messages(), reference_messages()}) {
    for (const MessageText& row : family) index.emplace(row.code, &row);
  }
  return index;
}

}  // namespace

const MessageText& message_text(Code code) {
  static const auto index = index_messages();
  const auto found = index.find(code);
  assert(found != index.end());
  return *found->second;
}

}  // namespace traff
