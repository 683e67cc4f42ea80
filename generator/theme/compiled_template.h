// The Mustache library behind one narrow door: a checked template in, pages out.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "theme/template_file.h"
#include "theme/view.h"

namespace traff {

class CompiledTemplate {
 public:
  // `parts` as inline_templates gave them without a diagnostic.
  explicit CompiledTemplate(const std::vector<TemplatePart>& parts);
  CompiledTemplate(CompiledTemplate&&) noexcept;
  CompiledTemplate& operator=(CompiledTemplate&&) noexcept;
  ~CompiledTemplate();

  // Safe from several threads. 
  std::string expand(const View& view) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace traff
