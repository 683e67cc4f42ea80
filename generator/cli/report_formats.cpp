#include "cli/report_formats.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "base/content_id.h"
#include "base/messages/format_diagnostic.h"
#include "base/text.h"

namespace traff {

namespace {

using json = nlohmann::ordered_json;

std::string_view level_of(const Diagnostic& diagnostic, std::string_view hint) {
  switch (severity_of(diagnostic)) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::hint: return hint;
  }
  return {};
}

std::string whole_message(const Diagnostic& diagnostic, Language language) {
  const std::string hint = hint_of(diagnostic, language);
  return message_of(diagnostic, language) + (hint.empty() ? "" : " " + hint);
}

// Bytes that are no text, from the name of a file, do not end the report.
std::string written(const json& report) { return report.dump(2, ' ', false, json::error_handler_t::replace) + "\n"; }

std::string as_json(const BuildReport& report, Language language) {
  json list = json::array();
  for (const Diagnostic& diagnostic : report.diagnostics) {
    list.push_back({{"path", report.shown_prefix + diagnostic.place.path},
                    {"line", diagnostic.place.line},
                    {"column", diagnostic.place.column},
                    {"length", diagnostic.place.length},
                    {"severity", level_of(diagnostic, "hint")},
                    {"code", diagnostic.code.name()},
                    {"message", message_of(diagnostic, language)},
                    {"hint", hint_of(diagnostic, language)}});
  }
  return written(list);
}

// GitHub's workflow commands: % and line ends are escaped, in properties ':' and ',' too.
std::string github_escaped(std::string_view text, bool property) {
  std::string out = replace_all(replace_all(replace_all(text, "%", "%25"), "\r", "%0D"), "\n", "%0A");
  return property ? replace_all(replace_all(out, ":", "%3A"), ",", "%2C") : out;
}

std::string as_github(const BuildReport& report, Language language) {
  std::string out;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    out += "::" + std::string(level_of(diagnostic, "notice")) +
           " file=" + github_escaped(report.shown_prefix + diagnostic.place.path, true);
    if (diagnostic.place.line > 0) out += ",line=" + std::to_string(diagnostic.place.line);
    if (diagnostic.place.column > 0) out += ",col=" + std::to_string(diagnostic.place.column);
    out += ",title=" + github_escaped(diagnostic.code.name(), true) +
           "::" + github_escaped(whole_message(diagnostic, language), false) + "\n";
  }
  return out;
}

// What GitLab reads as a Code Quality report. A fingerprint is to be the same while the finding is, wherever its line
// is.
std::string as_gitlab(const BuildReport& report, Language language) {
  json list = json::array();
  std::map<std::string, int> known;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const std::string path = report.shown_prefix + diagnostic.place.path;
    const std::string message = whole_message(diagnostic, language);
    const std::string finding = path + '\n' + diagnostic.code.name() + '\n' + message;
    const std::string fingerprint = to_hex(content_id(finding + '\n' + std::to_string(known[finding]++)));
    const std::string_view severity = level_of(diagnostic, "info");
    list.push_back(
        {{"description", message},
         {"check_name", diagnostic.code.name()},
         {"fingerprint", fingerprint},
         {"severity", severity == "error"     ? "critical"
                      : severity == "warning" ? "minor"
                                              : "info"},
         {"location", {{"path", path}, {"lines", {{"begin", std::max<std::uint32_t>(1, diagnostic.place.line)}}}}}});
  }
  return written(list);
}

json sarif_result(const BuildReport& report, const Diagnostic& diagnostic, Language language) {
  json region = {{"startLine", std::max<std::uint32_t>(1, diagnostic.place.line)}};
  if (diagnostic.place.column > 0) region["startColumn"] = diagnostic.place.column;
  const json location = {
      {"physicalLocation",
       {{"artifactLocation", {{"uri", report.shown_prefix + diagnostic.place.path}}}, {"region", region}}}};
  return {{"ruleId", diagnostic.code.name()},
          {"level", level_of(diagnostic, "note")},
          {"message", {{"text", whole_message(diagnostic, language)}}},
          {"locations", json::array({location})}};
}

std::string as_sarif(const BuildReport& report, Language language) {
  json rules = json::array();
  json results = json::array();
  std::set<std::string> named;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (named.insert(diagnostic.code.name()).second) rules.push_back({{"id", diagnostic.code.name()}});
    results.push_back(sarif_result(report, diagnostic, language));
  }
  const json driver = {{"name", "traff"}, {"version", version}, {"rules", rules}};
  const json run = {{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
  return written(json({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                       {"version", "2.1.0"},
                       {"runs", json::array({run})}}));
}

std::string in_colour(std::string_view text, std::string_view colour) {
  return "\033[" + std::string(colour) + "m" + std::string(text) + "\033[0m";
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "1;31";
    case Severity::warning: return "1;33";
    case Severity::hint: return "1;36";
  }
  return {};
}

}  // namespace

std::string format_report(const BuildReport& report, CheckFormat format, Language language) {
  switch (format) {
    case CheckFormat::json: return as_json(report, language);
    case CheckFormat::github: return as_github(report, language);
    case CheckFormat::gitlab: return as_gitlab(report, language);
    case CheckFormat::sarif: return as_sarif(report, language);
    case CheckFormat::text: break;
  }
  return {};
}

std::string coloured_diagnostic(const Diagnostic& diagnostic, Language language, std::string_view prefix) {
  const std::string plain = format_diagnostic(diagnostic, language, prefix);
  const std::string_view text = plain;
  const Severity severity = severity_of(diagnostic);
  const std::string_view word = severity_word(severity, language);
  const std::string code = "[" + diagnostic.code.name() + "]";
  const std::size_t place_end =
      text.find(": " + std::string(word) + ": ", prefix.size() + diagnostic.place.path.size());
  const std::size_t word_end = place_end + 2 + word.size();
  const std::size_t code_begin = text.find(code + "\n", word_end);
  return in_colour(text.substr(0, place_end), "1") + ": " + in_colour(word, colour_of(severity)) +
         std::string(text.substr(word_end, code_begin - word_end)) + in_colour(code, "2") +
         std::string(text.substr(code_begin + code.size()));
}

}  // namespace traff
