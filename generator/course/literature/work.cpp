#include "course/literature/work.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/citation/citation.h"

namespace traff {

namespace {

// The authors of an entry, as written before its year: "Jarl, M., Blossing, U., & Andersson, K."

struct AuthorList {
  std::vector<Author> authors;
  bool more_authors = false;
  std::string abbreviation;
};

// A piece between commas and "&"; `group` counts the "&"s before it.
struct Piece {
  std::string_view text;
  std::size_t group = 0;
};

std::string_view strip_end(std::string_view text, std::string_view marks) {
  text = trim(text);
  while (!text.empty() && marks.find(text.back()) != std::string_view::npos)
    text = trim(text.substr(0, text.size() - 1));
  return text;
}

// Length of "L. A.", "U", "J.-P." at the beginning; 0 when the text begins otherwise.
std::size_t initials_size(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_upper(code_point_at(text, at))) break;
    std::size_t after = at + code_point_size(text, at);
    const bool has_stop = after < text.size() && text[after] == '.';
    if (!has_stop && after < text.size() && text[after] != ' ' && text[after] != '-') break;
    after += has_stop ? 1 : 0;
    end = after;
    while (after < text.size() && (text[after] == ' ' || text[after] == '-')) ++after;
    at = after;
  }
  return end;
}

bool is_capitalised(std::string_view text) { return !text.empty() && is_upper(code_point_at(text, 0)); }

// "Steven", "Lisa Ain": one or two words that begin with a capital.
bool is_given_name(std::string_view text) {
  const std::vector<std::string_view> words = split(text, ' ');
  return words.size() <= 2 && std::ranges::all_of(words, is_capitalised);
}

std::string initials_of(std::string_view given) {
  std::string initials;
  for (const std::string_view word : split(given, ' ')) {
    if (!is_capitalised(word)) continue;
    if (!initials.empty()) initials += ' ';
    initials += word.substr(0, code_point_size(word, 0));
    initials += '.';
  }
  return initials;
}

class AuthorReader {
 public:
  explicit AuthorReader(std::string_view text) : text_(text) {}

  AuthorList run() {
    drop_brackets();
    drop_others();
    cut();
    const bool has_initials = std::ranges::any_of(
        pieces_, [](const Piece& piece) { return initials_size(piece.text) > 0 && is_given(piece.text); });
    if (has_initials)
      take_with_initials();
    else if (has_given_names())
      take_with_given_names();
    else
      take_without();
    return std::move(found_);
  }

 private:
  static bool is_given(std::string_view piece) {
    const std::size_t size = initials_size(piece);
    return size == piece.size() || piece[size] == ' ';
  }

