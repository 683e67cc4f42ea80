// The workflow files of a new site: read as YAML, and what they run is run here, in a new site with a server of its
// own.
#ifdef TRAFF_HAS_LIBYAML

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text.h"
#include "pipeline/made_site.h"
#include "test_site.h"
#include "yaml_value.h"

using namespace traff;
using namespace traff::testing;

namespace {

namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

const char* const github = ".github/workflows/traff.yml";
const char* const gitlab = ".gitlab-ci.yml";
const char* const forgejo = ".forgejo/workflows/traff.yml";

// What a job of GitHub or Forgejo runs, step by step, but for the fetching of the program.
Paths scripts_of_steps(const json& job) {
  Paths scripts;
  for (const json& step : job.at("steps")) {
    CHECK(step.contains("run") != step.contains("uses"));
    if (step.contains("run") && !step.contains("env")) scripts.push_back(step.at("run"));
  }
  return scripts;
}

Paths lines_of(const json& list) {
  Paths lines;
  for (const json& line : list) lines.push_back(line);
  return lines;
}

// A new site that is committed, beside its origin, with traff where programs are.
class Workplace {
 public:
  explicit Workplace(Language language = Language::sv) : site_(language) {
    site_.fill_in();
    site_.sandbox().commit_all();
    beside_.git("init -q --bare -b main origin.git");
    site_.sandbox().git("remote add origin '" + beside_.path("origin.git") + "'");
    site_.sandbox().git("push -q origin main");
    fs::create_directories(beside_.path("bin"));
    fs::create_symlink(TRAFF_PROGRAM, beside_.path("bin/traff"));
  }

  const MadeSite& site() const { return site_; }
  const GitSandbox& beside() const { return beside_; }

  // As the forges do: each step by its own shell, which stops at the first failure. The exit code.
  int run(const std::string& script) const {
    beside_.write("step.sh", script);
    const std::string environment = "PATH='" + beside_.path("bin") + "':\"$PATH\" HOME='" + beside_.path() +
                                    "' GIT_CONFIG_GLOBAL='" + beside_.path("config") + "'";
    return std::system(("cd '" + site_.path() + "' && " + environment + " sh -e '" + beside_.path("step.sh") + "' >'" +
                        beside_.path("said") + "' 2>&1")
                           .c_str());
  }

  // Whether all went well; stops at the first that did not.
  bool run_all(const Paths& scripts) const {
    REQUIRE_FALSE(scripts.empty());
    for (const std::string& script : scripts) {
      if (run(script) != 0) return false;
    }
    return true;
  }

  std::string said() const { return read_test_file(beside_.path("said")); }
  void break_a_link() const { site_.sandbox().write("content/index.md", "# A\n\n[till](finns-inte.md)\n"); }

 private:
  MadeSite site_;
  GitSandbox beside_;
};

// The address and the major version of every action that is used.
std::set<std::string> actions_in(const json& workflow) {
  std::set<std::string> actions;
  for (const json& job : workflow.at("jobs")) {
    for (const json& step : job.at("steps")) {
      if (step.contains("uses")) actions.insert(step.at("uses").get<std::string>());
    }
  }
  return actions;
}

}  // namespace

TEST_CASE("the workflow files are YAML, name no secret and have no mark of another language") {
  for (const Language language : {Language::sv, Language::en}) {
    const MadeSite site(language);
    for (const char* file : {github, gitlab, forgejo}) {
      INFO(file);
      const std::string text = site.read(file);
      CHECK(yaml_value(text).is_object());
      for (const char* word : {"secrets", "password", "[sv]", "[en]", "{title}"})
        CHECK(text.find(word) == std::string::npos);
    }
  }
}

TEST_CASE("what the workflows of GitHub run works in a new site, and a Fel stops it with an annotation") {
  const Workplace place;
  const json workflow = yaml_value(place.site().read(github));
  const Paths steps = scripts_of_steps(workflow.at("jobs").at("build"));
  CHECK(place.run_all(steps));
  CHECK(fs::exists(place.site().path("public/index.html")));
  place.break_a_link();
  CHECK_FALSE(place.run_all(steps));
  CHECK(place.said().starts_with("::error file=content/index.md,line=3,"));
}

TEST_CASE("the workflow of GitHub may read, and its publishing job alone may write pages") {
  const json workflow = yaml_value(MadeSite().read(github));
  CHECK(workflow.at("permissions") == json{{"contents", "read"}});
  CHECK_FALSE(workflow.at("jobs").at("build").contains("permissions"));
  CHECK(workflow.at("jobs").at("publish").at("permissions") == json{{"pages", "write"}, {"id-token", "write"}});
  CHECK(workflow.at("jobs").at("publish").at("if") ==
        "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'");
  CHECK(actions_in(workflow) == std::set<std::string>{"actions/checkout@v4", "actions/deploy-pages@v4",
                                                      "actions/upload-artifact@v4",
                                                      "actions/upload-pages-artifact@v3"});
}

