#include "output/site_folder.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <numeric>
#include <optional>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/parallel.h"
#include "disk/file_stamp.h"
#include "disk/folder_lock.h"
#include "disk/state.h"
#include "output/manifest.h"
#include "output/output.h"
#include "output/site_files.h"
#include "output/site_path.h"

namespace traff {

namespace {

// A note in the site while files are being written: which new paths this build makes. Found by the next run
// when this one died, it tells Träff's own half-built site from strangers' files.

class UnfinishedBuild {
 public:
  // Reads the note of an earlier run, if there is one. Throws Failure W1.
  explicit UnfinishedBuild(const SiteFiles& files);

  // Whether some build, an earlier run's or this one's, began and did not end.
  bool is_open() const { return open_; }

  // What that build may have written beyond the manifest.
  const std::set<std::string, std::less<>>& paths() const { return paths_; }

  // Before the first byte is written. What an earlier run noted stays noted. Throws Failure W2.
  void begin(const SiteFiles& files, const std::vector<std::string>& new_paths);

  // After the manifest is written. Throws Failure W2.
  void end(const SiteFiles& files);

 private:
  std::set<std::string, std::less<>> paths_;
  bool open_ = false;
};

constexpr const char* note_name = ".traff-unfinished";

UnfinishedBuild::UnfinishedBuild(const SiteFiles& files) : open_(files.has_half_written_note()) {
  const auto note = files.load_note(note_name);
  if (!note) return;
  open_ = true;
  std::string_view rest = *note;
  for (std::size_t end; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1)) {
    if (is_site_path(rest.substr(0, end))) paths_.emplace(rest.substr(0, end));
  }
}

void UnfinishedBuild::begin(const SiteFiles& files, const std::vector<std::string>& new_paths) {
  paths_.insert(new_paths.begin(), new_paths.end());
  std::string note;
  for (const std::string& path : paths_) note += path + "\n";
  files.write_note(note_name, note);
  open_ = true;
}

void UnfinishedBuild::end(const SiteFiles& files) {
  if (!open_) return;
  files.remove(note_name);
  paths_.clear();
  open_ = false;
}

// Files of an earlier build that the plan no longer has: the only files ever removed from a site.

class StaleOutputs {
 public:
  StaleOutputs(const Manifest& manifest, const UnfinishedBuild& unfinished, const PathSet& planned);

  bool empty() const { return paths_.empty(); }
  bool contains(std::string_view path) const { return paths_.contains(path); }
  bool stand_below(std::string_view folder) const;

  // Those whose name the plan needs for a folder, or whose folder's name it needs for a file. Gives how many went.
  std::size_t remove_blocking(const SiteFiles& files, const PathSet& planned, const PathSet& planned_folders) const;

  // All of them, and the folders they leave empty.
  std::size_t remove_all(const SiteFiles& files, const PathSet& planned_folders) const;

 private:
  std::set<std::string, std::less<>> paths_;
};

bool has_planned_folder_name(std::string_view path, const PathSet& planned) {
  for (auto folder = parent_folder(path); !folder.empty(); folder = parent_folder(folder)) {
    if (planned.contains(folder)) return true;
  }
  return false;
}

// Those of `folders` (outermost first) that stand as folders and are reached through no link.
PathSet standing_folders(const SiteFiles& files, const std::vector<std::string_view>& folders) {
  PathSet standing;
  for (const std::string_view folder : folders) {
    const std::string_view above = parent_folder(folder);
    if (!above.empty() && !standing.contains(above)) continue;
    if (files.look(std::string(folder)).standing == Standing::folder) standing.insert(folder);
  }
  return standing;
}

std::size_t remove_files(const SiteFiles& files, const std::vector<std::string_view>& paths,
                         const PathSet& planned_folders) {
  PathSet folders;
  for (const std::string_view path : paths) add_folders_above(folders, path);
  const std::vector<std::string_view> sorted = outermost_first(folders);
  const PathSet standing = standing_folders(files, sorted);
  std::size_t removed = 0;
  for (const std::string_view path : paths) {
    const std::string_view folder = parent_folder(path);
    if ((folder.empty() || standing.contains(folder)) && files.remove(std::string(path))) ++removed;
  }
  for (const std::string_view folder : std::views::reverse(sorted)) {
    if (standing.contains(folder) && !planned_folders.contains(folder)) {
      files.remove_folder_if_empty(std::string(folder));
    }
  }
  return removed;
}

StaleOutputs::StaleOutputs(const Manifest& manifest, const UnfinishedBuild& unfinished, const PathSet& planned) {
  for (const auto& [path, entry] : manifest.outputs) {
    if (!planned.contains(path)) paths_.emplace_hint(paths_.end(), path);
  }
  for (const std::string& path : unfinished.paths()) {
    if (!planned.contains(path)) paths_.insert(path);
  }
}

bool StaleOutputs::stand_below(std::string_view folder) const {
  const std::string start = std::string(folder) + "/";
  const auto first = paths_.lower_bound(start);
  return first != paths_.end() && first->starts_with(start);
}

std::size_t StaleOutputs::remove_blocking(const SiteFiles& files, const PathSet& planned,
                                          const PathSet& planned_folders) const {
  std::vector<std::string_view> blocking;
  for (const std::string& path : paths_) {
    if (planned_folders.contains(path) || has_planned_folder_name(path, planned)) blocking.push_back(path);
  }
  return blocking.empty() ? 0 : remove_files(files, blocking, planned_folders);
}

std::size_t StaleOutputs::remove_all(const SiteFiles& files, const PathSet& planned_folders) const {
  if (paths_.empty()) return 0;
  return remove_files(files, {paths_.begin(), paths_.end()}, planned_folders);
}

// The manifest as it lies in the site, .traff-manifest.json: read once, replaced as a whole when it says something new.

class ManifestFile {
 public:
  // Empty when missing, broken or from another version. Throws Failure W1 when it cannot be read.
  explicit ManifestFile(const SiteFiles& files);

