// `{"spec": …, "documents": […]}` as text: what `traff index` reads and `traff documents` writes (docs/search.md).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "search/index_spec.h"

namespace traff {

class IndexInput {
 public:
  // `path` is named in messages. Throws Failure W60 (no JSON), W61 (not such an input), W62 (two documents, one
  // reference).
  IndexInput(const std::string& path, std::string_view json);
  ~IndexInput();

  const IndexSpec& spec() const;
  std::size_t document_count() const;

  // Values as JavaScript's toString gives them. Thread-safe.
  IndexDocument document(std::size_t index) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace traff
