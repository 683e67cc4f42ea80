#include "pipeline/made_site.h"

#include "base/text.h"
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

void MadeSite::fill_in() const {
  for (const auto& [name, text] : files_below(path("content"), true)) {
    std::string own = replace_all(replace_all(text, "natverk@example.org", "natverk@lnu.se"), "network@example.org",
                                  "network@lnu.se");
    if (const std::size_t box = own.find("\n::: ruta\n**T"); box != std::string::npos) own.resize(box);
    sandbox_.write("content/" + name, own);
  }
}

}  // namespace traff::testing
