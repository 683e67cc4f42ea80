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

void RenderContext::diagnose(std::string_view code, std::uint32_t line, std::string_view found,
                             std::vector<std::string> args) {
  auto count = messages_.find(code);
  if (count == messages_.end()) count = messages_.emplace(code, 0).first;
  if (++count->second > most_messages) return;
  parsed.document.diagnostics.push_back(input.author->at(code, line, found, std::move(args)));
}

void RenderContext::place_slot(std::size_t index, cmark_node* node, std::string_view found) {
  const Diagnostic place = input.author->at({}, line_of(node), found);
  Slot& slot = out.slot(index);
  slot.line = place.place.line;
  slot.column = place.place.column;
  slot.length = place.place.length;
}

}  // namespace traff
