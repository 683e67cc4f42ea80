#include "pipeline/made_site.h"

#include "output/temporary_folder.h"
#include "pipeline/commands/new_material.h"

namespace traff::testing {

MadeSite::MadeSite(Language language) {
  NewRequest request;
  request.kind = "webbplats";
  request.name = sandbox_.path();
  request.language = language;
  request.today = std::chrono::year(2026) / 8 / 20;
  write_new_material({}, request);
}

std::string MadeSite::read(const std::string& relative) const { return read_test_file(path(relative)); }

}  // namespace traff::testing
