// The whole way: `traff new site`, the hook it brings on a server, `git push`, and what readers see.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <thread>

#include "base/text.h"
#include "pipeline/made_site.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

namespace fs = std::filesystem;

// A new site and a server that publishes it, set up as docs/publishing.md says.
class PushedSite {
 public:
  explicit PushedSite(Language language = Language::sv) : site_(language) {
    site_.fill_in();
    server_.git("init -q --bare -b main natverk.git");
    fs::copy_file(site_.path("server/post-receive"), server_.path("natverk.git/hooks/post-receive"));
    on_server("config traff.publish '" + server_.path("webb") + "'");
    on_server("config traff.program '" TRAFF_PROGRAM "'");
    site_.sandbox().git("remote add origin '" + repository() + "'");
  }

  const MadeSite& site() const { return site_; }
  const GitSandbox& server() const { return server_; }
  std::string repository() const { return server_.path("natverk.git"); }
  void on_server(const std::string& arguments) const { server_.git("-C natverk.git " + arguments); }

  std::string log() const { return read_test_file(repository() + "/traff.log"); }

  // What the pusher sees.
  std::string push(const std::string& what = "main") const {
    return site_.sandbox().git("push -q origin " + what + " 2>&1");
  }

  std::string push_refused() const { return site_.sandbox().git("push -q origin main 2>&1 || true"); }

  std::string push_text(const std::string& text) const {
    site_.sandbox().write("content/index.md", "# Start\n\n" + text + "\n");
    site_.sandbox().commit_all();
    return push();
  }

  bool is_published() const { return fs::exists(server_.path("webb/current")); }
  bool shows(const std::string& text, const std::string& page = "index.html") const {
    return is_published() && read_test_file(server_.path("webb/current/" + page)).find(text) != std::string::npos;
  }

  // Stands in for traff.
  void use_program(const std::string& script) const {
    on_server("config traff.program '" + write_program("program", script) + "'");
  }

  // Where it is.
  std::string write_program(const std::string& name, const std::string& script) const {
    server_.write(name, "#!/bin/sh\n" + script);
    fs::permissions(server_.path(name), fs::perms::owner_all);
    return server_.path(name);
  }

  void refuse_personal_numbers() const {
    fs::copy_file(site_.path("server/post-receive"), repository() + "/hooks/pre-receive");
  }

 private:
  MadeSite site_;
  GitSandbox server_;
};

bool says(const std::string& output, const std::string& words) { return output.find(words) != std::string::npos; }

// The last thing that the server says.
bool ends_with_frame(const std::string& output) {
  std::string last;
  for (const std::string_view line : split(output, '\n')) {
    if (line.starts_with("remote: ")) last = trim(line.substr(8));
  }
  return last.size() > 60 && last.find_first_not_of('*') == std::string::npos;
}

// The lines that it says to run.
std::string cure_in(const std::string& output) {
  std::string lines = "set -e\n";
  for (const std::string_view line : split(output, '\n')) {
    if (line.starts_with("remote: *   ")) lines.append(trim(line.substr(12))) += '\n';
  }
  return lines;
}

void wait_for(const std::string& file) {
  while (!fs::exists(file)) std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

// What the server finds first.
class CommandPath {
 public:
  explicit CommandPath(const std::string& folder) : before_(std::getenv("PATH")) {
    ::setenv("PATH", (folder + ":" + before_).c_str(), 1);
  }
  ~CommandPath() { ::setenv("PATH", before_.c_str(), 1); }
  CommandPath(const CommandPath&) = delete;
  CommandPath& operator=(const CommandPath&) = delete;

 private:
  std::string before_;
};

}  // namespace

TEST_CASE("a new site that is pushed to a server with its hook is published there") {
  const PushedSite pushed;
  pushed.site().sandbox().commit_all();
  const std::string output = pushed.push();
  CHECK(says(output, "Publicerad som version 000001"));
  CHECK(pushed.shows("Träff 1", "samtalsledare-2026-2027/traffar/1-uppdraget.html"));
  CHECK_FALSE(fs::exists(pushed.server().path("webb/current/om/tillganglighet.html")));
  CHECK_FALSE(fs::exists(pushed.repository() + "/content"));
}

