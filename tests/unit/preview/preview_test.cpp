#include "base/messages/codes.h"
#include "preview/serve.h"

#include <catch2/catch.hpp>
#include <deque>
#include <nlohmann/json.hpp>

#include "base/diagnostic.h"
#include "preview/preview_sandbox.h"
#include "source/git_sandbox.h"

using namespace traff;
using namespace traff::testing;
using Catch::Contains;

namespace {

int status_of(const httplib::Result& answer) { return answer ? answer->status : -1; }

nlohmann::json notes_of(const PreviewSandbox& sandbox, const std::string& page) {
  return nlohmann::json::parse(sandbox.body("/_traff/diagnostics.json?page=" + page));
}

const std::string site = ".traff/preview/site/";

}  // namespace

TEST_CASE("pages and files are served with their type, never stored and never guessed at") {
  const PreviewSandbox sandbox(FilesByPath{{"index.md", "# A\n\n[Data](filer/data.txt)\n"}, {"filer/data.txt", "åäö"}});
  const auto page = sandbox.get("/");
  REQUIRE(page);
  CHECK(page->status == 200);
  CHECK(page->get_header_value("Content-Type") == "text/html; charset=utf-8");
  CHECK(page->get_header_value("Cache-Control") == "no-store");
  CHECK(page->get_header_value("X-Content-Type-Options") == "nosniff");
  const auto file = sandbox.get("/filer/data.txt", {{"Accept-Encoding", "gzip, br"}});
  REQUIRE(file);
  CHECK(file->body == "åäö");
  CHECK(file->get_header_value("Content-Type") == "text/plain; charset=utf-8");
  CHECK_FALSE(file->has_header("Content-Encoding"));
}

TEST_CASE("a folder without its slash is redirected to the one with it") {
  const PreviewSandbox sandbox;
  const auto answer = sandbox.get("/om?q=1");
  REQUIRE(answer);
  CHECK(answer->status == 302);
  CHECK(answer->get_header_value("Location") == "/om/?q=1");
  CHECK_THAT(sandbox.body("/om/"), Contains("Mer."));
}

TEST_CASE("what is not there is the site's own 404 page") {
  const PreviewSandbox sandbox;
  const auto answer = sandbox.get("/finns/inte.html");
  REQUIRE(answer);
  CHECK(answer->status == 404);
  CHECK_THAT(answer->body, Contains("<html") && Contains("Provet") && Contains("/_traff/preview.js"));
  CHECK(status_of(sandbox.get("/_traff/okänd")) == 404);
}

TEST_CASE("nothing outside the site is served, however it is asked for") {
  const PreviewSandbox sandbox;
  write_test_file(sandbox.path(site + "../hemlig.txt"), "hemligt");
  std::filesystem::create_symlink("../hemlig.txt", sandbox.path(site + "genvag.txt"));
  std::filesystem::create_directory_symlink("..", sandbox.path(site + "genvag"));
  const auto target = GENERATE(as<std::string>(), "/../hemlig.txt", "/om/../../hemlig.txt", "/%2e%2e/hemlig.txt",
                               "/..%2fhemlig.txt", "/om%2f..%2F..%2fhemlig.txt", "/genvag.txt", "/genvag/hemlig.txt",
                               "/.traff-manifest.json", "/%2etraff-manifest.json", "//etc/passwd", "/%00", "/%");
  const auto answer = sandbox.get(target);
  CAPTURE(target);
  CHECK(status_of(answer) == 404);
  CHECK_THAT(answer ? answer->body : "hemligt", !Contains("hemligt") && !Contains("\"outputs\""));
}

TEST_CASE("only this computer's own names are answered") {
  PreviewSandbox sandbox;
  const std::string port = ":" + std::to_string(sandbox.preview().port());
  const auto asked_as = [&](const std::string& host) { return status_of(sandbox.get("/", {{"Host", host}})); };
  CHECK(asked_as("127.0.0.1" + port) == 200);
  CHECK(asked_as("LocalHost" + port) == 200);
  CHECK(asked_as("[::1]" + port) == 200);
  CHECK(asked_as("127.0.0.1") == 403);
  CHECK(asked_as("localhost:1") == 403);
  CHECK(asked_as("ond.example" + port) == 403);
  CHECK(asked_as("127.0.0.1.ond.example" + port) == 403);
  CHECK(status_of(sandbox.get("/_traff/events", {{"Host", "ond.example"}})) == 403);
}

TEST_CASE("HEAD tells what GET would send, and nothing but these two is answered") {
  const PreviewSandbox sandbox;
  const auto head = sandbox.client().Head("/om/sida.html");
  REQUIRE(head);
  CHECK(head->status == 200);
  CHECK(head->body.empty());
  CHECK(head->get_header_value("Content-Length") == std::to_string(sandbox.body("/om/sida.html").size()));
  const auto post = sandbox.client().Post("/", "a=b", "text/plain");
  CHECK(status_of(post) == 405);
}

