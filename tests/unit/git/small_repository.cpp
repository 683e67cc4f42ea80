#include "git/small_repository.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "base/text.h"
#include "git/repository.h"

namespace traff::testing {

namespace {

namespace fs = std::filesystem;

std::string page(int number, int edits) {
  std::string text = "# Sida " + std::to_string(number) + "\n\n";
  for (int line = 0; line < 40; ++line)
    text += "Rad " + std::to_string(line) + (line < edits ? " är ändrad" : " är som den var") + ".\n\n";
  return text;
}

// Empty when it may be either.
std::string ask(git_odb& odb, const std::string& id, Answers& answers) {
  const git_oid oid = to_git_oid(content_id_from_hex(id).value());
  git_odb_object* read = nullptr;
  const int code = git_odb_read(&read, &odb, &oid);
  const GitOdbObject keep(read);
  if (code == GIT_ENOTFOUND) answers.absent.push_back(id);
  if (code < 0) return ++answers.damaged, "";
  return std::string(git_object_type2string(git_odb_object_type(read))) + " " +
         std::to_string(git_odb_object_size(read));
}

// A head that can be read says no more than that: the rest may be damaged.
std::string ask_for_head(git_odb& odb, const std::string& id) {
  const git_oid oid = to_git_oid(content_id_from_hex(id).value());
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  if (git_odb_read_header(&size, &type, &odb, &oid) < 0) return "";
  return std::string(git_object_type2string(type)) + " " + std::to_string(size);
}

}  // namespace

SmallRepository::SmallRepository(Storage storage) {
  git("init -q -b main");
  git("config gc.auto 0");
  for (int number = 1; number <= 8; ++number) {
    edit(number);
    if (number == 4 && storage == Storage::packs_and_loose) git("repack -q -d");
    if (number == 4 && storage == Storage::many_indexed) git("repack -q -d");
  }
  git("checkout -q -b sido HEAD~2");
  sandbox_.write("content/sido.md", "# Sido\n\nText.\n");
  sandbox_.commit_all();
  git("checkout -q main");
  git("merge -q -m ihop sido");
  git("tag -a v1 -m 'Första'");
  if (storage == Storage::packed) git("repack -q -a -d -f");
  if (storage == Storage::by_name) git("-c repack.useDeltaBaseOffset=false repack -q -a -d -f");
  if (storage == Storage::first_index) git("-c pack.indexVersion=1 repack -q -a -d -f");
  if (storage == Storage::many_indexed)
    git("repack -q -d && git -C '" + path() + "' multi-pack-index write && git -C '" + path() +
        "' commit-graph write --reachable");
  const std::string listed =
      git("cat-file --batch-all-objects --batch-check='%(objectname) %(objecttype) %(objectsize)'");
  for (const std::string_view line : split_lines(listed)) objects_.emplace(line.substr(0, 40), line.substr(41));
  sandbox_.let_settle();
}

void SmallRepository::edit(int number) const {
  sandbox_.write("content/index.md", "# Start\n\nText " + std::to_string(number) + ".\n");
  sandbox_.write("content/a/sida" + std::to_string(number % 3) + ".md", page(number % 3, number));
  sandbox_.commit_all();
}

void SmallRepository::write(const std::string& relative, const std::string& bytes) const {
  fs::remove(path(relative));
  sandbox_.write(relative, bytes);
}

std::vector<std::string> SmallRepository::files_below(const std::string& folder) const {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(path(folder))) {
    if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), path()).string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Answers ask_for_all(const SmallRepository& repository) {
  Answers answers;
  const GitRepository opened = open_repository(repository.path(".git"));
  git_odb* odb = nullptr;
  REQUIRE(git_repository_odb(&odb, opened.get()) == 0);
  const GitOdb keep(odb);
  for (const auto& [id, truth] : repository.objects()) {
    const std::string head = ask_for_head(*odb, id);
    const std::string answer = ask(*odb, id, answers);
    if (!answer.empty() && (answer != truth || head != truth)) answers.wrong.push_back(id + " " + head + ", " + answer);
  }
  return answers;
}

}  // namespace traff::testing
