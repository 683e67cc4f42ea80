#include "pages/linked_words.h"

#include <algorithm>

#include "base/text.h"

namespace traff {

std::string linked_words(std::string_view value) {
  std::string html;
  for (std::string_view rest = value; !rest.empty();) {
    const std::size_t begin = rest.find_first_not_of(" ,");
    if (begin == std::string_view::npos) {
      append_html_escaped(html, rest);
      break;
    }
    const std::size_t end = std::min(rest.find_first_of(" ,", begin), rest.size());
    const std::string_view word = rest.substr(begin, end - begin);
    append_html_escaped(html, rest.substr(0, begin));
    const std::string shown = html_escaped(word);
    const std::size_t at = word.find('@');
    if (word.starts_with("https://") || word.starts_with("http://")) {
      html += "<a href=\"" + shown + "\" class=\"external\">" + shown + "</a>";
    } else if (at != std::string_view::npos && at > 0 && word.find('.', at) != std::string_view::npos) {
      html += "<a href=\"mailto:" + shown + "\">" + shown + "</a>";
    } else {
      html += shown;
    }
    rest.remove_prefix(end);
  }
  return html;
}

}  // namespace traff
