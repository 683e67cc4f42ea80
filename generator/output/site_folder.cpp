#include "output/site_folder.h"

#include "base/failure.h"
#include "output/folder_lock.h"
#include "output/manifest_file.h"
#include "output/site_files.h"
#include "output/site_update.h"
#include "output/unfinished_build.h"
#include "output/written_stamps.h"

namespace traff {

namespace {

[[noreturn]] void refuse_locked(const SiteFiles& files) {
  const auto holder = find_lock_holder(files.descriptor());
  if (!holder) throw Failure("W3", {files.shown(""), "ett annat program", "another program"});
  const std::string name = holder->command.empty() ? "" : " (" + holder->command + ")";
  const std::string process = std::to_string(holder->process) + name;
  throw Failure("W3", {files.shown(""), "process " + process, "process " + process});
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
