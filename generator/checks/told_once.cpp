#include "checks/told_once.h"

#include <algorithm>

namespace traff {

namespace {

bool is_within(const Place& inner, const Place& outer) {
  return inner.line == outer.line && inner.column >= outer.column && inner.column < outer.column + outer.length;
}

}  // namespace

void drop_told_better(const std::vector<Diagnostic>& found, std::vector<Diagnostic>& parsed) {
  std::vector<Place> logins;
  for (const Diagnostic& diagnostic : found) {
    if (diagnostic.code == "U5") logins.push_back(diagnostic.place);
  }
  std::erase_if(parsed, [&](const Diagnostic& said) {
    return said.code == "S29" &&
           std::any_of(logins.begin(), logins.end(), [&](const Place& login) { return is_within(login, said.place); });
  });
}

}  // namespace traff
