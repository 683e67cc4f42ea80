#include "pipeline/preview_place.h"

#include "source/content_place.h"

namespace traff {

PreviewPlace find_preview_place(const BuildOptions& options) {
  const ContentPlace place = find_content(options.content);
  return {place.content_folder, options.state_folder.empty() ? place.state_folder : options.state_folder};
}

}  // namespace traff
