#include "output/site_update.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>

#include "base/failure.h"
#include "base/parallel.h"

namespace traff {

namespace {

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

}  // namespace

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
  make_folders();
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
void SiteUpdate::make_folders() {
  const std::vector<std::string>& missing = missing_folders_;
  if (!missing.empty()) begin_writing();
  for (auto first = missing.begin(); first != missing.end();) {
    const auto last =
        std::find_if(first, missing.end(), [&](const auto& f) { return depth_of(f) != depth_of(*first); });
    for_each_index(static_cast<std::size_t>(last - first), plan_.jobs,
                   [&](std::size_t i) { files_.make_folder(first[static_cast<std::ptrdiff_t>(i)]); });
    first = last;
  }
}

void SiteUpdate::note(Step& step, Recipe recipe, const ContentId& bytes) {
  step.bytes = bytes;
  step.ingredients = std::move(recipe.ingredients);
  step.must_be_asked = recipe.must_be_asked;
  step.fate = Fate::made;
}

std::string SiteUpdate::make(std::size_t index, Recipe recipe) {
  std::string bytes;
  if (recipe.write) recipe.write([&](std::string_view piece) { bytes += piece; });
  else bytes = recipe.make();
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
  const bool may_be_kept = step.known != nullptr && !plan_.fresh &&
                           manifest_.manifest().generator == plan_.generator && still_stands(step, path);
  if (may_be_kept && output.sources && step.known->sources() == output.sources) {
    step.fate = Fate::kept;
    return;
  }
  Recipe recipe = output.recipe();
  if (may_be_kept && std::ranges::equal(step.known->recipe(), recipe.ingredients)) {
    step.fate = Fate::kept;
    step.must_be_asked = recipe.must_be_asked;
    step.other_sources = step.known->sources() != (recipe.must_be_asked ? std::nullopt : output.sources);
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
    if (plan_.outputs[i].sources && !steps_[i].must_be_asked) entry.set_sources(*plan_.outputs[i].sources);
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
  throw Failure("W5", {std::string(path), files_.shown(""),
                       is_file     ? "Filen"
                       : is_folder ? "Mappen"
                                   : "Länken",
                       is_file     ? "The file"
                       : is_folder ? "The folder"
                                   : "The link"});
}

}  // namespace traff