  // "(Red.)", "[SI]": the latter is how the organisation is called from then on.
  void drop_brackets() {
    for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'[', ']'}}) {
      for (std::size_t begin = text_.find(open); begin != std::string::npos; begin = text_.find(open, begin)) {
        const std::size_t end = text_.find(close, begin);
        if (end == std::string::npos) break;
        if (open == '[') found_.abbreviation = trim(std::string_view(text_).substr(begin + 1, end - begin - 1));
        text_.erase(begin, end - begin + 1);
      }
    }
    text_ = strip_end(text_, ",;: ");
  }

  void drop_others() {
    static constexpr std::array<std::string_view, 6> ends{"m.fl.", "m. fl.", "m.fl", "et al.", "et al", "med flera"};
    for (const std::string_view words : ends) {
      if (!std::string_view(text_).ends_with(words)) continue;
      text_ = strip_end(std::string_view(text_).substr(0, text_.size() - words.size()), ",&;");
      found_.more_authors = true;
      return;
    }
  }

  void cut() {
    std::size_t begin = 0;
    std::size_t group = 0;
    const auto end_piece = [&](std::size_t at) {
      const std::string_view piece = trim(std::string_view(text_).substr(begin, at - begin));
      if (!piece.empty()) pieces_.push_back({piece, group});
    };
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const std::size_t joint = joint_size(at);
      if (text_[at] != ',' && text_[at] != ';' && joint == 0) continue;
      end_piece(at);
      if (joint > 0 || text_[at] == ';') ++group;
      begin = at + std::max<std::size_t>(1, joint);
      at = begin - 1;
    }
    end_piece(text_.size());
  }

  // Of " & ", " och ", "… " that stand between authors.
  std::size_t joint_size(std::size_t at) const {
    static constexpr std::array<std::string_view, 5> joints{"& ", " och ", " and ", "… ", ". . . "};
    for (const std::string_view joint : joints) {
      if (std::string_view(text_).substr(at).starts_with(joint)) return joint.size();
    }
    return 0;
  }

  // "Katz, Steven & Dack, Lisa Ain": a given name after every surname.
  bool has_given_names() const {
    if (pieces_.size() < 2 || pieces_.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < pieces_.size(); i += 2) {
      if (pieces_[i].group != pieces_[i + 1].group) return false;
      if (!is_capitalised(pieces_[i].text) && !is_name_particle(first_word(pieces_[i].text))) return false;
      if (!is_given_name(strip_end(pieces_[i + 1].text, "."))) return false;
    }
    return true;
  }

  static std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

  void take_with_given_names() {
    for (std::size_t i = 0; i + 1 < pieces_.size(); i += 2) {
      found_.authors.push_back({std::string(pieces_[i].text), initials_of(strip_end(pieces_[i + 1].text, "."))});
    }
  }

  // "Blossing, U. Wennergren, A": a new surname may follow the initials with nothing between.
  void take_with_initials() {
    for (const Piece& piece : pieces_) {
      const std::size_t size = is_given(piece.text) ? initials_size(piece.text) : 0;
      std::string_view rest = piece.text;
      if (size > 0 && !found_.authors.empty() && found_.authors.back().initials.empty()) {
        found_.authors.back().initials = piece.text.substr(0, size);
        rest = trim(piece.text.substr(size));
      }
      rest = strip_end(rest, ".");
      if (!rest.empty()) found_.authors.push_back({std::string(rest), {}});
    }
  }

  // Surnames alone ("Jarl, Blossing & Andersson"), else one organisation, with its commas and "och".
  void take_without() {
    const bool surnames =
        pieces_.size() > 1 && text_.find('&') != std::string::npos &&
        std::ranges::all_of(pieces_, [](const Piece& piece) { return is_given_name(strip_end(piece.text, ".")); });
    if (!surnames) {
      found_.authors.push_back({std::string(strip_end(text_, ".")), {}});
      return;
    }
    for (const Piece& piece : pieces_) found_.authors.push_back({std::string(strip_end(piece.text, ".")), {}});
  }

  std::string text_;
  std::vector<Piece> pieces_;
  AuthorList found_;
};

// An author without initials is an organisation, unless given names stand where initials would.
AuthorList parse_authors(std::string_view text) { return AuthorReader(text).run(); }

// Of the names and the year; a longer text before a year is a sentence.
constexpr std::size_t longest_authors = 600;
constexpr std::size_t longest_year = 60;

// "(2017)", "(2017, 12 maj)", "(u.å.)": the year in the first parenthesis that has one.
struct YearPlace {
  std::string year;
  std::size_t begin = 0;  // of "("
  std::size_t end = 0;    // after ")"
};

std::optional<YearPlace> find_year(std::string_view text) {
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    if (open > longest_authors) break;
    const auto year = cited_year_at(text, open + 1);
    const std::size_t close = text.substr(0, open + longest_year).find(')', open);
    if (!year || close == std::string_view::npos) continue;
    const char after = text[year->end];
    if (after != ')' && after != ',') return std::nullopt;  // "(2010:800)": a statute
    return YearPlace{year->year, open, close + 1};
  }
  return std::nullopt;
}

// Up to the first full stop that ends a sentence.
std::string_view first_sentence(std::string_view text) {
  for (std::size_t at = text.find_first_of(".?!"); at != std::string_view::npos;
       at = text.find_first_of(".?!", at + 1)) {
    if (at + 1 == text.size() || text[at + 1] == ' ') return text.substr(0, text[at] == '.' ? at : at + 1);
  }
  return text;
}

std::string trailing_link(std::string_view text) {
  for (const std::string_view begin : {"https://", "http://"}) {
    const std::size_t at = text.rfind(begin);
    if (at == std::string_view::npos) continue;
    std::string_view link = text.substr(at, text.find_first_of(" \n", at) - at);
    while (link.ends_with('.') || link.ends_with(',')) link.remove_suffix(1);
    return std::string(link);
  }
  const std::size_t doi = text.find("doi:");
  if (doi == std::string_view::npos) return {};
  std::string_view number = trim(text.substr(doi + 4));
  number = number.substr(0, number.find(' '));
  if (number.ends_with('.')) number.remove_suffix(1);
  return "https://doi.org/" + std::string(number);
}

