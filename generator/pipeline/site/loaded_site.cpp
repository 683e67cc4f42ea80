#include "pipeline/site/loaded_site.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/format_diagnostic.h"
#include "base/messages/phrases.h"
#include "base/text.h"
#include "base/unicode.h"
#include "checks/files/active_file.h"
#include "checks/files/text_file.h"
#include "course/assemble_course.h"
#include "course/literature/csl_json.h"
#include "markdown/document/document.h"
#include "markdown/parse_document.h"
#include "output/own_folder.h"
#include "pages/addresses/urls.h"
#include "pages/picture.h"
#include "source/content_place.h"
#include "source/history/history.h"
#include "source/revision_tree.h"
#include "source/working_tree.h"

namespace traff {

namespace {

// When each page was last changed, for readers: the author's day of the last commit that touched its file.

// One per document; all unknown without a history.
std::vector<std::optional<LastChange>> changed_days(const std::optional<History>& history,
                                                    const std::vector<Document>& documents) {
  std::vector<std::optional<LastChange>> days(documents.size());
  if (!history) return days;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const auto time = history->last_change(documents[i].path);
    if (!time) continue;
    const FileHistory& file = *history->find(documents[i].path);
    days[i] = LastChange{day_of(*time), static_cast<std::uint32_t>(file.changes.size() - 1), file.first_path};
  }
  return days;
}

// G1, when a shallow clone hides some of them.
std::optional<Diagnostic> unknown_days(const std::optional<History>& history, const std::vector<Document>& documents) {
  if (!history || !history->is_cut_off) return std::nullopt;
  const auto is_unknown = [&](const Document& document) {
    const FileHistory* file = history->find(document.path);
    return file == nullptr ? history->files.empty() : file->changes.empty();
  };
  const auto first = std::find_if(documents.begin(), documents.end(), is_unknown);
  if (first == documents.end()) return std::nullopt;
  const auto count = std::count_if(first, documents.end(), is_unknown);
  return Diagnostic{code::G1(count), {first->path}};
}

std::vector<ThemeFile> load_theme_folder(const std::string& folder) {
  const auto tree = load_working_tree(folder_place(folder), 1);
  std::vector<ThemeFile> files;
  for (std::size_t i = 0; i < tree->files().size(); ++i) files.push_back({tree->files()[i].path, tree->read(i)});
  return files;
}

// No address is three times as long as its path, so most need not be made to be measured.
bool has_room_for(const std::string& path, bool is_page) {
  constexpr std::size_t always_short = 80;
  return path.size() <= always_short || fits_on_disk(is_page ? page_address(path) : file_address(path));
}

Diagnostic name_too_long(const std::string& path) { return {code::P2(phrase::too_long_on_site), {path}}; }

Diagnostic placed(Diagnostic found, const std::string& path, const Field& field) {
  found.place = {path, field.line, field.column, static_cast<std::uint32_t>(code_point_count(field.value))};
  found.line = field.name + ": " + field.value;
  return found;
}

// P15.
std::optional<Diagnostic> device_of(const std::string& path, std::string_view address) {
  const std::string_view name = device_name_in(address);
  return name.empty() ? std::nullopt : std::optional(Diagnostic{code::P15(name), {path}});
}

constexpr std::size_t large_picture_bytes = 1'500'000;

// "6,5"
std::string megabytes(std::size_t bytes) {
  const std::size_t tenths = (bytes + 50'000) / 100'000;
  return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10);
}

// F58, once for all of them.
std::optional<Diagnostic> unused_files(const std::vector<std::string>& unused) {
  constexpr std::size_t most_named = 10;
  if (unused.empty()) return std::nullopt;
  const std::size_t more = unused.size() - std::min(unused.size(), most_named);
  const std::vector<std::string> named(unused.begin(), unused.end() - static_cast<std::ptrdiff_t>(more));
  Words list = join(named, ", ");
  if (more > 0) list = list + Words(" och ", " and ") + more + Words(" till", " more");
  const Words count =
      unused.size() == 1 ? Words("En fil", "One file is") : unused.size() + Words(" filer", " files are");
  return Diagnostic{code::F58(count, list), {unused.front()}};
}

void refuse_broken_theme(const std::vector<Diagnostic>& diagnostics, Language language) {
  std::string broken;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (severity_of(diagnostic) == Severity::error) broken += "\n" + format_diagnostic(diagnostic, language);
  }
  if (!broken.empty()) throw Failure(code::W30(broken));
}

}  // namespace

