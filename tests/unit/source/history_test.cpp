// What git itself says of each file is the second opinion, on histories made with `git fast-import`.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>
#include <set>

#include "base/text.h"
#include "disk/file.h"
#include "source/content_place.h"
#include "source/git_sandbox.h"
#include "source/history/commit_graph.h"
#include "source/history/history.h"
#include "source/history/past_content.h"
#include "source/source_tree.h"

using namespace traff;

namespace {

// A stream for fast-import: commits of a few files each, about one in eight a merge.
class MadeHistory {
 public:
  explicit MadeHistory(unsigned seed) : random_(seed) {}

  std::string stream(int commits, int files) {
    for (int i = 0; i < files; ++i)
      paths_.push_back("kurs" + std::to_string(i % 7) + "/del" + std::to_string(i % 3) + "/sida" + std::to_string(i) +
                       ".md");
    begin(1, 0, 0);
    for (const std::string& path : paths_) write(path);
    last_ = 1;
    for (int mark = 2; mark <= commits; ++mark) {
      const int kind = below(24);
      if (kind < 3 && mark + 4 < commits)
        branch(mark);
      else if (kind == 3)
        rename(mark);
      else
        plain(mark);
    }
    return std::move(out_);
  }

 private:
  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  const std::string& any_path() { return paths_[static_cast<std::size_t>(below(static_cast<int>(paths_.size())))]; }