// A sentence that names a work is none: "Läs Håkansson (2017), kapitel 3."
bool begins_as_sentence(std::string_view authors) {
  static constexpr std::array<std::string_view, 12> words{"läs",     "se",      "jfr",    "jämför",   "välj", "börja",
                                                          "kapitel", "avsnitt", "texten", "artikeln", "read", "see"};
  const std::string first = to_lower(authors.substr(0, authors.find(' ')));
  return is_sentence_opener(first) || std::ranges::find(words, first) != words.end();
}

bool is_named_as_person(const Author& author) {
  constexpr std::size_t most_words = 5;
  const std::vector<std::string_view> words = split(author.surname, ' ');
  return words.size() <= most_words && std::ranges::all_of(words, [](std::string_view word) {
           return !word.empty() && (is_upper(code_point_at(word, 0)) || is_name_particle(comparable_name(word)));
         });
}

// A name, not some sentences before a year.
bool may_be_organisation(std::string_view name) {
  constexpr std::size_t longest = 120;
  const bool begins_well = is_upper(code_point_at(name, 0)) || is_digit(name.front());
  return begins_well && name.size() <= longest && name.find(". ") == std::string_view::npos &&
         name.find_first_of("()?!:") == std::string_view::npos;
}

// Initials say that it is an entry. Without them the full stop after the year does, or the list it stands in.
bool is_entry(const AuthorList& authors, std::string_view before, std::string_view after, bool is_listed) {
  const bool has_person =
      std::ranges::any_of(authors.authors, [](const Author& each) { return !each.initials.empty(); });
  if (has_person) return std::ranges::all_of(authors.authors, is_named_as_person);
  if (begins_as_sentence(before) || !may_be_organisation(before)) return false;
  if (after.starts_with('.') || after.starts_with(':')) return true;
  const std::string_view rest = trim(after);
  return is_listed && !rest.empty() && (is_upper(code_point_at(rest, 0)) || rest.starts_with('['));
}

}  // namespace

std::optional<Work> parse_work(std::string_view text, bool is_listed) {
  const auto year = find_year(text);
  if (!year) return std::nullopt;
  const std::string_view before = trim(text.substr(0, year->begin));
  const std::string_view after = text.substr(year->end);
  if (before.empty()) return std::nullopt;
  AuthorList authors = parse_authors(before);
  if (authors.authors.empty() || !is_entry(authors, before, after, is_listed)) return std::nullopt;
  Work work;
  work.authors = std::move(authors.authors);
  work.more_authors = authors.more_authors;
  work.abbreviation = std::move(authors.abbreviation);
  work.year = year->year;
  std::string_view rest = trim(after);
  while (!rest.empty() && (rest.front() == '.' || rest.front() == ',' || rest.front() == ':'))
    rest = trim(rest.substr(1));
  work.title = trim(first_sentence(rest));
  work.link = trailing_link(rest);
  return work;
}

std::string work_authors(const Work& work, std::string_view joint) {
  constexpr std::size_t most_named = 2;
  const std::size_t count = work.authors.size();
  const std::string& first = work.authors.front().surname;
  if (work.more_authors || count > most_named) return first + (joint == "and" ? " et al." : " m.fl.");
  return count == 1 ? first : first + " " + std::string(joint) + " " + work.authors[1].surname;
}

std::string work_name(const Work& work) { return work_authors(work, "&") + " (" + work.year + ")"; }

std::string work_key(const Work& work) {
  const std::string& name = work.abbreviation.empty() ? work.authors.front().surname : work.abbreviation;
  return replace_all(slug(name) + slug(work.year), "-", "");
}

WorkListKind work_list_kind(std::string_view heading) {
  static constexpr std::array<std::string_view, 9> references{
      "referenser",     "referenslista", "kallor",           "kallforteckning",      "references",
      "reference list", "bibliography",  "kallhanvisningar", "referenser och kallor"};
  static constexpr std::array<std::string_view, 4> reading{"litteratur", "litteraturlista", "reading", "literature"};
  std::string folded = fold(trim(heading));
  while (folded.ends_with(':') || folded.ends_with('.')) folded.pop_back();
  if (std::ranges::find(references, folded) != references.end()) return WorkListKind::references;
  if (std::ranges::find(reading, folded) != reading.end()) return WorkListKind::reading;
  return WorkListKind::none;
}

}  // namespace traff
