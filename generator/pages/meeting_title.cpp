#include "pages/meeting_title.h"

namespace traff {

std::string meeting_title(const Meeting& meeting, const Theme& theme) {
  if (meeting.number == 0) return meeting.occasion.title;
  const std::string number = theme.text("meeting.number", {{"n", std::to_string(meeting.number)}});
  return meeting.occasion.title.starts_with(number) ? meeting.occasion.title : number + ": " + meeting.occasion.title;
}

}  // namespace traff
