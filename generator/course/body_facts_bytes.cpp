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
requires DescribesLike<Type, BodyFacts>
void describe(Stream& stream, Type& facts) {
  stream(facts.dated);
  stream(facts.agenda);
  stream(facts.date_table);
}

std::string body_facts_bytes(const BodyFacts& facts) { return to_bytes(facts); }
std::optional<BodyFacts> parse_body_facts(std::string_view bytes) { return from_bytes<BodyFacts>(bytes); }

}  // namespace traff