TEST_CASE("the pusher is told in the language of the site, whatever that of the server") {
  const PushedSite pushed;
  pushed.site().sandbox().commit_all();
  CHECK(says(pushed.push("main --receive-pack='env LC_ALL=en_US.UTF-8 git-receive-pack'"), "Publicerad som version"));
}

TEST_CASE("a Fel is told to the pusher with its place, the old site stands, and mending it publishes") {
  const PushedSite pushed;
  pushed.push_text("Den första texten.");
  const std::string output = pushed.push_text("Läs [brevet](finns-inte.md).");
  CHECK(says(output, "content/index.md:3:"));
  CHECK(says(output, "[L1]"));
  CHECK(says(output, "TEXTERNA ÄR SPARADE, MEN WEBBPLATSEN ÄR INTE UPPDATERAD"));
  CHECK(says(output, "Det finns Fel kvar i texterna"));
  CHECK(ends_with_frame(output));
  CHECK(pushed.shows("Den första texten."));
  CHECK(says(pushed.push_text("Den andra texten."), "Publicerad som version 000002"));
  CHECK(pushed.shows("Den andra texten."));
}

TEST_CASE("another branch is kept and said not to be published, and a branch that goes leaves the site") {
  const PushedSite pushed;
  pushed.push_text("Den första texten.");
  const GitSandbox& here = pushed.site().sandbox();
  here.git("checkout -q -b forslag");
  here.write("content/index.md", "# Start\n\nEtt förslag.\n"), here.commit_all();
  CHECK(says(pushed.push("forslag"), "sparat men publiceras inte: forslag"));
  CHECK(pushed.shows("Den första texten."));
  pushed.on_server("config traff.branch forslag");
  CHECK(says(pushed.push("forslag:main"), "Webbplatsen visar grenen forslag."));
  pushed.on_server("config receive.denyDeleteCurrent ignore");
  pushed.on_server("config --unset traff.branch");
  CHECK(says(pushed.push(":main"), "Grenen main är borttagen."));
  CHECK(pushed.shows("Den första texten."));
}

TEST_CASE("a tag that is called what the branch is called does not stop publishing") {
  const PushedSite pushed;
  pushed.push_text("Den första texten.");
  pushed.on_server("tag main main");
  CHECK(says(pushed.push_text("Den andra texten."), "Publicerad som version 000002"));
  CHECK(pushed.shows("Den andra texten."));
}

TEST_CASE("what a shared repository publishes its whole group may replace, else its owner alone") {
  for (const bool shared : {false, true}) {
    const PushedSite pushed;
    if (shared) pushed.on_server("config core.sharedRepository group");
    pushed.push_text("Texten.");
    for (const std::string path :
         {"webb", "webb/releases/000001", "webb/releases/000001/index.html", "natverk.git/.traff"}) {
      INFO(path);
      const fs::perms allowed = fs::status(pushed.server().path(path)).permissions();
      CHECK(((allowed & fs::perms::group_write) != fs::perms::none) == shared);
      CHECK((allowed & fs::perms::others_write) == fs::perms::none);
      CHECK((allowed & fs::perms::others_read) != fs::perms::none);
    }
  }
}

TEST_CASE("a push waits no longer than the limit, and says what was not done") {
  const PushedSite pushed;
  pushed.push_text("Den första texten.");
  pushed.use_program("sleep 600\n");
  pushed.on_server("config traff.limit 1");
  const std::string output = pushed.push_text("Den andra texten.");
  CHECK(says(output, "Det tog mer än 1 sekunder."));
  CHECK(says(output, "git config traff.limit"));
  CHECK(says(pushed.log(), "inte publicerad: tog för lång tid"));
  CHECK(pushed.shows("Den första texten."));
}

TEST_CASE("a server that does not know where, or lacks the program, says so and keeps the texts") {
  const PushedSite pushed;
  pushed.use_program("");
  fs::remove(pushed.server().path("program"));
  CHECK(says(pushed.push_text("Texten."), "finns inte på servern"));
  pushed.on_server("config --unset traff.publish");
  CHECK(says(pushed.push_text("Texten igen."), "git config traff.publish /srv/www/natverk"));
  CHECK_FALSE(pushed.is_published());
  const std::string tip = pushed.site().sandbox().git("rev-parse HEAD");
  CHECK(pushed.server().git("-C natverk.git rev-parse main") == tip);
}

