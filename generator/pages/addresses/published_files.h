// Which of the content's files that are no pages come along: those that a published page, a style sheet, a template or
// a setting refers to, those that such a file refers to itself, and those that `publicera:` of content/index.md names.
// Everything else that lies in the folder is nobody's business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "course/model/course.h"
#include "course/model/link_target.h"

namespace traff {

class PublishedFiles {
 public:
  // `files`: paths in the content, in order. All must outlive this.
  PublishedFiles(std::span<const Document> documents, const Course& course, std::span<const std::string> files);

  // Each gives the files (indices) that nothing before it had referred to.

  // Links and pictures of published pages, and the logo. Cost: linear in slots.
  std::vector<std::size_t> of_pages();

  // What `publicera:` names: a file, a folder with all in it, or a name with `*`. F59: there is no such thing.
  std::vector<std::size_t> of_setting(std::vector<Diagnostic>& diagnostics);

  // What a file that comes along refers to, if it is a page or style sheet of the author's own. Cost: linear.
  std::vector<std::size_t> of_file(std::string_view path, std::string_view bytes);

  // What a template or style sheet of the site's own theme refers to; `name` as in the theme's folder.
  std::vector<std::size_t> of_theme(std::string_view name, std::string_view bytes);

  // Whether `publicera:` alone is why it comes along: then it keeps its name as it is written.
  bool is_only_named(std::size_t file) const { return reasons_[file] == Reason::named; }

  // Whether nothing refers to it, not even a draft.
  bool is_unused(std::size_t file) const { return reasons_[file] == Reason::none; }

 private:
  enum class Reason : std::uint8_t { none, of_draft, named, referred_to };

  void take(std::string_view path, Reason reason, std::vector<std::size_t>& found);
  void take_address(const std::string& address, std::vector<std::size_t>& found);

  std::span<const Document> documents_;
  const Course& course_;
  std::span<const std::string> files_;
  ContentIndex index_;
  std::vector<Reason> reasons_;
};

// Whether something that can refer to files: PublishedFiles::of_file wants its bytes.
bool may_refer_to_files(std::string_view path);

}  // namespace traff
