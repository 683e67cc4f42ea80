// A pack and its index as a test wants them, with every sum right, so that nothing but what they say can be wrong.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/content_id.h"

namespace traff::testing {

struct CraftedPack {
  std::string objects;                        // after the head of 12 bytes
  std::map<ContentId, std::uint64_t> places;  // as the index says; from 2^31 on by its table of large ones

  // Puts an object of that kind here, its head and `before` (of a delta: where its base is) in front of the packed
  // `bytes`.
  void add(const ContentId& id, unsigned kind, std::size_t size, const std::string& before, const std::string& bytes);

  std::string pack() const;
  std::string index() const;
};

std::string deflated(const std::string& bytes);

}  // namespace traff::testing