LoadedSite::LoadedSite(const BuildOptions& options, StageClock& clock) {
  load(options);
  clock.end("load");
  load_site_theme(options);
  clock.end("theme");
  const ParsedDocuments::Cache cache{place_.state_folder, options.fresh, options.progress.get()};
  parsed_ = std::make_unique<ParsedDocuments>(*tree_, std::move(page_files_), language_, cache, options.jobs);
  clock.end("parse");
  course_ = assemble_course(documents(), parsed_->facts(), {options.drafts, options.address}, options.jobs);
  choose_files();
  clock.end("assemble");
  load_origin(options);
  clock.end("history");
}

void LoadedSite::load(const BuildOptions& options) {
  place_ = load_content_place(options.content);
  if (!options.state_folder.empty()) place_.state_folder = options.state_folder;
  // A bare repository has no working folder: its content is what its HEAD names.
  const bool has_folder = !place_.content_folder.empty();
  const std::string revision = options.revision.empty() && !has_folder ? "HEAD" : options.revision;
  tree_ = revision.empty() ? load_working_tree(place_, options.jobs) : load_revision(place_, revision, options.jobs);
}

// The site's language and theme stand in content/index.md, which is read ahead of the rest for them.
void LoadedSite::load_site_theme(const BuildOptions& options) {
  const std::vector<SourceFile>& all = tree_->files();
  std::string theme_name = "tema";
  Field colour;
  std::string colour_path;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (to_lower(all[i].path) != "index.md") continue;
    const FrontMatter keys = parse_keys({all[i].path, all[i].id, tree_->read(i)});
    language_ = parse_language(keys.value(Key::language)).value_or(Language::sv);
    if (!keys.value(Key::theme).empty()) theme_name = keys.value(Key::theme);
    if (const Field* own = keys.find(Key::colour)) colour = *own, colour_path = all[i].path;
  }
  theme_prefix_ = theme_name + "/";
  sort_files(options);
  std::vector<ThemeFile> overrides;
  if (!options.theme_folder.empty()) {
    overrides = load_theme_folder(options.theme_folder);
  } else {
    for (const std::size_t i : theme_files_)
      overrides.push_back({all[i].path.substr(theme_prefix_.size()), tree_->read(i)});
  }
  own_theme_ = overrides;
  ThemeLoad loaded = load_theme(std::move(overrides), language_, colour.value);
  theme_diagnostics_ = std::move(loaded.diagnostics);
  refuse_broken_theme(theme_diagnostics_, language_);
  if (loaded.colour) theme_diagnostics_.push_back(placed(std::move(*loaded.colour), colour_path, colour));
  theme_ = std::move(loaded.theme);
}

// The theme's, pages, and files that are copied.
void LoadedSite::sort_files(const BuildOptions& options) {
  const std::vector<SourceFile>& all = tree_->files();
  const std::string site_inside = path_inside(options.out, place_.content_folder);
  const std::string left_out = path_inside(options.left_out, place_.content_folder);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!site_inside.empty() && all[i].path.starts_with(site_inside + "/")) continue;
    if (!left_out.empty() && all[i].path.starts_with(left_out + "/")) continue;
    const bool is_page = is_markdown(all[i].path) || is_literature_json(all[i].path);
    if (all[i].path.starts_with(theme_prefix_))
      theme_files_.push_back(i);
    else if (!has_room_for(all[i].path, is_page))
      leave_out(name_too_long(all[i].path));
    else if (is_page)
      page_files_.push_back(i);
    else
      files_.push_back({all[i].path, all[i].id, i, {}});
  }
}