TEST_CASE("a part of a film can be asked for, but none beyond its end") {
  const PreviewSandbox sandbox(FilesByPath{{"index.md", "# A\n\n[Film](film.mp4)\n"}, {"film.mp4", "0123456789"}});
  const auto part = sandbox.get("/film.mp4", {{"Range", "bytes=2-4"}});
  REQUIRE(part);
  CHECK(part->status == 206);
  CHECK(part->body == "234");
  CHECK(part->get_header_value("Content-Type") == "video/mp4");
  CHECK(part->get_header_value("Content-Range") == "bytes 2-4/10");
  CHECK(sandbox.get("/film.mp4", {{"Range", "bytes=-3"}})->body == "789");
  CHECK(status_of(sandbox.get("/film.mp4", {{"Range", "bytes=10-"}})) == 416);
}

TEST_CASE("a served page has the preview's tags, its file has not") {
  const PreviewSandbox sandbox;
  const std::string served = sandbox.body("/om/sida.html");
  CHECK_THAT(served, Contains("<script src=\"/_traff/preview.js\" defer data-page=\"om/sida.html\" data-site=\"" +
                              sandbox.first().site + "\""));
  CHECK_THAT(served, Contains("<link rel=\"stylesheet\" href=\"/_traff/preview.css\">\n</head>"));
  CHECK_THAT(read_test_file(sandbox.path(site + "om/sida.html")), Contains("En text.") && !Contains("_traff/"));
  CHECK_THAT(sandbox.body("/_traff/preview.js"), Contains("EventSource"));
  CHECK(sandbox.get("/_traff/preview.css")->get_header_value("Content-Type") == "text/css; charset=utf-8");
}

TEST_CASE("a draft is shown, and said to be one") {
  const PreviewSandbox sandbox(
      FilesByPath{{"index.md", "# A\n"}, {"b.md", "---\nstatus: utkast\n---\n\n# Utkastet\n\nInte klart.\n"}});
  CHECK_THAT(sandbox.body("/b.html"), Contains("Inte klart.") && Contains("class=\"draft\""));
}

TEST_CASE("a page's mistakes are told with its address") {
  const PreviewSandbox sandbox(FilesByPath{{"index.md", "# A\n"}, {"b.md", "# B\n\n[trasig](saknas.md)\n"}});
  const auto notes = notes_of(sandbox, "b.html");
  REQUIRE(notes["page"].size() == 1);
  CHECK(notes["page"][0]["line"] == 3);
  CHECK(notes["page"][0]["address"] == "b.html");
  CHECK_THAT(notes["page"][0]["message"].get<std::string>(), Contains("saknas.md"));
  CHECK(notes["counts"]["page"]["error"] == 1);
  CHECK(notes_of(sandbox, "index.html")["others"].size() == 1);
}

TEST_CASE("the code of a message leads to a page that explains it") {
  const PreviewSandbox sandbox;
  const std::string page = sandbox.body("/_traff/explain/F1");
  CHECK_THAT(page, Contains("<h1>F1 Fel: … är en …, inte en …</h1>"));
  CHECK_THAT(page, Contains("<h2>Det här är rätt:</h2>\n<pre>-- traffar/1.md --\n---\ndatum: torsdag 10 oktober 2019"));
  CHECK(status_of(sandbox.get("/_traff/explain/f1")) == 200);
  CHECK(status_of(sandbox.get("/_traff/explain/Z99")) == 404);
  CHECK(status_of(sandbox.get("/_traff/explain/")) == 404);
}

TEST_CASE("each save is told to open pages, one after the other") {
  const PreviewSandbox sandbox;
  EventStream stream(sandbox, {{"Accept-Encoding", "gzip, br"}});
  REQUIRE(stream.has_told(1));
  sandbox.write("om/sida.md", "# Sidan\n\nEtt text.\n");
  REQUIRE(stream.has_told(2));
  CHECK_THAT(sandbox.body("/om/sida.html"), Contains("Ett text."));
  sandbox.write("om/sida.md", "# Sidan\n\nTvå text.\n");
  REQUIRE(stream.has_told(3));
  CHECK_THAT(sandbox.body("/om/sida.html"), Contains("Två text."));
}

TEST_CASE("a save that renames a new file into place is told") {
  const PreviewSandbox sandbox;
  EventStream stream(sandbox);
  REQUIRE(stream.has_told(1));
  sandbox.write("om/.sida.md.nytt", "# Sidan\n\nOmdöpt.\n");
  std::filesystem::rename(sandbox.path("om/.sida.md.nytt"), sandbox.path("om/sida.md"));
  REQUIRE(stream.has_told(2));
  CHECK_THAT(sandbox.body("/om/sida.html"), Contains("Omdöpt."));
}

