// A site in a folder of its own: write content, build, edit, build again, ask which outputs were made.
//
//   TestSite site;
//   site.write("a.md", "# A\n").build();
//   site.write("b.md", "# B\n").build();
//   CHECK(site.made() == Paths{"b.html", …});
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output/temporary_folder.h"
#include "pipeline/site/build_options.h"
#include "source/git_sandbox.h"

namespace traff::testing {

using Paths = std::vector<std::string>;

class TestSite {
 public:
  TestSite();

  // Paths are relative to content/; "../" stands beside it.
  TestSite& write(const std::string& path, const std::string& bytes);
  TestSite& write(const FilesByPath& files);
  TestSite& link(const std::string& path, const std::string& target);
  TestSite& remove(const std::string& path);
  TestSite& rename(const std::string& from, const std::string& to);
  TestSite& copy_content(const std::string& folder);
  bool has(const std::string& path) const;
  std::string source(const std::string& path) const;

  // Makes the folder a git repository the first time.
  TestSite& commit();

  // At noon of that day, on the clock of the author and of the committer.
  TestSite& commit_on(const std::string& day);

  // Where a build reads and writes; change it before building.
  BuildOptions& options() { return options_; }
  const GitSandbox& sandbox() const { return sandbox_; }

  TestSite& build();

  // Of the last build. `made` is read out of the manifests before and after it.
  const BuildReport& report() const { return report_; }
  const Paths& made() const { return made_; }
  std::string diagnostics() const;  // formatted, in the site's language
  Paths codes() const;              // of the diagnostics, in their order

  // Of the site as it stands.
  FilesByPath files() const;  // the manifest included
  Paths outputs() const;
  std::string output(const std::string& path) const;

 private:
  std::string content(const std::string& path) const { return sandbox_.path("content/" + path); }

  GitSandbox sandbox_;
  BuildOptions options_;
  BuildReport report_;
  Paths made_;
};

// What a build of the same content into an empty folder gives, without any cache.
FilesByPath built_from_scratch(BuildOptions options);

// The paths whose bytes differ, or that only one of the two has.
Paths differences(const FilesByPath& a, const FilesByPath& b);

}  // namespace traff::testing
