#include "pages/addresses/link_hints.h"

#include <algorithm>

#include "base/messages/phrases.h"
#include "base/text.h"
#include "pages/addresses/urls.h"

namespace traff {

namespace {

Words did_you_mean(const std::string& name) { return Words("Menade du ", "Did you mean ") + name + "?"; }

// "www.example.org", "example.org/sida": a name with a dot before anything else, whose end is that of no file.
bool is_web_address(std::string_view written) {
  static constexpr std::string_view domains[] = {"se", "org", "com", "net", "nu",   "eu",
                                                 "fi", "no",  "dk",  "edu", "info", "io"};
  if (written.starts_with("www.")) return true;
  const std::string_view host = written.substr(0, written.find_first_of("/?#"));
  const std::size_t dot = host.rfind('.');
  return dot != host.npos && dot > 0 && std::ranges::find(domains, host.substr(dot + 1)) != std::end(domains);
}

bool is_on_own_computer(std::string_view written) {
  const bool has_drive = written.size() > 2 && written[1] == ':' && is_ascii_letter(written[0]);
  return has_drive || written.starts_with("/Users/") || written.starts_with("/home/") || written.starts_with("\\\\");
}

}  // namespace

std::optional<Words> hint_by_form(std::string_view written) {
  if (is_on_own_computer(written)) return phrase::put_file_in_content;
  if (written.find('\\') != written.npos) return did_you_mean(replace_all(written, "\\", "/"));
  const std::size_t at = written.find('@');
  if (at != written.npos && at > 0 && written.find('.', at) != written.npos && written.find('/') == written.npos)
    return did_you_mean("mailto:" + std::string(written));
  if (is_web_address(written)) return did_you_mean("https://" + std::string(written));
  return std::nullopt;
}

Words missing_page_hint(const LinkTarget& target, const std::string& from) {
  if (!target.nearest.empty()) return did_you_mean(relative_href(from, target.nearest));
  return phrase::the_way_to_page;
}

Words missing_image_hint(const LinkTarget& target, const std::string& from) {
  if (!target.nearest.empty()) return did_you_mean(relative_href(from, target.nearest));
  return phrase::the_way_to_image;
}

Words missing_heading_hint(const LinkTarget& target, const Document& page) {
  if (!target.nearest.empty()) return did_you_mean("#" + target.nearest);
  constexpr std::size_t shown = 5;
  std::string ids;
  for (std::size_t i = 0; i < std::min(shown, page.headings.size()); ++i)
    ids += (i == 0 ? "#" : ", #") + page.headings[i].id;
  if (ids.empty()) return phrase::page_without_headings;
  if (page.headings.size() > shown) ids += " …";
  return Words("Här finns: ", "Here are: ") + ids;
}

}  // namespace traff
