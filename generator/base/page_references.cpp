#include "base/page_references.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/web_address.h"

namespace traff {

namespace {

constexpr std::array address_attributes{"href", "src", "poster", "data", "action", "formaction", "ping", "background"};

bool is_name_byte(char c) { return is_ascii_letter(c) || is_digit(c) || c == '-' || c == ':'; }

std::string resolved(std::string_view value) {
  std::string text = replace_all(replace_all(value, "&quot;", "\""), "&#39;", "'");
  return replace_all(replace_all(replace_all(text, "&lt;", "<"), "&gt;", ">"), "&amp;", "&");
}

struct Attribute {
  std::string_view name;
  std::string_view value;
};

class TagReader {
 public:
  explicit TagReader(std::string_view html) : html_(html) {}

  // False at the end.
  bool next() {
    for (at_ = html_.find('<', at_); at_ != std::string_view::npos; at_ = html_.find('<', at_)) {
      if (html_.substr(at_).starts_with("<!--")) {
        at_ = end_of("-->", at_ + 4);
      } else if (at_ + 1 < html_.size() && is_name_byte(html_[at_ + 1])) {
        read_tag();
        return true;
      } else {
        ++at_;
      }
    }
    return false;
  }

  std::string_view name() const { return name_; }
  const std::vector<Attribute>& attributes() const { return attributes_; }

  std::string_view value_of(std::string_view wanted) const {
    const auto found =
        std::find_if(attributes_.begin(), attributes_.end(), [&](const Attribute& a) { return a.name == wanted; });
    return found == attributes_.end() ? std::string_view() : found->value;
  }

 private:
  std::size_t end_of(std::string_view mark, std::size_t from) const {
    const std::size_t found = html_.find(mark, from);
    return found == std::string_view::npos ? html_.size() : found + mark.size();
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < html_.size() && is_name_byte(html_[at_])) ++at_;
    return html_.substr(begin, at_ - begin);
  }

  void read_tag() {
    ++at_;
    name_ = read_name();
    attributes_.clear();
    while (at_ < html_.size() && html_[at_] != '>') {
      if (!is_name_byte(html_[at_])) {
        ++at_;
        continue;
      }
      const std::string_view name = read_name();
      attributes_.push_back({name, at_ < html_.size() && html_[at_] == '=' ? read_value() : std::string_view()});
    }
  }

  std::string_view read_value() {
    ++at_;
    const bool quoted = at_ < html_.size() && (html_[at_] == '"' || html_[at_] == '\'');
    const std::size_t begin = at_ + (quoted ? 1 : 0);
    const std::size_t end = quoted ? html_.find(html_[at_], begin) : html_.find_first_of(" \n>", begin);
    at_ = end == std::string_view::npos ? html_.size() : end + (quoted ? 1 : 0);
    return html_.substr(begin, end == std::string_view::npos ? end : end - begin);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string_view name_;
  std::vector<Attribute> attributes_;
};

void add_srcset(std::vector<PageReference>& found, std::string_view value) {
  for (const std::string_view part : split(value, ',')) {
    const std::string_view candidate = trim(part);
    found.push_back({resolved(candidate.substr(0, candidate.find(' '))), true});
  }
}

}  // namespace

std::vector<PageReference> find_page_references(std::string_view html) {
  std::vector<PageReference> found;
  for (TagReader tags(html); tags.next();) {
    const bool only_says = tags.name() == "link" && tags.value_of("rel") == "canonical";
    if (only_says) continue;
    const bool is_link = tags.name() == "a" || tags.name() == "area";
    for (const Attribute& attribute : tags.attributes()) {
      if (attribute.name == "srcset") add_srcset(found, attribute.value);
      const bool has_address =
          std::find(address_attributes.begin(), address_attributes.end(), attribute.name) != address_attributes.end();
      if (has_address) found.push_back({resolved(attribute.value), !is_link});
    }
  }
  return found;
}

std::vector<PageReference> find_style_references(std::string_view css) {
  std::vector<PageReference> found;
  const auto take = [&](std::size_t begin, std::string_view ends) {
    const std::size_t end = std::min(css.find_first_of(ends, begin), css.size());
    std::string_view address = trim(css.substr(begin, end - begin));
    while (!address.empty() && (address.front() == '"' || address.front() == '\'')) address.remove_prefix(1);
    while (!address.empty() && (address.back() == '"' || address.back() == '\'')) address.remove_suffix(1);
    found.push_back({std::string(address), true});
  };
  for (std::size_t at = css.find("url("); at != std::string_view::npos; at = css.find("url(", at + 4))
    take(at + 4, ")");
  for (std::size_t at = css.find("@import \""); at != std::string_view::npos; at = css.find("@import \"", at + 9))
    take(at + 9, "\"");
  return found;
}

std::optional<std::string> path_of_reference(std::string_view folder, std::string_view address) {
  std::string_view path = address.substr(0, address.find_first_of("?#"));
  std::vector<std::string> parts;
  if (path.starts_with('/')) {
    path.remove_prefix(1);
  } else {
    for (const std::string_view part : split(folder, '/')) {
      if (!part.empty()) parts.emplace_back(part);
    }
  }
  for (const std::string_view part : split(path, '/')) {
    if (part == ".") continue;
    if (part != "..") {
      parts.push_back(percent_decoded(part));
      continue;
    }
    if (parts.empty()) return std::nullopt;
    parts.pop_back();
  }
  return join(parts, "/");
}

}  // namespace traff
