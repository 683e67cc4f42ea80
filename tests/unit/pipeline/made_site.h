// A site as `traff new site` makes it, in a folder of its own.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "source/git_sandbox.h"

namespace traff::testing {

class MadeSite {
 public:
  explicit MadeSite(Language language = Language::sv);

  const GitSandbox& sandbox() const { return sandbox_; }
  std::string path(const std::string& relative = "") const { return sandbox_.path(relative); }
  std::string read(const std::string& relative) const;

  // As its authors do before they publish: their own address, and no word that the texts are an example.
  void fill_in() const;

 private:
  GitSandbox sandbox_;
};

}  // namespace traff::testing
