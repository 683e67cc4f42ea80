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

  // What the pusher sees.
  std::string push(const std::string& what = "main") const {
    return site_.sandbox().git("push -q origin " + what + " 2>&1");
  }

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
    server_.write("program", "#!/bin/sh\n" + script);
    fs::permissions(server_.path("program"), fs::perms::owner_all);
    on_server("config traff.program '" + server_.path("program") + "'");
  }

 private:
  MadeSite site_;
  GitSandbox server_;
};

bool says(const std::string& output, const std::string& words) { return output.find(words) != std::string::npos; }

void wait_for(const std::string& file) {
  while (!fs::exists(file)) std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

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
  CHECK(says(output, "webbplatsen är kvar som den var tills felen är rättade"));
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

TEST_CASE("in an English site the server speaks English") {
  const PushedSite pushed(Language::en);
  pushed.site().sandbox().write("content/a.md", "---\nlanguage: en\n---\n\n# A\n\n[to](none.md)\n");
  pushed.site().sandbox().commit_all();
  const std::string output = pushed.push();
  CHECK(says(output, "the site stays as it was until the errors are mended"));
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
