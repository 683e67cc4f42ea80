#include "pages/deck_view.h"

#include "markdown/slide_id.h"
#include "pages/filled_text.h"

namespace traff {

namespace {

constexpr std::string_view title_slide = "title_slide";
constexpr std::string_view slides_after_title = "slides";

const std::vector<Slide>& slides_of(DocumentIndex document, const SiteContext& site) {
  return site.course.pages[document].slides;
}

View slide_view(std::size_t index, DocumentIndex document, const SiteContext& site) {
  const std::vector<Slide>& slides = slides_of(document, site);
  const std::uint32_t heading = slides[index].heading;
  const std::string number = std::to_string(index + 1);
  View view;
  view.put("number", number);
  view.put("id", slide_id(static_cast<std::uint32_t>(index + 1)));
  view.put("of", site.theme.text("slide.of", {{"n", number}, {"m", std::to_string(slides.size())}}));
  if (heading != no_heading) view.put("heading_id", site.documents[document].headings[heading].id);
  return view;
}

void put_texts(View& view, const Slide& slide, const FilledText& text) {
  std::string face, notes;
  bool in_columns = false;
  const auto end_columns = [&] {
    if (in_columns) face += "</div>\n";
    in_columns = false;
  };
  for (const SlidePiece& piece : slide.pieces) {
    if (piece.kind == SlidePiece::Kind::notes) {
      notes += text.html(piece.html);
    } else if (piece.kind == SlidePiece::Kind::column) {
      if (!in_columns) face += "<div class=\"columns slide-columns\">\n";
      in_columns = true;
      face += "<div class=\"column\">\n" + text.html(piece.html) + "</div>\n";
    } else {
      end_columns();
      face += text.html(piece.html);
    }
  }
  end_columns();
  view.put("body", std::move(face));
  view.put("notes", std::move(notes));
}

}  // namespace

void put_deck(View& view, DocumentIndex document, const SiteContext& site) {
  const std::size_t count = slides_of(document, site).size();
  if (count == 0) return;
  std::vector<View> slides;
  for (std::size_t i = 1; i < count; ++i) slides.push_back(slide_view(i, document, site));
  view.put_object(title_slide, slide_view(0, document, site));
  view.put_list(slides_after_title, std::move(slides));
}

void put_slide_texts(View& view, DocumentIndex document, std::string_view body, const FilledSlots& filled,
                     const SiteContext& site) {
  const std::vector<Slide>& slides = slides_of(document, site);
  const Range all{0, static_cast<std::uint32_t>(body.size())};
  const FilledText text(site.documents[document], body, all, filled, false);
  for (std::size_t i = 0; i < slides.size(); ++i) {
    View& slide = i == 0 ? view.find(title_slide)->items.front() : view.find(slides_after_title)->items[i - 1];
    put_texts(slide, slides[i], text);
  }
}

}  // namespace traff
