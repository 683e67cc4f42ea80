#include "site_case.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/messages/format_diagnostic.h"
#include "base/text.h"
#include "base/unicode.h"

namespace traff::testing {

namespace {

// "-- a.md [link] --" → {"a.md", "link"}.
std::optional<CaseFile> file_heading(std::string_view line) {
  if (!line.starts_with("-- ") || !line.ends_with(" --") || line.size() < 7) return std::nullopt;
  std::string_view name = line.substr(3, line.size() - 6);
  const std::size_t bracket = name.ends_with(']') ? name.rfind(" [") : std::string_view::npos;
  if (bracket == std::string_view::npos) return CaseFile{std::string(name), {}, {}};
  return CaseFile{
      std::string(name.substr(0, bracket)), std::string(name.substr(bracket + 2, name.size() - bracket - 3)), {}};
}

std::optional<Expectation> expectation_heading(std::string_view line) {
  if (!line.starts_with("== ")) return std::nullopt;
  const std::string_view words = line.substr(3);
  const std::size_t space = std::min(words.find(' '), words.size());
  return Expectation{std::string(words.substr(0, space)), std::string(trim(words.substr(space))), {}};
}

std::string as_latin_1(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at))
    bytes += static_cast<char>(code_point_at(text, at));
  return bytes;
}

void add_file(TestSite& site, const CaseFile& file) {
  if (file.how == "link") {
    site.link(file.path, std::string(trim(file.text)));
  } else if (file.how == "latin-1") {
    site.write(file.path, as_latin_1(file.text));
  } else if (file.how.starts_with("times ")) {
    std::string bytes;
    for (int count = std::stoi(file.how.substr(6)); count > 0; --count) bytes += file.text;
    site.write(file.path, bytes);
  } else {
    site.write(file.path, file.text);
  }
}

Paths lines_of(std::string_view text) {
  Paths lines;
  for (const std::string_view line : split_lines(text)) lines.emplace_back(trim(line));
  std::erase(lines, "");
  return lines;
}

std::size_t common_words(const std::string& a, const std::string& b) {
  const auto words = split(a, ' ');
  const std::set<std::string_view> known(words.begin(), words.end());
  std::size_t count = 0;
  for (const std::string_view word : split(b, ' ')) count += known.contains(word) ? 1 : 0;
  return count;
}

std::string most_like(const std::string& wanted, std::string_view html) {
  std::string best = "(no such line)";
  std::size_t most = 0;
  for (const std::string& line : lines_of(html)) {
    const std::size_t common = common_words(wanted, line);
    if (common > most) most = common, best = line;
  }
  return best;
}

std::string_view main_part(std::string_view html) {
  const std::size_t begin = html.find("<main");
  const std::size_t end = html.find("</main>");
  return begin == std::string_view::npos || end == std::string_view::npos ? html : html.substr(begin, end - begin);
}

// Fragments stand in their order; one after "! " stands nowhere.
Paths compare_fragments(const Paths& wanted, std::string_view html) {
  if (wanted.empty()) return lines_of(main_part(html));
  Paths found;
  std::size_t at = 0;
  for (const std::string& line : wanted) {
    if (line.starts_with("! ")) {
      if (html.find(line.substr(2)) == std::string_view::npos) found.push_back(line);
      continue;
    }
    const std::size_t next = html.find(line, at);
    found.push_back(next == std::string_view::npos ? most_like(line, html.substr(at)) : line);
    if (next != std::string_view::npos) at = next + line.size();
  }
  return found;
}

// Style sheet, script and search index have tests of their own, and names that change with their bytes.
Paths page_files(const TestSite& site) {
  Paths paths = site.outputs();
  std::erase_if(paths,
                [](const std::string& path) { return path.starts_with("assets/") || path.starts_with("search/"); });
  return paths;
}

// Dates hold no-break spaces, which nobody sees in a test.
std::string with_plain_spaces(std::string_view text) { return replace_all(text, "\u00A0", " "); }

Paths diagnostic_lines(const TestSite& site) {
  const std::string all = with_plain_spaces(site.diagnostics());
  Paths lines;
  for (const std::string_view line : split_lines(all)) lines.emplace_back(line);
  return lines;
}

Paths actual_lines(const Expectation& wanted, const TestSite& site, const Paths& failure) {
  if (wanted.kind == "failure") return failure;
  if (wanted.kind == "diagnostics") return diagnostic_lines(site);
  if (wanted.kind == "files") return page_files(site);
  if (wanted.kind == "html") return compare_fragments(wanted.lines, with_plain_spaces(site.output(wanted.subject)));
  return {"unknown expectation"};
}

}  // namespace

SiteCase parse_site_case(std::string_view text) {
  SiteCase parsed;
  for (const std::string_view line : split_lines(text)) {
    if (auto file = file_heading(line); file && parsed.expectations.empty()) {
      parsed.files.push_back(std::move(*file));
    } else if (auto expectation = expectation_heading(line)) {
      parsed.expectations.push_back(std::move(*expectation));
    } else if (!parsed.expectations.empty()) {
      parsed.expectations.back().lines.emplace_back(line);
    } else {
      (parsed.files.empty() ? parsed.description : parsed.files.back().text) += std::string(line) + "\n";
    }
  }
  for (Expectation& expectation : parsed.expectations) {
    while (!expectation.lines.empty() && expectation.lines.back().empty()) expectation.lines.pop_back();
  }
  return parsed;
}

std::string format_site_case(const SiteCase& site_case) {
  std::string text = site_case.description;
  for (const CaseFile& file : site_case.files) {
    text += "-- " + file.path + (file.how.empty() ? "" : " [" + file.how + "]") + " --\n" + file.text;
  }
  return text + format_expectations(site_case.expectations);
}

std::string format_expectations(const std::vector<Expectation>& expectations) {
  std::string text;
  for (const Expectation& expectation : expectations) {
    if (!text.empty()) text += "\n";
    text += "== " + expectation.kind + (expectation.subject.empty() ? "" : " " + expectation.subject) + "\n";
    for (const std::string& line : expectation.lines) text += line + "\n";
  }
  return text;
}

std::vector<Expectation> run_site_case(const SiteCase& site_case) {
  TestSite site;
  for (const CaseFile& file : site_case.files) add_file(site, file);
  Paths failure;
  try {
    site.build();
  } catch (const Failure& thrown) {
    const std::string message = message_of(thrown, Language::sv);
    for (const std::string_view line : split_lines(message)) failure.emplace_back(line);
  }
  std::vector<Expectation> actual;
  bool failure_is_expected = failure.empty();
  for (const Expectation& wanted : site_case.expectations) {
    failure_is_expected |= wanted.kind == "failure";
    actual.push_back({wanted.kind, wanted.subject, {}});
    if (failure.empty() || wanted.kind == "failure") actual.back().lines = actual_lines(wanted, site, failure);
  }
  if (!failure_is_expected) actual.push_back({"failure", "", failure});
  return actual;
}

}  // namespace traff::testing
