// One run of SiteFolder::write: from what stands in the site to what the plan says, one stage after the other.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/file_stamp.h"
#include "output/manifest_file.h"
#include "output/output.h"
#include "output/site_files.h"
#include "output/site_folder.h"
#include "output/site_path.h"
#include "output/stale_outputs.h"
#include "output/unfinished_build.h"
#include "output/written_stamps.h"

namespace traff {

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
    bool stranger = false;     // stands in our way and is not ours
    bool stamp_known = false;  // by the table of the last run
    bool other_sources = false;  // than in the manifest, though the file is kept
    ContentId bytes;           // of the file, when fate is not open
    std::vector<Ingredient> ingredients;  // when made or of other sources
    bool must_be_asked = false;           // the recipe's
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
  void make_folders();
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

}  // namespace traff
