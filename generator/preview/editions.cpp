#include "preview/editions.h"

namespace traff {

namespace {

std::string name_of_run() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

bool says_the_same(const BuildReport& a, const BuildReport& b) {
  return a.diagnostics == b.diagnostics && a.addresses == b.addresses && a.site_language == b.site_language;
}

bool says_the_same(const Failure& a, const Failure& b) { return a.code == b.code && a.args == b.args; }

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
  if (edition_.failure && says_the_same(*edition_.failure, failure)) return edition_;
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

}  // namespace traff
