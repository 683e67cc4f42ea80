#include "output/copy_archive.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/parallel.h"
#include "base/read_json.h"
#include "base/text.h"
#include "base/web_address.h"
#include "disk/file.h"
#include "disk/new_files.h"
#include "output/site_path.h"
#include "output/zip_archive.h"

namespace traff {

namespace {

// No file of a site begins so (is_site_path), so they are in nobody's way.
constexpr std::string_view sums_name = ".traff-sha256";
constexpr std::string_view origin_name = ".traff-copy.json";
constexpr std::size_t most_shown_flaws = 10;
constexpr std::uint64_t most_origin_bytes = 100'000;

std::string origin_text(const CopyOrigin& origin) {
  nlohmann::ordered_json json;
  json["format"] = 1;
  json["commit"] = origin.commit ? nlohmann::ordered_json(to_hex(*origin.commit)) : nlohmann::ordered_json();
  json["date"] = origin.day;
  json["address"] = origin.address;
  return json.dump(1) + "\n";
}

std::optional<CopyOrigin> parse_origin(std::string_view text) {
  nlohmann::json json;
  if (read_json(text, json) || !json.is_object()) return std::nullopt;
  const auto word = [&](const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  return CopyOrigin{content_id_from_hex(word("commit")), word("date"), word("address")};
}

void refuse_flaws(const OfflineProof& proof) {
  const auto flaws = proof.flaws();
  if (flaws.empty()) return;
  Words shown;
  for (std::size_t i = 0; i < std::min(flaws.size(), most_shown_flaws); ++i) shown = shown + "\n  " + flaws[i];
  throw Failure(code::W90(flaws.size() > most_shown_flaws ? shown + "\n  …" : shown));
}

struct Packed {
  ZipMember member;
  std::string sum;
};

std::string sums_text(const std::vector<Packed>& packed, const std::string& top) {
  std::string text;
  for (const Packed& file : packed) text += file.sum + "  " + file.member.path.substr(top.size() + 1) + "\n";
  return text;
}

// "topp/a/b.html" → "topp": what copy_folder() of pipeline/ gives, and nothing that leads elsewhere.
std::optional<std::string_view> top_of(std::string_view path) {
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; };
  const std::string_view top = path.substr(0, path.find('/'));
  if (top.empty() || top.size() == path.size() || !std::ranges::all_of(top, is_plain)) return std::nullopt;
  return top;
}

bool is_name_in_copy(std::string_view path) {
  return path == sums_name || path == origin_name || (is_site_path(path) && path.find('\\') == std::string_view::npos);
}

class CopyReader {
 public:
  explicit CopyReader(const std::string& file) : shown_(file), loaded_(load(file)), zip_(loaded_.bytes, file) {
    for (const auto& entry : zip_.entries()) {
      const auto top = top_of(entry.path);
      if (!top || top != top_of(zip_.entries().front().path)) refuse(phrase::no_one_folder);
      const std::string path = entry.path.substr(top->size() + 1);
      if (!is_name_in_copy(path)) refuse(phrase::name_leads_elsewhere);
      listed_bytes_ += 64 + 2 + path.size() + 1;
      if (!entries_.emplace(path, &entry).second) refuse(phrase::two_of_one_name);
    }
  }

  CopyOrigin run() const {
    std::size_t listed = 1;  // the list itself
    const std::string sums = text_of(sums_name, listed_bytes_, phrase::sums_damaged);
    for (const std::string_view line : split_lines(sums)) {
      const std::size_t gap = line.find("  ");
      if (gap != 64) refuse(phrase::sums_damaged);
      check(std::string(line.substr(gap + 2)), line.substr(0, gap));
      ++listed;
    }
    if (listed != entries_.size()) refuse(phrase::files_added);
    const auto origin = parse_origin(text_of(origin_name, most_origin_bytes, phrase::origin_damaged));
    if (!origin) refuse(phrase::origin_damaged);
    return *origin;
  }

 private:
  static LoadedFile load(const std::string& file) {
    auto loaded = load_whole_file(AT_FDCWD, file);
    if (!loaded) throw Failure(code::W1(file, error_text(ENOENT)));
    return std::move(*loaded);
  }

  [[noreturn]] void refuse(const Words& why) const { throw Failure(code::W91(shown_, why)); }

  const ZipReader::Entry& entry(const std::string& path) const {
    const auto found = entries_.find(path);
    if (found == entries_.end()) refuse(path + Words(" saknas", " is missing"));
    return *found->second;
  }

  // What is larger than `most` is not even unpacked.
  std::string text_of(std::string_view name, std::uint64_t most, const Phrase& too_large) const {
    const ZipReader::Entry& found = entry(std::string(name));
    if (found.size > most) refuse(too_large);
    std::string text;
    zip_.read(found, [&](std::string_view part) { text += part; });
    return text;
  }

