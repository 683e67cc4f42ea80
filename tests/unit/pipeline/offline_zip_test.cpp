// `offline: ja`: the site offers a copy of itself, which is what `traff pack` makes.
#include <catch2/catch.hpp>

#include <algorithm>

#include "base/messages/codes.h"
#include "base/text.h"
#include "output/zip_archive.h"
#include "pages/views/page_view.h"
#include "pipeline/build_site.h"
#include "pipeline/commands/pack_site.h"
#include "small_course.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

const std::string offering =
    "---\ntitel: Våra nätverk\noffline: ja\nkälla: https://github.com/a/b\n---\n\nVälkommen!\n";

FilesByPath unpacked(const std::string& bytes) {
  const ZipReader zip(bytes, "offline.zip");
  FilesByPath files;
  for (const auto& entry : zip.entries())
    zip.read(entry, [&, &text = files[entry.path]](std::string_view part) { text += part; });
  return files;
}

std::string packed(const TestSite& site, BuildOptions options) {
  PackRequest request;
  request.file = site.sandbox().path("kopia.zip");
  pack_site(options, request);
  return read_test_file(request.file);
}

bool offers(const TestSite& site) {
  const Paths outputs = site.outputs();
  return std::find(outputs.begin(), outputs.end(), "offline.zip") != outputs.end();
}

}  // namespace

TEST_CASE("the copy a site offers is the same file that traff pack makes, of a commit and of edits") {
  TestSite site;
  site.write(small_course()).write("index.md", offering).commit().build();
  CHECK(site.output("offline.zip") == packed(site, site.options()));
  BuildOptions from_commit = site.options();
  from_commit.revision = "HEAD";
  CHECK(site.output("offline.zip") == packed(site, from_commit));
  site.write("mer.md", "# Mer\n\nNy text.\n").build();
  CHECK(site.output("offline.zip") == packed(site, site.options()));
}

TEST_CASE("the copy holds the site but not itself, no link to itself and no links for editing") {
  TestSite site;
  site.write(small_course()).write("index.md", offering).commit().build();
  const FilesByPath files = unpacked(site.output("offline.zip"));
  CHECK(files.size() > 20);
  for (const auto& [path, text] : files) {
    CHECK(path.starts_with("vara-natverk/"));
    CHECK((path + text).find("offline.zip") == std::string::npos);
    CHECK(text.find("/edit/") == std::string::npos);
  }
}

TEST_CASE("the start page links to the copy and tells how large it is, other pages do not") {
  TestSite site;
  site.write(small_course()).write("index.md", offering).build();
  const std::string size = file_size(site.output("offline.zip").size(), Language::sv);
  CHECK(site.output("index.html").find("<a href=\"offline.zip\">Hämta hela webbplatsen (zip, " + size + ")</a>") !=
        std::string::npos);
  CHECK(site.output("sok.html").find("offline.zip") == std::string::npos);
  TestSite of_one_network;
  of_one_network.write("index.md", "---\ntitel: N\nläsår: 2019/2020\noffline: ja\n---\n\nText.\n")
      .write("traffar/1.md", "# Träff 1: A\nDatum: 10 oktober\n\nVi ses.\n")
      .build();
  CHECK(of_one_network.output("index.html").find("<a href=\"offline.zip\">") != std::string::npos);
  CHECK(of_one_network.output("traffar/1.html").find("offline.zip") == std::string::npos);
}

TEST_CASE("a copy is made when something changed, made again when it is gone, and gone when it is not wanted") {
  TestSite site;
  site.write(small_course()).write("index.md", offering).commit().build();
  const std::string copy = site.output("offline.zip");
  CHECK(site.build().made() == Paths{});
  std::filesystem::remove(site.options().out + "/offline.zip");
  CHECK(build_site(site.options()).write.made == 1);
  CHECK(site.output("offline.zip") == copy);
  site.sandbox().remove(".traff");
  CHECK(site.build().output("offline.zip") == copy);
  site.write("mer.md", "# Mer\n\nNy text.\n").build();
  CHECK(site.output("offline.zip") != copy);
  CHECK(differences(site.files(), built_from_scratch(site.options())) == Paths{});
  site.write("index.md", "# A\n\nText.\n").build();
  CHECK_FALSE(offers(site));
}

TEST_CASE("a commit of the same texts makes the copy again, which names it, and the start page tells its size") {
  TestSite site;
  site.write(small_course()).write("index.md", offering).commit().build();
  site.sandbox().commit_all();
  site.build();
  CHECK(site.output("offline.zip") == packed(site, site.options()));
  CHECK(differences(site.files(), built_from_scratch(site.options())) == Paths{});
}

TEST_CASE("a site that does not ask offers no copy, nor does a preview with drafts") {
  TestSite site;
  site.write("index.md", "---\ntitel: A\noffline: nej\n---\n\nText.\n").build();
  CHECK_FALSE(offers(site));
  site.write("index.md", offering);
  site.options().drafts = true;
  CHECK_FALSE(offers(site.build()));
}

TEST_CASE("a file is as large in words as it is") {
  CHECK(file_size(1, Language::sv) == "1\u00a0kB");
  CHECK(file_size(340'000, Language::sv) == "340\u00a0kB");
  CHECK(file_size(1'249'999, Language::sv) == "1,2\u00a0MB");
  CHECK(file_size(1'250'000, Language::en) == "1.3\u00a0MB");
  CHECK(file_size(24'400'000, Language::sv) == "24\u00a0MB");
}

TEST_CASE("a file that needs the network costs the copy, not the site, and is told by check as by build") {
  TestSite site;
  site.write(small_course())
      .write("index.md", offering + "\n[Stil](plan.css)\n")
      .write("plan.css", "p { background: url(https://example.org/plan.png) }")
      .build();
  CHECK_FALSE(offers(site));
  CHECK(site.output("index.html").find("offline.zip") == std::string::npos);
  const auto says = [](const BuildReport& report) {
    return std::count_if(report.diagnostics.begin(), report.diagnostics.end(),
                         [](const Diagnostic& one) { return one.code == code::F57 && one.place.path == "index.md"; });
  };
  CHECK(says(check_site(site.options())) == 1);
  CHECK(says(build_site(site.options())) == 1);
  explain_output(site.options());
  site.write("plan.css", "p { color: red }").build();
  CHECK(offers(site));
}

TEST_CASE("a site that is written inside its own content is no part of the copy") {
  TestSite home;
  home.write("index.md", offering);
  BuildOptions options;
  options.content = home.options().content;
  options.out = home.options().content + "/site";
  CHECK(check_site(options).diagnostics.empty());
  for (const std::string text : {"Ett", "Två"}) {
    home.write("mer.md", "# Mer\n\n" + text + "\n");
    CHECK(build_site(options).diagnostics.empty());
    const FilesByPath files = unpacked(read_test_file(options.out + "/offline.zip"));
    CHECK(files.contains("vara-natverk/mer.html"));
    CHECK_FALSE(files.contains("vara-natverk/site/index.html"));
  }
}