  // Whether there is one, but broken: the site is Träff's, and what it wrote there cannot be told.
  bool is_broken() const { return broken_; }

  const Manifest& manifest() const { return manifest_; }

  // For what is true of the site already; save() makes it known.
  Manifest& edit();

  // Throws Failure W2.
  void save(const SiteFiles& files);

 private:
  Manifest manifest_;
  ContentId saved_id_;
  Found saved_;
  bool changed_ = true;
  bool broken_ = false;
};

ManifestFile::ManifestFile(const SiteFiles& files) : saved_(files.look(manifest_name)) {
  const auto json = files.load_note(manifest_name);
  if (!json) return;
  saved_id_ = content_id(*json);
  auto parsed = parse_manifest(*json);
  broken_ = !parsed;
  if (!parsed) return;
  manifest_ = std::move(*parsed);
  changed_ = false;
}

Manifest& ManifestFile::edit() {
  changed_ = true;
  return manifest_;
}

void ManifestFile::save(const SiteFiles& files) {
  const Found found = files.look(manifest_name);
  const bool untouched = found.standing == Standing::file && found.stamp == saved_.stamp;
  if (!changed_ && untouched) return;
  const std::string json = format_manifest(manifest_);
  const ContentId id = content_id(json);
  if (!untouched || id != saved_id_) saved_ = {Standing::file, files.write_note(manifest_name, json)};
  saved_id_ = id;
  changed_ = broken_ = false;
}

// One run of SiteFolder::write: from what stands in the site to what the plan says, one stage after the other.

struct WriteOrder {
  std::span<const Output> outputs;
  ContentId generator;
  bool fresh = false;
  unsigned jobs = 0;
};

class SiteUpdate {
 public:
  SiteUpdate(const SiteFiles& files, ManifestFile& manifest, UnfinishedBuild& unfinished, const WriteOrder& plan,
             const StampTable& stamps);

  // Throws Failure W2 or W5; W5 before anything is written.
  WriteReport run();

  // The stamps of every output, after run(). Nothing when the table given to the constructor says them all.
  std::optional<StampTable> new_stamps() const;

 private:
  enum class Fate : std::uint8_t { open, kept, made, written };

  // What is known about one output of the plan, and what became of it.
  struct Step {
    const ManifestEntry* known = nullptr;
    Found found;
    Fate fate = Fate::open;
    bool stranger = false;                // stands in our way and is not ours
    bool stamp_known = false;             // by the table of the last run
    bool other_sources = false;           // than in the manifest, though the file is kept
    ContentId bytes;                      // of the file, when fate is not open
    std::vector<Ingredient> ingredients;  // when made or of other sources
    std::vector<Diagnostic> diagnostics;  // the recipe's
  };

  std::vector<std::size_t> order_of_work() const;
  void remove_leftovers() const;
  void examine_folders();
  void examine_outputs();
  void examine(std::size_t index);
  void adopt_if_equal(std::size_t index);
  std::string make(std::size_t index, Recipe recipe);
  void stream(std::size_t index, Recipe recipe);
  static void note(Step& step, Recipe recipe, const ContentId& bytes);
  void clear_the_way();
  void write_folders();
  void bring_up_to_date(std::size_t index);
  std::optional<ContentId> stamped(const Step& step, const std::string& path) const;
  bool still_stands(Step& step, const std::string& path) const;
  bool has_bytes(const Step& step, const std::string& path, std::string_view bytes) const;
  void begin_writing();
  void update_manifest();
  WriteReport report() const;
  [[noreturn]] void refuse(std::string_view path, Standing standing) const;