  void check(const std::string& path, std::string_view sum) const {
    Digest digest(Digest::Kind::sha256);
    zip_.read(entry(path), [&](std::string_view part) { digest.add(part); });
    if (hex(digest.finish()) != sum) refuse(path + Words(" är ändrad", " was changed"));
  }

  std::string shown_;
  LoadedFile loaded_;
  ZipReader zip_;
  std::map<std::string, const ZipReader::Entry*> entries_;  // by path below the top folder
  std::uint64_t listed_bytes_ = 0;                          // a list of them all with their sums
};

}  // namespace

struct CopyMaker::State {
  CopyOrder order;
  OfflineProof proof;
  std::vector<Packed> packed;
};

CopyMaker::CopyMaker(CopyOrder order) : state_(std::make_unique<State>()) { state_->order = std::move(order); }
CopyMaker::~CopyMaker() = default;

void CopyMaker::add(const std::vector<CopyFile>& files) {
  const std::size_t before = state_->packed.size();
  state_->packed.resize(before + files.size());
  for_each_index(files.size(), state_->order.jobs, [&](std::size_t i) {
    const std::string bytes = files[i].bytes();
    if (files[i].is_page) state_->proof.add(files[i].path, bytes);
    state_->packed[before + i] = {make_member(state_->order.top + "/" + files[i].path, bytes), sha256_hex(bytes)};
  });
}

std::string CopyMaker::finish() {
  const CopyOrder& order = state_->order;
  std::vector<Packed>& packed = state_->packed;
  add({{std::string(origin_name), [&] { return origin_text(order.origin); }}});
  refuse_flaws(state_->proof);
  std::sort(packed.begin(), packed.end(),
            [](const Packed& a, const Packed& b) { return a.member.path < b.member.path; });
  std::vector<ZipMember> members{make_member(order.top + "/" + std::string(sums_name), sums_text(packed, order.top))};
  for (Packed& file : packed) members.push_back(std::move(file.member));
  packed.clear();
  return make_zip(members, order.seconds);
}

CopyReport CopyMaker::write() {
  const CopyOrder& order = state_->order;
  const std::size_t files = state_->packed.size() + 2;  // and the two that say what it is
  const std::string zip = finish();
  NamedFileWriter file(order.file);
  file.write(zip);
  file.finish();
  return {files, zip.size()};
}

CopyOrigin verify_copy(const std::string& file) { return CopyReader(file).run(); }

namespace {

// "https:", "mailto:" …; "" for an address of the site itself.
std::string_view scheme_of(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || address.substr(0, colon).find_first_of("/?#") != std::string_view::npos)
    return {};
  return address.substr(0, colon + 1);
}

// The path in the set that `address` on `page` leads to; nothing when it leads out of it.
std::optional<std::string> target_path(std::string_view page, std::string_view address) {
  const std::string_view path = address.substr(0, address.find_first_of("?#"));
  if (path.empty()) return std::string(page);
  std::vector<std::string> parts;
  for (const std::string_view part : split(parent_folder(page), '/')) {
    if (!part.empty()) parts.emplace_back(part);
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

}  // namespace

void OfflineProof::add(const std::string& path, std::string_view bytes) {
  std::vector<PageReference> found;
  if (path.ends_with(".html")) found = find_page_references(bytes);
  if (path.ends_with(".css")) found = find_style_references(bytes);
  const std::lock_guard guard(mutex_);
  paths_.insert(path);
  for (PageReference& reference : found) {
    const std::string_view scheme = scheme_of(reference.address);
    const bool works =
        reference.address.starts_with('#') || scheme == "data:" || (!scheme.empty() && !reference.is_fetched);
    if (!works) references_.push_back({path, std::move(reference.address), reference.is_fetched});
  }
}

std::vector<Words> OfflineProof::flaws() const {
  std::set<Words> flaws;
  const auto add = [&](const Reference& from, const Words& why) {
    flaws.insert(from.page + ": " + from.address + " " + why);
  };
  for (const Reference& reference : references_) {
    const bool other_host = !scheme_of(reference.address).empty() || reference.address.starts_with("//");
    if (other_host) {
      add(reference, phrase::is_fetched);
    } else if (reference.address.starts_with('/')) {
      add(reference, phrase::begins_at_root);
    } else if (const auto target = target_path(reference.page, reference.address);
               !target || !paths_.contains(*target)) {
      add(reference, phrase::not_in_copy);
    }
  }
  return {flaws.begin(), flaws.end()};
}

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

}  // namespace traff
