#include "preview/editions.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "base/messages/format_diagnostic.h"
#include "base/messages/sentences.h"
#include "base/unicode.h"

namespace traff {

namespace {

std::string name_of_run() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

bool says_the_same(const BuildReport& a, const BuildReport& b) {
  return a.diagnostics == b.diagnostics && a.addresses == b.addresses && a.site_language == b.site_language;
}

}  // namespace

Editions::Editions(std::optional<Language> language) : language_(language), run_(name_of_run()) {
  edition_.report = std::make_shared<const BuildReport>();
  edition_.language = language.value_or(Language::sv);
}

Edition Editions::publish(BuildReport report) {
  const std::lock_guard guard(mutex_);
  const bool is_new_site = site_number_ == 0 || report.write.written + report.write.removed > 0;
  const bool is_news = notes_number_ == 0 || edition_.failure || !says_the_same(*edition_.report, report);
  if (is_new_site) ++site_number_;
  if (is_news) ++notes_number_;
  edition_.language = language_.value_or(report.site_language);
  edition_.report = std::make_shared<const BuildReport>(std::move(report));
  edition_.failure.reset();
  return name_edition();
}

Edition Editions::publish(Failure failure) {
  const std::lock_guard guard(mutex_);
  if (edition_.failure && static_cast<const Message&>(*edition_.failure) == failure) return edition_;
  ++notes_number_;
  edition_.failure = std::move(failure);
  return name_edition();
}

Edition Editions::name_edition() {
  edition_.site = run_ + "-" + std::to_string(site_number_);
  edition_.notes = run_ + "-" + std::to_string(notes_number_);
  changed_.notify_all();
  return edition_;
}

void Editions::close() {
  const std::lock_guard guard(mutex_);
  is_closed_ = true;
  changed_.notify_all();
}

std::optional<Edition> Editions::current() const {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return is_closed_ || notes_number_ > 0; });
  return is_closed_ ? std::nullopt : std::optional(edition_);
}

Editions::News Editions::wait_for_newer(const Edition& seen, std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  const auto is_newer = [&] { return edition_.site != seen.site || edition_.notes != seen.notes; };
  changed_.wait_for(lock, patience, [&] { return is_closed_ || is_newer(); });
  if (is_closed_) return News::closed;
  return is_newer() ? News::newer : News::none;
}

namespace {

using nlohmann::json;

constexpr std::size_t most_others = 200;
constexpr std::size_t longest_line = 300;  // bytes

std::string_view name_of(Severity severity) {
  constexpr std::string_view names[] = {"error", "warning", "hint"};
  return names[static_cast<std::size_t>(severity)];
}

json as_json(const DiagnosticCounts& counts) {
  return {{"error", counts.errors}, {"warning", counts.warnings}, {"hint", counts.hints}};
}

// Empty when no page is made of it alone: a theme's file, a picture.
std::string_view address_of(const Diagnostic& diagnostic, const BuildReport& report) {
  const auto& all = report.addresses;
  const auto found =
      std::lower_bound(all.begin(), all.end(), diagnostic.place.path,
                       [](const PageAddress& page, const std::string& path) { return page.path < path; });
  return found != all.end() && found->path == diagnostic.place.path ? std::string_view(found->address) : "";
}

std::string shortened(std::string_view line) {
  if (line.size() <= longest_line) return std::string(line);
  std::size_t end = 0;
  while (end < longest_line) end += code_point_size(line, end);
  return std::string(line.substr(0, end)) + "…";
}

json as_json(const Diagnostic& diagnostic, const Edition& edition) {
  const Severity severity = severity_of(diagnostic);
  return {{"path", edition.report->shown_prefix + diagnostic.place.path},
          {"line", diagnostic.place.line},
          {"column", diagnostic.place.column},
          {"severity", name_of(severity)},
          {"word", severity_word(severity, edition.language)},
          {"code", diagnostic.code.name()},
          {"message", message_of(diagnostic, edition.language)},
          {"hint", hint_of(diagnostic, edition.language)},
          {"text", shortened(diagnostic.line)},
          {"address", address_of(diagnostic, *edition.report)}};
}

}  // namespace

std::string diagnostics_json(const Edition& edition, const std::optional<std::string>& page) {
  DiagnosticCounts of_page;
  DiagnosticCounts of_site;
  json own = json::array();
  std::vector<const Diagnostic*> others;
  for (const Diagnostic& diagnostic : edition.report->diagnostics) {
    of_site.add(severity_of(diagnostic));
    if (page && address_of(diagnostic, *edition.report) == *page) {
      of_page.add(severity_of(diagnostic));
      own.push_back(as_json(diagnostic, edition));
    } else {
      others.push_back(&diagnostic);
    }
  }
  std::stable_sort(others.begin(), others.end(),
                   [](const auto* a, const auto* b) { return severity_of(*a) < severity_of(*b); });
  const std::size_t shown = page ? std::min(others.size(), most_others) : others.size();
  json rest = json::array();
  for (std::size_t i = 0; i < shown; ++i) rest.push_back(as_json(*others[i], edition));
  json all = {{"site", edition.site},
              {"notes", edition.notes},
              {"language", language_tag(edition.language)},
              {"failure", nullptr},
              {"counts", {{"page", as_json(of_page)}, {"site", as_json(of_site)}}},
              {"page", std::move(own)},
              {"others", std::move(rest)},
              {"left_out", others.size() - shown}};
  if (edition.failure) all["failure"] = message_of(*edition.failure, edition.language);
  return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace traff