  const SiteFiles& files_;
  ManifestFile& manifest_;
  UnfinishedBuild& unfinished_;
  const WriteOrder plan_;
  const StampTable& stamps_;
  PathSet planned_;
  PathSet planned_folders_;
  std::vector<std::string> missing_folders_;  // outermost first
  StaleOutputs stale_;
  std::vector<Step> steps_;  // one per output
  std::size_t removed_ = 0;
  std::once_flag begun_;
};

PathSet paths_of(std::span<const Output> outputs) {
  PathSet paths;
  paths.reserve(outputs.size());
  for (const Output& output : outputs) {
    assert(is_site_path(output.path));
    [[maybe_unused]] const bool is_new = paths.insert(output.path).second;
    assert(is_new);
  }
  return paths;
}

PathSet folders_above(const PathSet& paths) {
  PathSet folders;
  for (const std::string_view path : paths) add_folders_above(folders, path);
  return folders;
}

SiteUpdate::SiteUpdate(const SiteFiles& files, ManifestFile& manifest, UnfinishedBuild& unfinished,
                       const WriteOrder& plan, const StampTable& stamps)
    : files_(files),
      manifest_(manifest),
      unfinished_(unfinished),
      plan_(plan),
      stamps_(stamps),
      planned_(paths_of(plan.outputs)),
      planned_folders_(folders_above(planned_)),
      stale_(manifest.manifest(), unfinished, planned_),
      steps_(plan.outputs.size()) {}

WriteReport SiteUpdate::run() {
  if (unfinished_.is_open()) remove_leftovers();
  examine_folders();
  examine_outputs();
  clear_the_way();
  write_folders();
  const std::vector<std::size_t> order = order_of_work();
  for_each_index(order.size(), plan_.jobs, [&](std::size_t i) { bring_up_to_date(order[i]); });
  removed_ += stale_.remove_all(files_, planned_folders_);
  update_manifest();
  manifest_.save(files_);
  unfinished_.end(files_);
  return report();
}

std::vector<std::size_t> SiteUpdate::order_of_work() const {
  std::vector<std::size_t> order(steps_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_partition(order, [&](std::size_t index) { return plan_.outputs[index].takes_long; });
  return order;
}

void SiteUpdate::remove_leftovers() const {
  PathSet folders = planned_folders_;
  for (const auto& [path, entry] : manifest_.manifest().outputs) add_folders_above(folders, path);
  for (const std::string& path : unfinished_.paths()) add_folders_above(folders, path);
  files_.remove_leftovers("");
  for (const std::string_view folder : standing_folders(files_, outermost_first(folders))) {
    files_.remove_leftovers(std::string(folder));
  }
}

void SiteUpdate::examine_folders() {
  const std::vector<std::string_view> folders = outermost_first(planned_folders_);
  std::vector<Standing> standing(folders.size());
  for_each_index(folders.size(), plan_.jobs,
                 [&](std::size_t i) { standing[i] = files_.look(std::string(folders[i])).standing; });
  for (std::size_t i = 0; i < folders.size(); ++i) {
    const bool goes_away = standing[i] == Standing::file && stale_.contains(folders[i]);
    if (standing[i] == Standing::folder) continue;
    if (standing[i] != Standing::nothing && !goes_away) refuse(folders[i], standing[i]);
    missing_folders_.emplace_back(folders[i]);
  }
}

void SiteUpdate::examine_outputs() {
  for_each_index(steps_.size(), plan_.jobs, [&](std::size_t index) { examine(index); });
  std::map<std::string_view, Standing> strangers;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    if (steps_[i].stranger) strangers.emplace(plan_.outputs[i].path, steps_[i].found.standing);
  }
  if (!strangers.empty()) refuse(strangers.begin()->first, strangers.begin()->second);
}

void SiteUpdate::examine(std::size_t index) {
  const std::string& path = plan_.outputs[index].path;
  Step& step = steps_[index];
  const auto& known = manifest_.manifest().outputs;
  if (const auto entry = known.find(path); entry != known.end()) step.known = &entry->second;
  step.found = files_.look(path);
  // A power cut leaves a broken manifest beside broken pages: the site is mended, not refused.
  const bool ours = step.known != nullptr || unfinished_.paths().contains(path) || manifest_.is_broken();
  switch (step.found.standing) {
    case Standing::nothing: return;
    case Standing::other: step.stranger = true; return;
    case Standing::folder: step.stranger = !stale_.stand_below(path); return;
    case Standing::file:
      if (!ours) adopt_if_equal(index);
  }
}

void SiteUpdate::adopt_if_equal(std::size_t index) {
  Step& step = steps_[index];
  const std::string bytes = make(index, plan_.outputs[index].recipe());
  step.stranger = !has_bytes(step, plan_.outputs[index].path, bytes);
}

void SiteUpdate::clear_the_way() {
  if (stale_.empty()) return;
  removed_ += stale_.remove_blocking(files_, planned_, planned_folders_);
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    if (steps_[i].found.standing != Standing::folder) continue;
    steps_[i].found = files_.look(plan_.outputs[i].path);
    if (steps_[i].found.standing == Standing::folder) refuse(plan_.outputs[i].path, Standing::folder);
  }
}