TEST_CASE("a page in a new folder is found, and gone when the folder is") {
  const PreviewSandbox sandbox;
  EventStream stream(sandbox);
  REQUIRE(stream.has_told(1));
  sandbox.write("ny/djup/sida.md", "# Ny\n\nAlldeles ny.\n");
  REQUIRE(stream.has_told(2));
  CHECK_THAT(sandbox.body("/ny/djup/sida.html"), Contains("Alldeles ny."));
  std::filesystem::remove_all(sandbox.path("ny"));
  REQUIRE(stream.has_told(3));
  CHECK(status_of(sandbox.get("/ny/djup/sida.html")) == 404);
}

TEST_CASE("a broken template keeps the site and is told on the page until it is mended") {
  const PreviewSandbox sandbox;
  EventStream stream(sandbox);
  REQUIRE(stream.has_told(1));
  sandbox.write("tema/templates/page.mustache", "{{#inget}}");
  REQUIRE(stream.has_told(2));
  CHECK_THAT(sandbox.body("/om/sida.html"), Contains("En text."));
  CHECK_THAT(notes_of(sandbox, "om/sida.html")["failure"].get<std::string>(), Contains("page.mustache"));
  std::filesystem::remove_all(sandbox.path("tema"));
  REQUIRE(stream.has_told(3));
  CHECK(notes_of(sandbox, "om/sida.html")["failure"].is_null());
}

TEST_CASE("a template that is broken from the beginning is told in the site's place") {
  const PreviewSandbox sandbox(FilesByPath{{"index.md", "# A\n"}, {"tema/templates/page.mustache", "{{#inget}}"}});
  CHECK(sandbox.first().failure);
  const auto answer = sandbox.get("/");
  REQUIRE(answer);
  CHECK(answer->status == 404);
  CHECK_THAT(answer->body, Contains("/_traff/preview.js"));
}

TEST_CASE("a theme folder of its own is watched too") {
  const TemporaryFolder theme;
  ServeOptions options;
  options.build.theme_folder = theme.path();
  const PreviewSandbox sandbox(small_site, options);
  EventStream stream(sandbox);
  REQUIRE(stream.has_told(1));
  write_test_file(theme.path("site.css"), "body { color: teal }\n");
  CHECK(stream.has_told(2));
}

TEST_CASE("the site that a build has written inside the content is no content of the preview") {
  const TemporaryFolder folder;
  write_test_file(folder.path("index.md"), "# A\n");
  write_test_file(folder.path("ut/index.html"), "byggd");
  ServeOptions options;
  options.port = 0;
  options.build.content = folder.path();
  options.build.out = folder.path("ut");
  Preview preview(options);
  preview.build_first();
  CHECK(status_of(httplib::Client("127.0.0.1", preview.port()).Get("/ut/index.html")) == 404);
}

TEST_CASE("a revision is served as it is in git, whatever the folder says") {
  const GitSandbox git;
  git.git("init -q -b main");
  git.write("index.md", "# A\n\nSom det var.\n");
  git.commit_all();
  git.write("index.md", "# A\n\nSom det är.\n");
  ServeOptions options;
  options.port = 0;
  options.build.content = git.path();
  options.build.revision = "main";
  Preview preview(options);
  preview.build_first();
  const auto answer = httplib::Client("127.0.0.1", preview.port()).Get("/");
  REQUIRE(answer);
  CHECK_THAT(answer->body, Contains("Som det var."));
}

TEST_CASE("a port that another program has is refused with its number") {
  PreviewSandbox sandbox;
  ServeOptions options;
  options.build.content = sandbox.path("");
  options.port = sandbox.preview().port();
  try {
    const Preview second(options);
    FAIL("the port was shared");
  } catch (const Failure& failure) {
    CHECK(failure.code == code::W40);
    CHECK(failure.args == std::vector<Words>{options.port});
  }
}

TEST_CASE("content that is not there is a failure") {
  ServeOptions options;
  options.port = 0;
  options.build.content = "/finns/inte/alls";
  CHECK_THROWS_AS(Preview(options), Failure);
}

TEST_CASE("forty open pages leave room for more, and are told when the preview ends") {
  PreviewSandbox sandbox;
  std::deque<EventStream> streams;
  for (int i = 0; i < 40; ++i) streams.emplace_back(sandbox);
  for (EventStream& stream : streams) REQUIRE(stream.has_told(1));
  CHECK(status_of(sandbox.get("/om/sida.html")) == 200);
  sandbox.preview().stop();
  for (EventStream& stream : streams) CHECK(stream.has_ended());
}

TEST_CASE("pages that were closed make room for others") {
  const PreviewSandbox sandbox;
  for (int round = 0; round < 3; ++round) {
    std::deque<EventStream> streams;
    for (int i = 0; i < 50; ++i) streams.emplace_back(sandbox);
    for (EventStream& stream : streams) REQUIRE(stream.has_told(1));
  }
  CHECK(status_of(sandbox.get("/")) == 200);
}
