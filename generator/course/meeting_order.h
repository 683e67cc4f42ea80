// The order in which a network's träffar stand in lists and follow each other.
#pragma once

#include <vector>

#include "course/course.h"

namespace traff {

// By number, then date. One without a number goes before the first numbered one that is later than it.
void sort_meetings(std::vector<MeetingIndex>& order, const std::vector<Meeting>& meetings);

}  // namespace traff
