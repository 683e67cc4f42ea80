#include "base/byte_stream.h"
#include "course/body_facts.h"

namespace traff {

template <class Stream, class Type>
requires DescribesLike<Type, DatedText>
void describe(Stream& stream, Type& dated) {
  stream(dated.line);
  stream(dated.is_row);
  stream(dated.text);
}

template <class Stream, class Type>
requires DescribesLike<Type, ClockTime>
void describe(Stream& stream, Type& time) {
  stream(time.minutes);
}

template <class Stream, class Type>
requires DescribesLike<Type, Duration>
void describe(Stream& stream, Type& duration) {
  stream(duration.least_minutes);
  stream(duration.most_minutes);
}

template <class Stream, class Type>
requires DescribesLike<Type, Lecture>
void describe(Stream& stream, Type& lecture) {
  stream(lecture.title);
  stream(lecture.lecturers);
  stream(lecture.recorded);
}

// Where the times stand is of use in the list only, which is marked already.
template <class Stream, class Type>
requires DescribesLike<Type, AgendaPoint>
void describe(Stream& stream, Type& point) {
  stream(point.heading);
  stream(point.line);
  stream(point.text);
  stream(point.time.start);
  stream(point.time.end);
  stream(point.time.duration);
  stream(point.lecture);
}

template <class Stream, class Type>
requires DescribesLike<Type, DateTableLine>
void describe(Stream& stream, Type& row) {
  stream(row.kind);
  stream(row.line);
  stream(row.cells);
}

template <class Stream, class Type>
requires DescribesLike<Type, SlidePiece>
void describe(Stream& stream, Type& piece) {
  stream(piece.kind);
  stream(piece.html.begin);
  stream(piece.html.end);
}

template <class Stream, class Type>
requires DescribesLike<Type, Slide>
void describe(Stream& stream, Type& slide) {
  stream(slide.heading);
  stream(slide.pieces);
}

template <class Stream, class Type>
requires DescribesLike<Type, OldDate>
void describe(Stream& stream, Type& date) {
  stream(date.line);
  stream(date.text);
}

template <class Stream, class Type>
requires DescribesLike<Type, Author>
void describe(Stream& stream, Type& author) {
  stream(author.surname);
  stream(author.initials);
}

template <class Stream, class Type>
requires DescribesLike<Type, Work>
void describe(Stream& stream, Type& work) {
  stream(work.authors);
  stream(work.more_authors);
  stream(work.year);
  stream(work.title);
  stream(work.link);
  stream(work.abbreviation);
  stream(work.id);
  stream(work.line);
  stream(work.heading);
  stream(work.html.begin);
  stream(work.html.end);
  stream(work.id_at);
  stream(work.notes_at);
}

template <class Stream, class Type>
requires DescribesLike<Type, SplitWord>
void describe(Stream& stream, Type& word) {
  stream(word.text);
  stream(word.line);
}

template <class Stream, class Type>
requires DescribesLike<Type, JoinedName>
void describe(Stream& stream, Type& name) {
  stream(name.text);
  stream(name.count);
}

template <class Stream, class Type>
requires DescribesLike<Type, WordFacts>
void describe(Stream& stream, Type& words) {
  stream(words.splits);
  stream(words.names);
  stream(words.known);
}

template <class Stream, class Type>
requires DescribesLike<Type, BodyFacts>
void describe(Stream& stream, Type& facts) {
  stream(facts.old_dates);
  describe(stream, facts.words);
  stream(facts.dated);
  stream(facts.agenda);
  stream(facts.date_table);
  stream(facts.preparations);
  stream(facts.slides);
  stream(facts.works);
}

std::string body_facts_bytes(const BodyFacts& facts) { return to_bytes(facts); }
std::optional<BodyFacts> parse_body_facts(std::string_view bytes) { return from_bytes<BodyFacts>(bytes); }

}  // namespace traff
