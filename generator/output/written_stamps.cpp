#include "output/written_stamps.h"

#include "output/whole_file.h"

namespace traff {

WrittenStamps::WrittenStamps(const std::string& state_folder, const std::string& absolute_site_folder)
    : folder_(state_folder), name_("site-" + to_hex(content_id(absolute_site_folder)) + ".stamps") {}

StampTable WrittenStamps::load() const {
  if (!folder_.is_open()) return {};
  const auto loaded = load_whole_file(folder_.descriptor(), name_);
  if (!loaded) return {};
  return StampTable(loaded->bytes, loaded->stamp.modified_ns);
}

void WrittenStamps::save(const StampTable& table) const {
  if (folder_.is_open()) folder_.write(name_, table.format());
}

}  // namespace traff