TEST_CASE("a push stops what an earlier push of the same branch still runs, so that it is never published after it") {
  for (const char* file : {github, forgejo}) {
    const json workflow = yaml_value(MadeSite().read(file));
    CHECK(workflow.at("concurrency") == json{{"group", "pages-${{ github.ref }}"}, {"cancel-in-progress", "true"}});
    for (const json& job : workflow.at("jobs")) CHECK_FALSE(job.contains("concurrency"));
  }
}

TEST_CASE("what the jobs of GitLab run works in a new site, and the report has the fields GitLab reads") {
  const Workplace place;
  const json pipeline = yaml_value(place.site().read(gitlab));
  const Paths steps = lines_of(pipeline.at(".site").at("script"));
  CHECK(place.run(pipeline.at("default").at("before_script").back()) == 0);
  CHECK(place.run_all(steps));
  const std::string report = pipeline.at(".site").at("artifacts").at("reports").at("codequality");
  CHECK(json::parse(place.site().read(report)) == json::array());
  CHECK(fs::exists(place.site().path("public/index.html")));
  place.break_a_link();
  CHECK_FALSE(place.run_all(steps));
  const json findings = json::parse(place.site().read(report));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].at("check_name") == "L1");
  CHECK(findings[0].at("severity") == "critical");
  CHECK(findings[0].at("fingerprint").get<std::string>().size() == 40);
  CHECK(findings[0].at("location") == json{{"path", "content/index.md"}, {"lines", {{"begin", 3}}}});
}

TEST_CASE("GitLab shows a name of plain letters, and both its jobs are the same but for when") {
  const json pipeline = yaml_value(MadeSite().read(gitlab));
  for (const char c : pipeline.at(".site").at("artifacts").at("expose_as").get<std::string>())
    CHECK((is_ascii_letter(c) || c == ' '));
  for (const char* job : {"preview", "pages"}) {
    CHECK(pipeline.at(job).at("extends") == ".site");
    CHECK_FALSE(pipeline.at(job).contains("script"));
  }
}

TEST_CASE("what the jobs of Forgejo run works in a new site, and main goes to the branch pages") {
  const Workplace place;
  const json workflow = yaml_value(place.site().read(forgejo));
  CHECK(place.run_all(scripts_of_steps(workflow.at("jobs").at("check"))));
  CHECK(place.run_all(scripts_of_steps(workflow.at("jobs").at("publish"))));
  CHECK(place.beside().git("-C origin.git show pages:index.html").find("Välkommen!") != std::string::npos);
  CHECK(workflow.at("jobs").at("check").at("permissions") == json{{"contents", "read"}});
  CHECK(actions_in(workflow) == std::set<std::string>{"https://data.forgejo.org/actions/checkout@v4",
                                                      "https://data.forgejo.org/forgejo/upload-artifact@v4"});
  place.break_a_link();
  place.site().sandbox().commit_all();
  const std::string before = place.beside().git("-C origin.git rev-parse pages");
  CHECK_FALSE(place.run_all(scripts_of_steps(workflow.at("jobs").at("publish"))));
  CHECK_FALSE(place.run_all(scripts_of_steps(workflow.at("jobs").at("check"))));
  CHECK(place.beside().git("-C origin.git rev-parse pages") == before);
}

TEST_CASE("a forge that does not know where the program is says so before it fetches anything") {
  const Workplace place;
  const json pipeline = yaml_value(place.site().read(gitlab));
  const json workflow = yaml_value(place.site().read(github));
  const std::string fetch = workflow.at("jobs").at("build").at("steps").front().at("run");
  for (const std::string& first :
       {fetch.substr(0, fetch.find('\n')), pipeline.at("default").at("before_script").front().get<std::string>()}) {
    CHECK(place.run(first) != 0);
    CHECK(place.said().starts_with("Gör variabeln TRAFF_DEB"));
    CHECK(place.run("TRAFF_DEB=https://example.org/traff.deb\n" + first) == 0);
  }
}

TEST_CASE("every line the workflows run is plain shell") {
  const Workplace place(Language::en);
  std::size_t seen = 0;
  const auto check_shell = [&](const std::string& script) {
    INFO(script);
    place.beside().write("whole.sh", script);
    CHECK(std::system(("sh -n '" + place.beside().path("whole.sh") + "'").c_str()) == 0);
    ++seen;
  };
  for (const char* file : {github, forgejo}) {
    const json workflow = yaml_value(place.site().read(file));
    for (const json& job : workflow.at("jobs")) {
      for (const json& step : job.at("steps")) {
        if (step.contains("run")) check_shell(step.at("run"));
      }
    }
  }
  const json pipeline = yaml_value(place.site().read(gitlab));
  for (const json& list : {pipeline.at("default").at("before_script"), pipeline.at(".site").at("script")}) {
    for (const json& line : list) check_shell(line);
  }
  CHECK(seen == 17);
}

#endif
