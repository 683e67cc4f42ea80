#include "preview/page_tags.h"

#include <algorithm>

#include "base/text.h"

namespace traff {

namespace {

constexpr std::string_view style_tag = "<link rel=\"stylesheet\" href=\"/_traff/preview.css\">\n";

std::string script_tag(std::string_view address, const Edition& edition) {
  return "<script src=\"/_traff/preview.js\" defer data-page=\"" + html_escaped(address) + "\" data-site=\"" + edition.site +
         "\" data-notes=\"" + edition.notes + "\"></script>\n";
}

}  // namespace

std::string with_preview_tags(std::string html, std::string_view address, const Edition& edition) {
  html.insert(std::min(html.rfind("</body>"), html.size()), script_tag(address, edition));
  html.insert(std::min(html.find("</head>"), html.size()), style_tag);
  return html;
}

}  // namespace traff
