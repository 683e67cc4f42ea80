#include "documented_codes.h"

#include <algorithm>

#include "base/text.h"

namespace traff::testing {

namespace {

std::string part_name(std::string_view line) {
  const bool is_name = line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --");
  return is_name ? std::string(line.substr(3, line.size() - 6)) : std::string();
}

class DocumentReader {
 public:
  std::vector<DocumentedCode> read(std::string_view markdown) {
    for (const std::string_view line : split_lines(markdown)) take(line);
    return std::move(codes_);
  }

 private:
  void take(std::string_view line) {
    if (in_example_ && line == "```") {
      in_example_ = false;
    } else if (in_example_) {
      take_example_line(line);
    } else if (line.starts_with("## ")) {
      const std::string_view heading = line.substr(3);
      const std::size_t space = std::min(heading.find(' '), heading.size());
      codes_.push_back({std::string(heading.substr(0, space)), std::string(trim(heading.substr(space))), {}, {}});
    } else if (line == "```markdown fel" || line == "```markdown rätt") {
      in_example_ = true;
      codes_.back().examples.push_back({line.ends_with("fel"), {}});
      path_ = "sida.md";
    } else if (!codes_.empty() && !line.starts_with("# ")) {
      codes_.back().words += std::string(line) + "\n";
    }
  }

  void take_example_line(std::string_view line) {
    FilesByPath& files = codes_.back().examples.back().files;
    if (const std::string name = part_name(line); !name.empty()) {
      path_ = name;
      files[path_];
    } else {
      files[path_] += std::string(line) + "\n";
    }
  }

  std::vector<DocumentedCode> codes_;
  std::string path_;
  bool in_example_ = false;
};

}  // namespace

std::vector<DocumentedCode> read_documented_codes(std::string_view markdown) { return DocumentReader().read(markdown); }

}  // namespace traff::testing
