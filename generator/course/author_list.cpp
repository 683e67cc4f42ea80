#include "course/author_list.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/citation.h"

namespace traff {

namespace {

// A piece between commas and "&"; `group` counts the "&"s before it.
struct Piece {
  std::string_view text;
  std::size_t group = 0;
};

std::string_view strip_end(std::string_view text, std::string_view marks) {
  text = trim(text);
  while (!text.empty() && marks.find(text.back()) != std::string_view::npos) text = trim(text.substr(0, text.size() - 1));
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
    const bool has_initials = std::ranges::any_of(pieces_, [](const Piece& piece) {
      return initials_size(piece.text) > 0 && is_given(piece.text);
    });
    if (has_initials) take_with_initials();
    else if (has_given_names()) take_with_given_names();
    else take_without();
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
    const bool surnames = pieces_.size() > 1 && text_.find('&') != std::string::npos &&
                          std::ranges::all_of(pieces_, [](const Piece& piece) {
                            return is_given_name(strip_end(piece.text, "."));
                          });
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

}  // namespace

AuthorList parse_authors(std::string_view text) { return AuthorReader(text).run(); }

}  // namespace traff