// Level by level, so that the threads need not wait for each other's folders.
void SiteUpdate::write_folders() {
  const std::vector<std::string>& missing = missing_folders_;
  if (!missing.empty()) begin_writing();
  for (auto first = missing.begin(); first != missing.end();) {
    const auto last =
        std::find_if(first, missing.end(), [&](const auto& f) { return depth_of(f) != depth_of(*first); });
    for_each_index(static_cast<std::size_t>(last - first), plan_.jobs,
                   [&](std::size_t i) { files_.write_folder(first[static_cast<std::ptrdiff_t>(i)]); });
    first = last;
  }
}

void SiteUpdate::note(Step& step, Recipe recipe, const ContentId& bytes) {
  step.bytes = bytes;
  step.ingredients = std::move(recipe.ingredients);
  step.diagnostics = std::move(recipe.diagnostics);
  step.fate = Fate::made;
}

std::string SiteUpdate::make(std::size_t index, Recipe recipe) {
  std::string bytes;
  if (recipe.write)
    recipe.write([&](std::string_view piece) { bytes += piece; });
  else
    bytes = recipe.make();
  note(steps_[index], std::move(recipe), content_id(bytes));
  return bytes;
}

void SiteUpdate::stream(std::size_t index, Recipe recipe) {
  Step& step = steps_[index];
  const std::string& path = plan_.outputs[index].path;
  const bool stands = step.known != nullptr && still_stands(step, path);
  begin_writing();
  const SiteFiles::Streamed streamed =
      files_.stream(path, recipe.write, stands ? std::optional(step.known->bytes) : std::nullopt, index);
  note(step, std::move(recipe), streamed.id);
  step.found.stamp = streamed.stamp;
  if (streamed.replaced) step.fate = Fate::written;
}

void SiteUpdate::bring_up_to_date(std::size_t index) {
  Step& step = steps_[index];
  if (step.fate != Fate::open) return;
  const Output& output = plan_.outputs[index];
  const std::string& path = output.path;
  const bool may_be_kept = step.known != nullptr && !plan_.fresh && manifest_.manifest().generator == plan_.generator &&
                           still_stands(step, path);
  if (may_be_kept && output.sources && step.known->sources() == output.sources) {
    step.fate = Fate::kept;
    return;
  }
  Recipe recipe = output.recipe();
  if (may_be_kept && std::ranges::equal(step.known->recipe(), recipe.ingredients)) {
    step.fate = Fate::kept;
    step.other_sources = step.known->sources() != (recipe.diagnostics.empty() ? output.sources : std::nullopt);
    step.diagnostics = std::move(recipe.diagnostics);
    if (step.other_sources) step.ingredients = std::move(recipe.ingredients);
    return;
  }
  if (recipe.write) return stream(index, std::move(recipe));
  const std::string bytes = make(index, std::move(recipe));
  if (has_bytes(step, path, bytes)) return;
  begin_writing();
  step.found.stamp = files_.write(path, bytes, index);
  step.fate = Fate::written;
}

// What the table says the file holds. A fresh build asks no table, so that it mends what the disk has damaged.
std::optional<ContentId> SiteUpdate::stamped(const Step& step, const std::string& path) const {
  return plan_.fresh ? std::nullopt : stamps_.find(path, step.found.stamp);
}

// Whether the file is as the last build left it.
bool SiteUpdate::still_stands(Step& step, const std::string& path) const {
  if (step.found.standing != Standing::file) return false;
  step.bytes = step.known->bytes;
  if (const auto id = stamped(step, path)) {
    step.stamp_known = true;
    return *id == step.bytes;
  }
  const auto standing = files_.read(path);
  return standing && content_id(*standing) == step.bytes;
}