  void begin(int mark, int from, int merged) {
    time_ += 60 + below(100'000);
    const std::string who = "Å <a@example.org> " + std::to_string(time_) + " +0" + std::to_string(below(10)) + "00";
    out_ += "commit refs/heads/main\nmark :" + std::to_string(mark) + "\nauthor " + who + "\ncommitter " + who +
            "\ndata 1\nx\n";
    if (from != 0) out_ += "from :" + std::to_string(from) + "\n";
    if (merged != 0) out_ += "merge :" + std::to_string(merged) + "\n";
  }

  void write(const std::string& path, int kind = -1) {
    const std::string bytes = path + " " + std::to_string(kind < 0 ? below(1'000'000) : kind);
    out_ += "M 100644 inline content/" + path + "\ndata " + std::to_string(bytes.size()) + "\n" + bytes + "\n";
  }

  void plain(int mark) {
    begin(mark, last_, 0);
    for (int i = below(3); i >= 0; --i) write(any_path());
    last_ = mark;
  }

  void rename(int mark) {
    begin(mark, last_, 0);
    std::string& path = paths_[static_cast<std::size_t>(below(static_cast<int>(paths_.size())))];
    const std::string name = "ny" + std::to_string(mark) + "/" + path.substr(path.rfind('/') + 1);
    out_ += "R content/" + path + " content/" + name + "\n";
    path = name;
    last_ = mark;
  }

  // Two lines of work from one commit; the merge takes the side's files, and now and then writes one anew.
  void branch(int& mark) {
    const std::string side = any_path(), main = any_path(), both = any_path();
    begin(mark, last_, 0);
    write(side, mark), write(both, 1);
    begin(mark + 1, last_, 0);
    write(main, mark + 1), write(both, below(2));
    begin(mark + 2, mark + 1, mark);
    write(side, main == side ? mark + 1 : mark), write(both, below(2));
    mark += 2;
    last_ = mark;
  }

  std::mt19937 random_;
  std::string out_;
  std::vector<std::string> paths_;
  int last_ = 0;
  long time_ = 1'500'000'000;
};

void import(const GitSandbox& sandbox, const std::string& stream) {
  sandbox.write("stream", stream);
  sandbox.git("init -q --bare -b main .");
  sandbox.git("fast-import --quiet < " + sandbox.path("stream"));
}

History history_of(const GitSandbox& sandbox, const std::string& revision = "main") {
  ContentPlace place = load_content_place(sandbox.path());
  place.state_folder.clear();
  return load_history(place, revision).value();
}

std::vector<std::string> changes_of(const History& history, const std::string& path) {
  std::vector<std::string> changes;
  const FileHistory* file = history.find(path);
  REQUIRE(file != nullptr);
  for (const std::uint32_t change : file->changes) changes.push_back(to_hex(history.commits[change].id));
  return changes;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (const auto line : split_lines(text)) lines.emplace_back(line);
  return lines;
}

std::string date_of(const GitSandbox& sandbox, const std::string& path) {
  const auto history = load_history(load_content_place(sandbox.path()), "");
  const auto time = history ? history->last_change(path) : std::nullopt;
  return time ? iso_date(day_of(*time)) : "";
}

void commit_at(const GitSandbox& sandbox, const std::string& date) {
  sandbox.git("add -A");
  ::setenv("GIT_AUTHOR_DATE", date.c_str(), 1);
  sandbox.git("commit -q --allow-empty -m x");
  ::unsetenv("GIT_AUTHOR_DATE");
}

}  // namespace

TEST_CASE("the last change of a file is the commit git log names, on histories with merges") {
  for (const unsigned seed : {1U, 2U, 3U, 4U}) {
    const GitSandbox sandbox;
    import(sandbox, MadeHistory(seed).stream(400, 60));
    const History history = history_of(sandbox);
    for (const FileHistory& file : history.files) {
      INFO(seed << " " << file.path);
      const std::string last = sandbox.git("log -1 --format=%H main -- content/" + file.path);
      CHECK(changes_of(history, file.path).front() + "\n" == last);
    }
  }
}

TEST_CASE("the changes of a file are the commits git log lists, and go on under its older names") {
  const GitSandbox sandbox;
  import(sandbox, MadeHistory(9).stream(500, 40));
  const History history = history_of(sandbox);
  for (const FileHistory& file : history.files) {
    INFO(file.path);
    const std::vector<std::string> found = changes_of(history, file.path);
    const std::set<std::string> own(found.begin(), found.end());
    CHECK(own.size() == found.size());
    const std::vector<std::string> listed = lines_of(sandbox.git("log --format=%H main -- content/" + file.path));
    for (const std::string& commit : listed) CHECK(own.contains(commit));
    if (!file.path.starts_with("ny")) CHECK(found.size() == listed.size());
    CHECK(found.back() == lines_of(sandbox.git("rev-list --max-parents=0 main")).front());
  }
}

TEST_CASE("a kept history is continued, and says what a new one says") {
  const GitSandbox sandbox;
  import(sandbox, MadeHistory(5).stream(300, 40));
  const ContentPlace place = load_content_place(sandbox.path());
  for (int back = 120; back >= 0; back -= 12) {
    const std::string revision = "main~" + std::to_string(std::min(back, 60));
    const History continued = load_history(place, revision).value();
    const History anew = history_of(sandbox, revision);
    REQUIRE(continued.files.size() == anew.files.size());
    for (std::size_t i = 0; i < anew.files.size(); ++i) {
      const std::vector<std::string> a = changes_of(continued, anew.files[i].path),
                                     b = changes_of(anew, anew.files[i].path);
      INFO(revision << " " << anew.files[i].path);
      CHECK(a.front() == b.front());
      CHECK(std::set<std::string>(a.begin(), a.end()) == std::set<std::string>(b.begin(), b.end()));
    }
  }
}

TEST_CASE("a later tip costs the commits since, the same tip none") {
  const GitSandbox sandbox;
  sandbox.git("init -q");
  for (int i = 0; i < 20; ++i) sandbox.write("content/a.md", std::to_string(i)), sandbox.commit_all();
  const ContentPlace place = load_content_place(sandbox.path());
  CHECK(load_history(place, "")->commits_read == 20);
  CHECK(load_history(place, "")->commits_read == 0);
  sandbox.write("content/a.md", "ny"), sandbox.commit_all();
  const History later = load_history(place, "").value();
  CHECK(later.commits_read == 2);
  CHECK(later.files.front().changes.size() == 21);
}

TEST_CASE("the work of a walk grows with the commits, not with the files") {
  const auto read = [](int files) {
    const GitSandbox sandbox;
    import(sandbox, MadeHistory(3).stream(200, files));
    return history_of(sandbox).commits_read;
  };
  CHECK(read(20) == read(40));
}

TEST_CASE("the day is that of the author's own clock") {
  const GitSandbox sandbox;
  sandbox.git("init -q");
  sandbox.write("content/a.md", "a");
  commit_at(sandbox, "2020-01-01T00:30:00+0200");
  CHECK(date_of(sandbox, "a.md") == "2020-01-01");
  sandbox.write("content/b.md", "b");
  commit_at(sandbox, "2020-02-01T23:30:00-0500");
  CHECK(date_of(sandbox, "b.md") == "2020-02-01");
  CHECK(date_of(sandbox, "a.md") == "2020-01-01");
}

TEST_CASE("commits listed in .git-blame-ignore-revs are no changes, unless they brought the file") {
  const GitSandbox sandbox;
  sandbox.git("init -q");
  sandbox.write("content/a.md", "a");
  commit_at(sandbox, "2020-01-01T12:00:00+0100");
  sandbox.write("content/a.md", "a  "), sandbox.write("content/b.md", "b");
  commit_at(sandbox, "2020-02-01T12:00:00+0100");
  sandbox.write(".git-blame-ignore-revs", "# bara utseende\n" + sandbox.git("rev-parse HEAD"));
  commit_at(sandbox, "2020-03-01T12:00:00+0100");
  CHECK(date_of(sandbox, "a.md") == "2020-01-01");
  CHECK(date_of(sandbox, "b.md") == "2020-02-01");
}

TEST_CASE("a list of ignored commits holds whole ids, with or without remarks") {
  const std::string id(40, 'a');
  CHECK(parse_ignored_commits("# rubrik\n  " + id + "  # typografi\nabc123\n\n").size() == 1);
}

TEST_CASE("a moved file was changed when it was moved, and published when it first was there") {
  const GitSandbox sandbox;
  sandbox.git("init -q");
  sandbox.write("a.md", "En text\n");
  commit_at(sandbox, "2019-08-20T12:00:00+0200");
  sandbox.git("config core.quotepath off");
  std::filesystem::create_directory(sandbox.folder() / "content");
  sandbox.git("mv a.md content/a.md");
  commit_at(sandbox, "2020-01-10T12:00:00+0100");
  const History history = load_history(load_content_place(sandbox.path()), "").value();
  CHECK(iso_date(day_of(*history.last_change("a.md"))) == "2020-01-10");
  CHECK(iso_date(day_of(*history.first_publication("a.md"))) == "2019-08-20");
}

TEST_CASE("what lies before a shallow clone is unknown, not wrong") {
  const GitSandbox sandbox;
  sandbox.git("init -q");
  sandbox.write("content/a.md", "a"), sandbox.write("content/b.md", "b");
  commit_at(sandbox, "2020-01-01T12:00:00+0100");
  sandbox.write("content/b.md", "b2");
  commit_at(sandbox, "2020-02-01T12:00:00+0100");
  sandbox.write("content/b.md", "b3");
  commit_at(sandbox, "2020-03-01T12:00:00+0100");
  const GitSandbox clone;
  clone.git("clone -q --depth 2 file://" + sandbox.path() + " .");
  const History history = load_history(load_content_place(clone.path()), "").value();
  CHECK(history.is_cut_off);
  CHECK_FALSE(history.last_change("a.md").has_value());
  CHECK(iso_date(day_of(*history.last_change("b.md"))) == "2020-03-01");
  CHECK_FALSE(history.first_publication("b.md").has_value());
}

TEST_CASE("a shallow clone that reaches down to the first commit lacks nothing") {
  const GitSandbox sandbox;
  sandbox.git("init -q");
  for (const char* text : {"a", "b"}) sandbox.write("content/a.md", text), sandbox.commit_all();
  const GitSandbox clone;
  clone.git("clone -q --depth 2 file://" + sandbox.path() + " .");
  REQUIRE(trim(clone.git("rev-parse HEAD~")) == trim(read_disk_file(clone.path(".git/shallow")).bytes));
  const ContentPlace place = load_content_place(clone.path());
  const History history = load_history(place, "").value();
  CHECK_FALSE(history.is_cut_off);
  CHECK(history.find("a.md")->changes.size() == 2);
  CHECK_FALSE(load_mainline(place, history.tip).is_cut_off);
}

TEST_CASE("a clone that is made whole does not remember that it was cut off") {
  const GitSandbox sandbox;
  sandbox.git("init -q");
  for (const char* text : {"a", "b", "c"}) sandbox.write("content/a.md", text), sandbox.commit_all();
  const GitSandbox clone;
  clone.git("clone -q --depth 1 file://" + sandbox.path() + " .");
  const ContentPlace place = load_content_place(clone.path());
  CHECK(load_history(place, "")->is_cut_off);
  clone.git("fetch -q --unshallow");
  const History whole = load_history(place, "").value();
  CHECK_FALSE(whole.is_cut_off);
  CHECK(whole.find("a.md")->changes.size() == 3);
  CHECK(load_history(place, "")->commits_read == 0);
}

TEST_CASE("without a repository, a commit or a commit of that name there is no history") {
  const GitSandbox sandbox;
  sandbox.write("content/a.md", "a");
  CHECK_FALSE(load_history(load_content_place(sandbox.path()), "").has_value());
  sandbox.git("init -q");
  CHECK_FALSE(load_history(load_content_place(sandbox.path()), "").has_value());
  sandbox.commit_all();
  CHECK(load_history(load_content_place(sandbox.path()), "").has_value());
  CHECK_FALSE(load_history(load_content_place(sandbox.path()), "HEAD^{tree}").has_value());
}

TEST_CASE("a submodule has no history of its own here, a link has") {
  const GitSandbox sandbox;
  sandbox.git("init -q");
  sandbox.write("content/a.md", "a");
  std::filesystem::create_symlink("a.md", sandbox.folder() / "content/b.md");
  sandbox.commit_all();
  sandbox.git("update-index --add --cacheinfo 160000," + std::string(40, '1') + ",content/modul");
  sandbox.git("commit -q -m x");
  const History history = load_history(load_content_place(sandbox.path()), "HEAD").value();
  CHECK(history.files.size() == 2);
  CHECK(history.find("modul") == nullptr);
  CHECK(history.last_change("b.md").has_value());
}

TEST_CASE("a damaged memory of the history is not believed") {
  const GitSandbox sandbox;
  sandbox.git("init -q");
  sandbox.write("content/a.md", "a"), sandbox.commit_all();
  const ContentPlace place = load_content_place(sandbox.path());
  load_history(place, "");
  std::ofstream(place.state_folder + "/source.history", std::ios::app) << "skräp";
  CHECK(load_history(place, "")->commits_read == 1);
}

TEST_CASE("an older tree that a clone was made without makes the days unknown and stops nothing") {
  const GitSandbox sandbox;
  sandbox.git("init -q");
  sandbox.write("content/a.md", "a"), sandbox.commit_all();
  sandbox.write("content/a.md", "b"), sandbox.commit_all();
  const std::string tree = sandbox.git("rev-parse HEAD~:content").substr(0, 40);
  sandbox.remove(".git/objects/" + tree.substr(0, 2) + "/" + tree.substr(2));
  CHECK(failure_code([&] { load_history(load_content_place(sandbox.path()), ""); }) == "W16");
  sandbox.git("config remote.origin.promisor true");  // as `git clone --filter=tree:0` does
  const History history = load_history(load_content_place(sandbox.path()), "").value();
  CHECK(history.is_cut_off);
  CHECK_FALSE(history.last_change("a.md").has_value());
}