void LoadedSite::leave_out(Diagnostic found) {
  left_out_.push_back(found.place.path);
  file_diagnostics_.push_back(std::move(found));
}

// What something published refers to, and what such a file refers to in its turn.
void LoadedSite::choose_files() {
  std::vector<std::string> paths;
  for (const OtherFile& file : files_) paths.push_back(file.path);
  PublishedFiles published(documents(), course_, paths);
  std::vector<std::size_t> active;
  std::vector<std::size_t> chosen = published.of_pages();
  const auto add = [&chosen](const std::vector<std::size_t>& more) {
    chosen.insert(chosen.end(), more.begin(), more.end());
  };
  for (const ThemeFile& file : own_theme_) add(published.of_theme(file.path, file.bytes));
  add(published.of_setting(file_diagnostics_));
  while (!chosen.empty()) chosen = publish(chosen, published, active);
  std::vector<std::string> unused;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (published.is_unused(i)) unused.push_back(paths[i]);
  }
  for (std::size_t i = 0; i < documents().size(); ++i) {
    if (!course_.pages[i].published) continue;
    if (auto device = device_of(documents()[i].path, page_address(documents()[i].path)))
      file_diagnostics_.push_back(*std::move(device));
  }
  if (auto found = unused_files(unused)) file_diagnostics_.push_back(std::move(*found));
  std::ranges::sort(active, std::greater());
  for (const std::size_t file : active) files_.erase(files_.begin() + static_cast<std::ptrdiff_t>(file));
}

// Gives what the chosen files refer to.
std::vector<std::size_t> LoadedSite::publish(const std::vector<std::size_t>& chosen, PublishedFiles& published,
                                             std::vector<std::size_t>& active) {
  std::vector<std::size_t> next;
  for (const std::size_t i : chosen) {
    OtherFile& file = files_[i];
    file.address = published.is_only_named(i) ? file.path : file_address(file.path);
    if (auto device = device_of(file.path, file.address)) file_diagnostics_.push_back(*std::move(device));
    if (auto found = active_file(file, published.is_only_named(i))) {
      leave_out(std::move(*found));
      active.push_back(i);
    } else {
      look_at_picture(file);
      if (is_text_file(file.path)) {
        std::vector<Diagnostic> said = check_text_file(file.path, read(file));
        std::move(said.begin(), said.end(), std::back_inserter(file_diagnostics_));
      }
      if (!may_refer_to_files(file.path)) continue;
      const auto more = published.of_file(file.path, read(file));
      next.insert(next.end(), more.begin(), more.end());
    }
  }
  return next;
}

std::string LoadedSite::published_bytes(const OtherFile& file) const {
  std::string bytes = read(file);
  auto clean = clean_picture(bytes);
  return clean ? std::move(clean->bytes) : bytes;
}

// U7 and B11. Kept by the file's id, so that a picture is looked through once.
void LoadedSite::look_at_picture(const OtherFile& file) {
  if (!may_be_picture(file.address)) return;
  BlobCache& known = cache("pictures");
  std::string said = known.load(file.id).value_or("");
  if (said.empty()) {
    const std::string bytes = read(file);
    const auto clean = clean_picture(bytes);
    said = clean && clean->had_place ? "place" : "-";
    if (clean && clean->had_names) said += "names";
    if (bytes.size() >= large_picture_bytes) said += " " + megabytes(bytes.size());
    known.put(file.id, said);
  }
  const std::size_t space = std::min(said.find(' '), said.size());
  const std::string_view written = std::string_view(said).substr(0, space);
  if (space < said.size()) {
    const std::string size = said.substr(space + 1);
    file_diagnostics_.push_back({code::B11(Words(size, replace_all(size, ",", "."))), {file.path}});
  }
  if (written == "-") return;
  const Phrase& what = written == "place"    ? phrase::where_taken
                       : written == "-names" ? phrase::who_took
                                             : phrase::where_and_who;
  file_diagnostics_.push_back({code::U7(what), {file.path}});
}

