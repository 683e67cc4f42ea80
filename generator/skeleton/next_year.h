// A network copied to another year: its läsår is the new one, every date that belongs to the old one stands marked
// (course/dates/old_date.h), and all the rest is as it was. Pure: text in, text out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "course/dates/term.h"

namespace traff {

struct YearStep {
  TermFrame from;         // the old läsår
  std::string from_text;  // "2019/2020", as the network says it
  int years = 1;
  Language language = Language::sv;
};

// "2019/2020" → "2020/2021", "HT 2022" → "HT 2023", "Ht-22" → "Ht-23": every year in it so many years later.
std::string later_term(std::string_view term, int years);

// "larledarskap-2019-2020" → "larledarskap-2020-2021"; a name without the old year gets the new one at its end.
std::string later_folder(std::string_view name, const YearStep& step);

struct LaterText {
  std::string text;
  std::size_t marked = 0;  // dates that somebody has to look at
};

// A Markdown file. `is_literature`: its dates are those of books. Cost: linear.
LaterText later_text(std::string_view text, bool is_literature, const YearStep& step);

}  // namespace traff
