// Where the content's repository lies on the web, from `källa:` of content/index.md, and the two addresses every page has
// there: one to edit its text, one to read its history.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace traff {

struct Forge {
  // Addresses with {sökväg} for the file's path; "" when there is none.
  std::string edit;
  std::string history;
};

// "https://github.com/a/b", GitLab, Gitea, Forgejo and Codeberg the same, with or without the branch as the forge's own
// pages have it (…/tree/BRANCH); without it is main. Or one or two addresses with {sökväg}, to edit and of the history.
// Nothing when it is neither.
std::optional<Forge> parse_forge(std::string_view source);

// `path`: of the file, from the top of the repository.
std::string forge_address(std::string_view pattern, std::string_view path);

}  // namespace traff
