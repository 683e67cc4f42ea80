// Which of an author's `nyckel: värde` lines readers see as facts: one list for the fact box, the search and what is
// new.
#pragma once

#include <array>
#include <string>

#include "course/model/course.h"

namespace traff {

// What has a label of the theme's on every page. (A status has words of its own.)
inline constexpr std::array labelled_facts{
    Key::date,     Key::alternates, Key::time,         Key::place,     Key::online, Key::responsible, Key::audience,
    Key::term,     Key::organiser,  Key::co_organiser, Key::contact,   Key::tools,  Key::meeting,     Key::form,
    Key::duration, Key::hand_in,    Key::lecturer,     Key::recording, Key::author, Key::licence};

// What is words for readers everywhere but where it is a setting: "Adress: Storgatan 1" on a page of directions.
inline constexpr std::array facts_as_written{Key::address, Key::source,     Key::logo,     Key::colour,
                                             Key::offline, Key::synonyms,   Key::theme,    Key::body,
                                             Key::service, Key::conformity, Key::assessed, Key::method};

// Whether a key of the second list is shown here: no setting of the site, a träff or an accessibility statement.
bool is_shown_as_written(Key key, const Document& document, PageKind kind);

// Whether a key is of the first list, or shown here as it is written.
bool is_shown_fact(Key key, const Document& document, PageKind kind);

// "Adress" for a line "adress: …".
std::string written_label(const Field& field);

}  // namespace traff
