#include "source/source_tree.h"

#include <algorithm>
#include <cassert>

#include "git/lfs_pointer.h"
#include "source/admission.h"
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

}  // namespace traff