TEST_CASE("of pushes that race each other the newest is the one that is published") {
  const PushedSite pushed;
  const std::string begun = pushed.server().path("begun"), go = pushed.server().path("go");
  pushed.use_program("touch '" + begun + "'; while [ ! -e '" + go +
                     "' ]; do sleep 0.05; done\nexec '" TRAFF_PROGRAM "' \"$@\"\n");
  const GitSandbox& here = pushed.site().sandbox();
  const auto push_aside = [&] {
    return std::thread(
        [&] { std::ignore = std::system(("git -C '" + here.path() + "' push -q origin main 2>/dev/null").c_str()); });
  };
  here.write("content/index.md", "# Start\n\nDen första texten.\n"), here.commit_all();
  std::thread first = push_aside();
  wait_for(begun);
  here.write("content/index.md", "# Start\n\nDen andra texten.\n"), here.commit_all();
  const std::string newest = here.git("rev-parse HEAD");
  std::thread second = push_aside();
  while (pushed.server().git("-C natverk.git rev-parse main") != newest)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  pushed.server().write("go", "");
  first.join();
  CHECK(pushed.shows("Den andra texten."));
  second.join();
  CHECK(pushed.shows("Den andra texten."));
  CHECK_FALSE(fs::exists(pushed.server().path("webb/releases/000003")));
}

