#include "markdown/html/render_context.h"

#include <algorithm>

namespace traff {

std::uint32_t RenderContext::line_of(cmark_node* node) const {
  int line = 0;
  for (cmark_node* at = node; line <= 0 && at != nullptr; at = cmark_node_parent(at))
    line = cmark_node_get_start_line(at);
  if (line <= 0 || input.line_numbers->empty()) return 1;
  const auto index = std::min(static_cast<std::size_t>(line), input.line_numbers->size()) - 1;
  return (*input.line_numbers)[index];
}

void RenderContext::diagnose(Message message, std::uint32_t line, std::string_view found) {
  if (++messages_[message.code] > most_messages) return;
  parsed.document.diagnostics.push_back(input.author->at(std::move(message), line, found));
}

void RenderContext::place_slot(std::size_t index, cmark_node* node, std::string_view found) {
  const Place place = input.author->place(line_of(node), found);
  Slot& slot = out.slot(index);
  slot.line = place.line;
  slot.column = place.column;
  slot.length = place.length;
}

}  // namespace traff
