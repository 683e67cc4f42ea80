// The labels of facts.
#include "pages/facts/page_facts.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "course/model/shown_facts.h"

using namespace traff;

TEST_CASE("the facts with a label are those that search and comparison know") {
  for (int i = 0; i <= static_cast<int>(Key::unknown); ++i) {
    const Key key = static_cast<Key>(i);
    INFO(key_name(key));
    CHECK(fact_label(key).has_value() == (std::ranges::find(labelled_facts, key) != labelled_facts.end()));
    const bool is_written = std::ranges::find(facts_as_written, key) != facts_as_written.end();
    CHECK(is_shown_as_written(key, Document{}, PageKind::page) == is_written);
  }
}
