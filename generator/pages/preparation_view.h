// What to do before a träff, said where the year's days are listed and in the box of the next one.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "pages/network_assignments.h"
#include "pages/site_context.h"
#include "theme/view.h"

namespace traff {

// `preparation` of docs/theme.md for the träffar of one network; its redovisningar are found once.
class Preparations {
 public:
  Preparations(NetworkIndex network, std::string_view address, const SiteContext& site);

  // `position`: in Network::meetings. Empty when the träff asks for nothing.
  View of(std::uint32_t position) const;

 private:
  std::string words(std::string_view id, const Meeting& meeting) const;
  std::string whole_text(const Meeting& meeting, std::uint32_t position) const;
  View task(const Assignment& found) const;

  NetworkIndex network_;
  std::string_view address_;
  const SiteContext& site_;
  std::unordered_multimap<MeetingIndex, Assignment> assignments_;
};

}  // namespace traff
