#include "theme/name_hint.h"

#include <vector>

#include "base/nearest_name.h"
#include "base/text.h"

namespace traff {

namespace {

constexpr std::size_t longest_typed = 60;
constexpr std::size_t longest_list = 40;

}  // namespace

NameHint hint_for_name(std::string_view typed, std::span<const std::string_view> known) {
  if (typed.size() <= longest_typed) {
    if (const auto nearest = nearest_name(typed, known)) {
      const std::string name(*nearest);
      return {"Menade du ”" + name + "”?", "Did you mean “" + name + "”?"};
    }
  }
  if (known.empty() || known.size() > longest_list) return {};
  const std::string list = join(std::vector<std::string>(known.begin(), known.end()), ", ");
  return {"Här finns: " + list + ".", "Known here: " + list + "."};
}

}  // namespace traff