// Asks the size first, then the table, and reads only when both leave it open.
bool SiteUpdate::has_bytes(const Step& step, const std::string& path, std::string_view bytes) const {
  if (step.found.standing != Standing::file || step.found.stamp.size != bytes.size()) return false;
  if (const auto id = stamped(step, path)) return *id == step.bytes;
  const auto standing = files_.read(path);
  return standing && *standing == bytes;
}

void SiteUpdate::begin_writing() {
  std::call_once(begun_, [&] {
    std::vector<std::string> new_paths;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const bool adopted = steps_[i].found.standing == Standing::file;
      if (steps_[i].known == nullptr && !adopted) new_paths.push_back(plan_.outputs[i].path);
    }
    unfinished_.begin(files_, new_paths);
  });
}

void SiteUpdate::update_manifest() {
  const auto is_same = [](const Step& step) { return step.fate == Fate::kept && !step.other_sources; };
  const bool all_kept = std::all_of(steps_.begin(), steps_.end(), is_same);
  if (all_kept && stale_.empty() && manifest_.manifest().generator == plan_.generator) return;
  Manifest& manifest = manifest_.edit();
  manifest.generator = plan_.generator;
  std::erase_if(manifest.outputs, [&](const auto& entry) { return !planned_.contains(entry.first); });
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    if (is_same(steps_[i])) continue;
    ManifestEntry entry{std::move(steps_[i].ingredients), steps_[i].bytes};
    if (plan_.outputs[i].sources && steps_[i].diagnostics.empty()) entry.set_sources(*plan_.outputs[i].sources);
    manifest.outputs.insert_or_assign(plan_.outputs[i].path, std::move(entry));
  }
}

WriteReport SiteUpdate::report() const {
  WriteReport report;
  report.removed = removed_;
  for (const Step& step : steps_) {
    if (step.fate == Fate::kept) ++report.kept;
    if (step.fate == Fate::made || step.fate == Fate::written) ++report.made;
    if (step.fate == Fate::written) ++report.written;
    report.bytes += step.found.stamp.size;
    report.diagnostics.insert(report.diagnostics.end(), step.diagnostics.begin(), step.diagnostics.end());
  }
  return report;
}

std::optional<StampTable> SiteUpdate::new_stamps() const {
  const auto is_old = [](const Step& step) { return step.fate == Fate::kept && step.stamp_known; };
  if (stale_.empty() && std::all_of(steps_.begin(), steps_.end(), is_old)) return std::nullopt;
  StampTable table;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    table.put(plan_.outputs[i].path, steps_[i].found.stamp, steps_[i].bytes);
  }
  return table;
}

void SiteUpdate::refuse(std::string_view path, Standing standing) const {
  const bool is_file = standing == Standing::file;
  const bool is_folder = standing == Standing::folder;
  throw Failure(code::W5(path, files_.shown(""),
                         is_file     ? phrase::the_file
                         : is_folder ? phrase::the_folder
                                     : phrase::the_link));
}

[[noreturn]] void refuse_locked(const SiteFiles& files) {
  const auto holder = find_lock_holder(files.descriptor());
  if (!holder) throw Failure(code::W3(files.shown(""), phrase::another_program));
  const std::string name = holder->command.empty() ? "" : " (" + holder->command + ")";
  const std::string process = std::to_string(holder->process) + name;
  throw Failure(code::W3(files.shown(""), "process " + process));
}

SiteFiles open_locked(const std::string& folder) {
  SiteFiles files(folder);
  if (!try_lock(files.descriptor())) refuse_locked(files);
  return files;
}

}  // namespace

struct SiteFolder::State {
  SiteFiles files;
  ManifestFile manifest;
  UnfinishedBuild unfinished;
  WrittenStamps stamps;

  State(const std::string& folder, const std::string& state_folder)
      : files(open_locked(folder)), manifest(files), unfinished(files), stamps(state_folder, files.absolute_folder()) {}
};

SiteFolder::SiteFolder(std::string folder, std::string state_folder)
    : state_(std::make_unique<State>(folder, state_folder)) {}

SiteFolder::~SiteFolder() = default;

const Manifest& SiteFolder::manifest() const { return state_->manifest.manifest(); }

WriteReport SiteFolder::write(std::span<const Output> plan, const ContentId& generator, bool fresh, unsigned jobs) {
  const StampTable stamps = state_->stamps.load();
  SiteUpdate update(state_->files, state_->manifest, state_->unfinished, {plan, generator, fresh, jobs}, stamps);
  const WriteReport report = update.run();
  if (const auto table = update.new_stamps()) state_->stamps.save(*table);
  return report;
}

}  // namespace traff