TEST_CASE("the log has a line a push: when, which version, who and how it went, of the last 1 000") {
  const PushedSite pushed;
  pushed.push_text("Den första texten.");
  const std::string tip = pushed.server().git("-C natverk.git rev-parse main").substr(0, 40);
  CHECK_THAT(pushed.log(),
             Catch::Matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ " + tip + " \\S+ publicerad\n"));
  std::string old;
  for (int i = 1; i <= 1000; ++i) old += "rad " + std::to_string(i) + "\n";
  pushed.server().write("natverk.git/traff.log", old);
  pushed.push_text("Läs [brevet](finns-inte.md).");
  CHECK(pushed.log().starts_with("rad 2\n"));
  CHECK(pushed.log().ends_with(" inte publicerad: fel i texterna\n"));
  CHECK(std::ranges::count(pushed.log(), '\n') == 1000);
}

TEST_CASE("whoever looks after the site gets a letter with the messages when it was not published, and no other") {
  const PushedSite pushed;
  const std::string letter = pushed.server().path("brev");
  pushed.write_program("bin/sendmail", "echo \"$*\" >'" + letter + "'; cat >>'" + letter + "'\n");
  pushed.on_server("config traff.mail webb@example.org");
  const CommandPath path(pushed.server().path("bin"));
  pushed.push_text("Den första texten.");
  CHECK_FALSE(fs::exists(letter));
  pushed.push_text("Läs [brevet](finns-inte.md).");
  CHECK(says(read_test_file(letter), "-t -i\nTo: webb@example.org\n"));
  CHECK(says(read_test_file(letter), "content/index.md:3:"));
}

TEST_CASE("where others may change what the server runs nothing is published, and the cure mends it") {
  const PushedSite pushed;
  const std::string repository = pushed.repository();
  pushed.push_text("Den första texten.");
  const auto may_write = [&](const std::string& path, fs::perms who) {
    fs::permissions(repository + path, who, fs::perm_options::add);
  };
  SECTION("a group that shares it") {
    pushed.on_server("config core.sharedRepository group");
    const std::string path = GENERATE("", "/hooks", "/hooks/post-receive", "/config");
    may_write(path, fs::perms::group_write);
  }
  SECTION("a group that may say where they are") {
    pushed.on_server("config core.sharedRepository group");
    may_write("", fs::perms::group_write | fs::perms::sticky_bit);
  }
  SECTION("anybody") { may_write("/hooks", fs::perms::others_write); }
  const std::string output = pushed.push_text("Den andra texten.");
  CHECK(says(output, "Andra än ägaren får göra eller ändra"));
  CHECK(ends_with_frame(output));
  CHECK(pushed.shows("Den första texten."));
  CHECK(says(pushed.log(), "inte publicerad: andra får ändra vad servern kör"));
  REQUIRE(std::system(cure_in(output).c_str()) == 0);
  pushed.push_text("Den tredje texten.");
  CHECK(pushed.shows("Den tredje texten."));
}

TEST_CASE("a sole owner whose umask leaves her group may publish") {
  const PushedSite pushed;
  for (const std::string path : {"", "/hooks", "/hooks/post-receive", "/config"})
    fs::permissions(pushed.repository() + path, fs::perms::group_write, fs::perm_options::add);
  pushed.push_text("Texten.");
  CHECK(pushed.shows("Texten."));
}

TEST_CASE("a personal number is refused before it is in the history, though a later version removes it") {
  const PushedSite pushed;
  pushed.refuse_personal_numbers();
  pushed.push_text("Den första texten.");
  CHECK(pushed.shows("Den första texten."));
  const GitSandbox& here = pushed.site().sandbox();
  const std::string before = pushed.server().git("-C natverk.git rev-parse main");
  const std::string place = GENERATE("content/å b.md", "anteckningar/c.markdown", "README.md");
  const std::string head = GENERATE("---\nstatus: utkast\n---\n", "status: utkast\n\n# Anna\n", "# \xE5\n\n\n");
  here.write(place, head + "Hon föddes 811218-9876.\n"), here.commit_all();
  const std::string version = here.git("rev-parse HEAD").substr(0, 12);
  here.remove(place), here.commit_all();
  const std::string output = pushed.push_refused();
  CHECK(says(output, place + ":4  (" + version + ")"));
  CHECK_FALSE(says(output, "9876"));
  CHECK(ends_with_frame(output));
  CHECK(pushed.server().git("-C natverk.git rev-parse main") == before);
  CHECK_FALSE(says(pushed.server().git("-C natverk.git cat-file --batch-all-objects --batch"), "9876"));
  here.git("reset -q --soft origin/main");
  here.write("content/b.md", "# Anna\n\nHon är född i december.\n"), here.commit_all();
  pushed.push();
  CHECK(pushed.server().git("-C natverk.git rev-parse main") == here.git("rev-parse HEAD"));
}

TEST_CASE("what cannot be checked for personal numbers is refused, and what has no texts is not") {
  const PushedSite pushed;
  pushed.refuse_personal_numbers();
  pushed.push_text("Texten.");
  const GitSandbox& here = pushed.site().sandbox();
  here.git("tag -a -m Hösten hosten");
  CHECK_FALSE(says(pushed.push("hosten"), "TAGIT EMOT"));
  pushed.use_program("echo trasig >&2; exit 2\n");
  CHECK_FALSE(says(pushed.push(":hosten"), "TAGIT EMOT"));
  here.write("content/index.md", "# Start\n\nNytt.\n"), here.commit_all();
  const std::string output = pushed.push_refused();
  CHECK(says(output, "Det gick inte att se efter om det står personnummer"));
  CHECK(says(output, "trasig"));
}

TEST_CASE("in an English site the server speaks English") {
  const PushedSite pushed(Language::en);
  pushed.site().sandbox().write("content/a.md", "---\nlanguage: en\n---\n\n# A\n\n[to](none.md)\n");
  pushed.site().sandbox().commit_all();
  const std::string output = pushed.push();
  CHECK(says(output, "THE TEXTS ARE SAVED, BUT THE SITE IS NOT UPDATED"));
  CHECK(says(pushed.log(), " not published: errors in the texts\n"));
  CHECK(says(output, "Error"));
}

TEST_CASE("the hook is plain POSIX shell") {
  for (const Language language : {Language::sv, Language::en}) {
    const MadeSite site(language);
    CHECK(std::system(("sh -n '" + site.path("server/post-receive") + "'").c_str()) == 0);
    CHECK(site.read("server/post-receive").find("[sv]") == std::string::npos);
    CHECK(site.read("server/post-receive").find("[en]") == std::string::npos);
    CHECK((fs::status(site.path("server/post-receive")).permissions() & fs::perms::owner_exec) != fs::perms::none);
  }
}
