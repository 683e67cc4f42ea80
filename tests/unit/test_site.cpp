#include "test_site.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "base/messages/format_diagnostic.h"
#include "output/own_folder.h"
#include "pipeline/build_site.h"

namespace traff::testing {

namespace fs = std::filesystem;

namespace {

bool has_same_entry(const Manifest& manifest, const std::string& path, const ManifestEntry& entry) {
  const auto found = manifest.outputs.find(path);
  return found != manifest.outputs.end() && std::ranges::equal(found->second.recipe(), entry.recipe());
}

}  // namespace

TestSite::TestSite() {
  options_.content = sandbox_.path("content");
  options_.out = sandbox_.path("site");
  options_.jobs = 2;
}

TestSite& TestSite::write(const std::string& path, const std::string& bytes) {
  sandbox_.write("content/" + path, bytes);
  return *this;
}

TestSite& TestSite::write(const FilesByPath& files) {
  for (const auto& [path, bytes] : files) write(path, bytes);
  return *this;
}

TestSite& TestSite::link(const std::string& path, const std::string& target) {
  fs::create_directories(fs::path(content(path)).parent_path());
  fs::create_symlink(target, content(path));
  return *this;
}

TestSite& TestSite::remove(const std::string& path) {
  sandbox_.remove("content/" + path);
  return *this;
}

TestSite& TestSite::rename(const std::string& from, const std::string& to) {
  fs::create_directories(fs::path(content(to)).parent_path());
  fs::rename(content(from), content(to));
  return *this;
}

TestSite& TestSite::copy_content(const std::string& folder) {
  for (const auto& [path, bytes] : files_below(folder)) {
    if (!path.starts_with(".traff/")) write(path, bytes);
  }
  return *this;
}

bool TestSite::has(const std::string& path) const { return fs::exists(content(path)); }
std::string TestSite::source(const std::string& path) const { return read_test_file(content(path)); }

TestSite& TestSite::commit() {
  if (!fs::exists(sandbox_.path(".git"))) sandbox_.git("init -q -b main");
  sandbox_.write(".gitignore", "/site*/\n");
  sandbox_.commit_all();
  return *this;
}

TestSite& TestSite::commit_on(const std::string& day) {
  const std::string time = day + "T12:00:00+0100";
  ::setenv("GIT_AUTHOR_DATE", time.c_str(), 1);
  ::setenv("GIT_COMMITTER_DATE", time.c_str(), 1);
  commit();
  ::unsetenv("GIT_AUTHOR_DATE");
  ::unsetenv("GIT_COMMITTER_DATE");
  return *this;
}

TestSite& TestSite::build() {
  fs::create_directories(content(""));
  const Manifest before = load_manifest(options_.out);
  report_ = build_site(options_);
  const Manifest after = load_manifest(options_.out);
  made_.clear();
  for (const auto& [path, entry] : after.outputs) {
    if (options_.fresh || !has_same_entry(before, path, entry)) made_.push_back(path);
  }
  CHECK(made_.size() == report_.write.made);
  CHECK(after.outputs.size() == report_.write.made + report_.write.kept);
  return *this;
}

std::string TestSite::diagnostics() const {
  std::string all;
  for (const Diagnostic& diagnostic : report_.diagnostics) all += format_diagnostic(diagnostic, report_.site_language);
  return all;
}

Paths TestSite::codes() const {
  Paths codes;
  for (const Diagnostic& diagnostic : report_.diagnostics) codes.push_back(diagnostic.code.name());
  return codes;
}

FilesByPath TestSite::files() const { return files_below(options_.out, true); }

Paths TestSite::outputs() const {
  Paths paths;
  for (const auto& [path, bytes] : files_below(options_.out)) paths.push_back(path);
  return paths;
}

std::string TestSite::output(const std::string& path) const { return read_test_file(options_.out + "/" + path); }

FilesByPath built_from_scratch(BuildOptions options) {
  const TemporaryFolder folder;
  options.out = folder.path("site");
  options.state_folder = folder.path("state");
  options.fresh = true;
  build_site(options);
  return files_below(options.out, true);
}

Paths differences(const FilesByPath& a, const FilesByPath& b) {
  Paths paths;
  for (const auto& [path, bytes] : a) {
    if (!b.contains(path) || b.at(path) != bytes) paths.push_back(path);
  }
  for (const auto& [path, bytes] : b) {
    if (!a.contains(path)) paths.push_back(path);
  }
  return paths;
}

}  // namespace traff::testing
