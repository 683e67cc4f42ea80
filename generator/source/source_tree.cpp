#include "source/source_tree.h"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/text.h"
#include "base/unicode.h"
#include "git/repository.h"
#include "source/path_rules.h"

namespace traff {

namespace {

class ListedTree : public SourceTree {
 public:
  explicit ListedTree(std::vector<std::pair<std::string, std::string>> files) {
    std::vector<FoundFile> found;
    std::vector<std::string> bytes;
    for (auto& [path, content] : files) {
      if (!passes(path, content)) continue;
      found.push_back({path, content_id(content), {}});
      bytes.push_back(std::move(content));
    }
    for (auto& [file, origin] : admit_files(found, diagnostics_)) {
      files_.push_back(std::move(file));
      bytes_.push_back(std::move(bytes[origin]));
    }
    sort_diagnostics(diagnostics_);
  }

  std::string read(std::size_t index) const override {
    assert(index < bytes_.size());
    return bytes_[index];
  }

 private:
  bool passes(const std::string& path, const std::string& content) {
    if (is_hidden_path(path)) return false;
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      if (refuse(odd_name(std::string_view(path).substr(0, slash)))) return false;
    }
    if (refuse(odd_name(path))) return false;
    return !may_go_to_lfs(path) || !is_lfs_pointer(content) || !refuse(lfs_diagnostic(path));
  }

  bool refuse(std::optional<Diagnostic> diagnostic) {
    if (!diagnostic) return false;
    if (std::find(diagnostics_.begin(), diagnostics_.end(), *diagnostic) == diagnostics_.end()) {
      diagnostics_.push_back(std::move(*diagnostic));
    }
    return true;
  }

  std::vector<std::string> bytes_;
};

}  // namespace

std::unique_ptr<SourceTree> listed_tree(std::vector<std::pair<std::string, std::string>> files) {
  return std::make_unique<ListedTree>(std::move(files));
}

namespace {

constexpr int most_hops = 8;  // links that lead to links

// Files in bytewise order of their raw paths, so that a path is found by halving.
class FoundOrder {
 public:
  explicit FoundOrder(const std::vector<FoundFile>& found) : found_(found), order_(found.size()) {
    for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = i;
    std::sort(order_.begin(), order_.end(), [&](auto a, auto b) { return found_[a].raw_path < found_[b].raw_path; });
  }

  const std::vector<std::size_t>& indices() const { return order_; }

  std::optional<std::size_t> find(std::string_view path) const {
    const auto at = first_not_before(path);
    if (at == order_.end() || found_[*at].raw_path != path) return std::nullopt;
    return *at;
  }

  bool has_folder(const std::string& path) const {
    const auto at = first_not_before(path + "/");
    return path.empty() || (at != order_.end() && found_[*at].raw_path.starts_with(path + "/"));
  }

 private:
  std::vector<std::size_t>::const_iterator first_not_before(std::string_view path) const {
    return std::lower_bound(order_.begin(), order_.end(), path, [&](std::size_t index, std::string_view wanted) {
      return found_[index].raw_path < wanted;
    });
  }

  const std::vector<FoundFile>& found_;
  std::vector<std::size_t> order_;
};

// The path a link's target names, worked out on names alone; nothing when it leaves the content.
std::optional<std::string> target_path(std::string_view link, std::string_view target) {
  if (target.starts_with('/')) return std::nullopt;
  std::vector<std::string> parts;
  const std::size_t folder_end = link.rfind('/');
  if (folder_end != std::string_view::npos) {
    for (const auto part : split(link.substr(0, folder_end), '/')) parts.emplace_back(part);
  }
  for (const auto part : split(target, '/')) {
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.emplace_back(part);
      continue;
    }
    if (parts.empty()) return std::nullopt;
    parts.pop_back();
  }
  return join(parts, "/");
}

struct LinkEnd {
  std::optional<std::size_t> origin;
  Phrase why_none = {};
};

LinkEnd follow_link(const std::vector<FoundFile>& found, const FoundOrder& order, std::size_t index) {
  for (int hop = 0; hop < most_hops; ++hop) {
    const FoundFile& link = found[index];
    if (link.link_target->size() > longest_path) break;
    const auto path = target_path(link.raw_path, *link.link_target);
    if (!path) return {{}, phrase::outside_content};
    const auto next = order.find(*path);
    if (!next && order.has_folder(*path)) return {{}, phrase::is_folder};
    if (!next) return {{}, phrase::not_in_content};
    if (!found[*next].link_target) return {next};
    index = *next;
  }
  return {{}, phrase::without_end};
}

std::string shown_target(const std::string& target) { return printable_path(std::string_view(target).substr(0, 200)); }

}  // namespace

std::vector<AdmittedFile> admit_files(const std::vector<FoundFile>& found, std::vector<Diagnostic>& diagnostics) {
  const FoundOrder order(found);
  std::vector<AdmittedFile> admitted;
  admitted.reserve(found.size());
  std::unordered_map<std::string, std::size_t> by_lower_path;
  by_lower_path.reserve(found.size());
  for (const std::size_t index : order.indices()) {
    LinkEnd end{index};
    if (const auto& target = found[index].link_target) {
      end = follow_link(found, order, index);
      if (!end.origin) {
        diagnostics.push_back(path_diagnostic(code::P1(shown_target(*target), end.why_none), found[index].raw_path));
        continue;
      }
    }
    std::string path = to_nfc(found[index].raw_path);
    const auto [twin, is_new] = by_lower_path.emplace(to_lower(path), admitted.size());
    if (!is_new) {
      const std::string& kept = admitted[twin->second].file.path;
      diagnostics.push_back(path_diagnostic(code::P3(kept, path), path));
      continue;
    }
    admitted.push_back({{std::move(path), found[*end.origin].id}, *end.origin});
  }
  std::sort(admitted.begin(), admitted.end(), [](const auto& a, const auto& b) { return a.file.path < b.file.path; });
  return admitted;
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& d) { return std::tie(d.place, d.code, d.args); };
  std::sort(diagnostics.begin(), diagnostics.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

}  // namespace traff
