#include "course/model/course.h"

#include <array>

#include "base/text.h"
#include "base/unicode.h"
#include "base/web_address.h"

namespace traff {

namespace {

constexpr std::string_view usual_branch = "main";

// How a kind of forge forms its addresses, after that of the repository.
struct ForgeKind {
  std::string_view name;    // in the host
  std::string_view branch;  // between the repository and the branch in the address of a folder
  std::string_view edit;
  std::string_view history;
};

constexpr std::array kinds{
    ForgeKind{"github", "/tree/", "/edit/{gren}/{sökväg}", "/commits/{gren}/{sökväg}"},
    ForgeKind{"gitlab", "/-/tree/", "/-/edit/{gren}/{sökväg}", "/-/commits/{gren}/{sökväg}"},
    ForgeKind{"gitea", "/src/branch/", "/_edit/{gren}/{sökväg}", "/commits/branch/{gren}/{sökväg}"},
    ForgeKind{"forgejo", "/src/branch/", "/_edit/{gren}/{sökväg}", "/commits/branch/{gren}/{sökväg}"},
    ForgeKind{"codeberg", "/src/branch/", "/_edit/{gren}/{sökväg}", "/commits/branch/{gren}/{sökväg}"},
};

bool is_web_address(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

bool has_path(std::string_view text) {
  return text.find("{sökväg}") != std::string_view::npos || text.find("{path}") != std::string_view::npos;
}

std::string pattern(std::string_view text, std::string_view branch) {
  const std::string with_path = replace_all(text, "{path}", "{sökväg}");
  return replace_all(replace_all(with_path, "{gren}", branch), "{branch}", branch);
}

const ForgeKind* kind_of(std::string_view address) {
  const std::size_t host = address.find("://") + 3;
  const std::string name = to_lower(address.substr(host, address.find('/', host) - host));
  for (const ForgeKind& kind : kinds) {
    if (name.find(kind.name) != std::string::npos) return &kind;
  }
  return nullptr;
}

std::optional<Forge> known_forge(std::string_view address) {
  const ForgeKind* kind = kind_of(address);
  if (kind == nullptr) return std::nullopt;
  std::string_view branch = usual_branch;
  if (const std::size_t at = address.find(kind->branch); at != std::string_view::npos) {
    branch = address.substr(at + kind->branch.size());
    address = address.substr(0, at);
  }
  while (address.ends_with('/')) address.remove_suffix(1);
  if (address.ends_with(".git")) address.remove_suffix(4);
  while (branch.ends_with('/')) branch.remove_suffix(1);
  const std::size_t host = address.find("://") + 3;
  const std::size_t owner = address.find('/', host);
  const bool names_repository =
      owner != std::string_view::npos && address.find('/', owner + 1) != std::string_view::npos;
  if (!names_repository || branch.empty()) return std::nullopt;
  return Forge{std::string(address) + pattern(kind->edit, branch),
               std::string(address) + pattern(kind->history, branch)};
}

}  // namespace

std::optional<Forge> parse_forge(std::string_view source) {
  if (!is_web_address(source)) return std::nullopt;
  if (!has_path(source)) return source.find(' ') == std::string_view::npos ? known_forge(source) : std::nullopt;
  const std::size_t end = source.find_first_of(" ,");
  const std::string_view edit = source.substr(0, end);
  const std::string_view history =
      end == std::string_view::npos ? std::string_view() : source.substr(source.find_last_of(" ,") + 1);
  const bool history_is_pattern = is_web_address(history) && has_path(history);
  if (!has_path(edit) || (!history.empty() && !history_is_pattern)) return std::nullopt;
  return Forge{pattern(edit, usual_branch), pattern(history, usual_branch)};
}

std::string forge_address(std::string_view pattern, std::string_view path) {
  return replace_all(pattern, "{sökväg}", percent_encoded(path));
}

}  // namespace traff