// What is named may be a page by its name without being one: "google1a2b.html" has a line of text that proves whose the
// address is.
std::optional<Diagnostic> LoadedSite::active_file(const OtherFile& file, bool is_named) const {
  const FileKind kind = kind_of(file.address);
  if (kind == FileKind::passive) return std::nullopt;
  if (kind == FileKind::active) {
    if (is_named && is_plain_page(file.address, read(file))) return std::nullopt;
    return Diagnostic{code::P12(active_ending(file.address)), {file.path}};
  }
  const auto part = active_part_of(file);
  if (!part) return std::nullopt;
  return Diagnostic{code::P13(part->what), {file.path, static_cast<std::uint32_t>(part->line)}};
}

// Kept by the file's id and ending, so that a picture is looked through once.
std::optional<ActivePart> LoadedSite::active_part_of(const OtherFile& file) const {
  BlobCache& known = cache("active-parts");
  const std::string& address = file.address;
  const ContentId key = content_id(to_hex(file.id) + address.substr(std::min(address.rfind('.'), address.size())));
  std::string said = known.load(key).value_or("");
  if (said.empty()) {
    const auto found = active_part(address, read(file));
    said = found ? std::to_string(found->line) + "\n" + found->what.sv + "\n" + found->what.en : "0\n\n";
    known.put(key, said);
  }
  const std::vector<std::string_view> lines = split(said, '\n');
  if (lines.front() == "0") return std::nullopt;
  return ActivePart{std::stoul(std::string(lines[0])), {std::string(lines[1]), std::string(lines[2])}};
}

void LoadedSite::load_origin(const BuildOptions& options) {
  history_ = load_history(place_, options.revision, options.fresh ? Memory::renew : Memory::use);
  changed_ = changed_days(history_, documents());
  origin_.changed = changed_;
  origin_.prefix = options.revision.empty() ? place_.content_prefix : content_prefix_in(place_, options.revision);
  if (history_ && !history_->files.empty()) {
    past_ = std::make_unique<ContentPast>(ContentPast::Place{place_, origin_.prefix, history_->tip, options.fresh},
                                          language_);
  }
  if (options.offline_copy)
    origin_.copy = OfflineCopy{history_ ? std::optional(day_of(history_->tip_time)) : std::nullopt};
}

std::vector<Diagnostic> LoadedSite::diagnostics() const {
  std::vector<Diagnostic> all = tree_->diagnostics();
  all.insert(all.end(), theme_diagnostics_.begin(), theme_diagnostics_.end());
  all.insert(all.end(), file_diagnostics_.begin(), file_diagnostics_.end());
  for (std::size_t i = 0; i < documents().size(); ++i) {
    const auto& own = documents()[i].diagnostics;
    // A conflict may be about whether the page is a draft.
    std::ranges::copy_if(own, std::back_inserter(all), [&](const Diagnostic& found) {
      return course_.pages[i].published || found.code == code::S44;
    });
  }
  if (auto unknown = unknown_days(history_, documents())) all.push_back(std::move(*unknown));
  return all;
}

void LoadedSite::save_cache() {
  parsed_->save();
  if (past_) past_->save();
}

std::string LoadedSite::source(const std::string& path) const {
  const std::vector<SourceFile>& all = tree_->files();
  const auto found =
      std::lower_bound(all.begin(), all.end(), path,
                       [](const SourceFile& file, const std::string& wanted) { return file.path < wanted; });
  return found == all.end() || found->path != path ? std::string()
                                                   : tree_->read(static_cast<std::size_t>(found - all.begin()));
}

}  // namespace traff
