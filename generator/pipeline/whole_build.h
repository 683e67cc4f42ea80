// For whoever takes files out of a built site. One that the disk has damaged passes for untouched until it is read
// (Failure W17): then everything is made again, once.
#pragma once

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "pipeline/site/build_options.h"

namespace traff {

// `use` builds the site it is given options for, and uses it.
template <class Use>
auto with_whole_build(BuildOptions options, Use use) {
  try {
    return use(options);
  } catch (const Failure& failure) {
    if (failure.code != code::W17 || options.fresh) throw;
  }
  options.fresh = true;
  return use(options);
}

}  // namespace traff
