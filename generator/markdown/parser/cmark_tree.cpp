#include "markdown/parser/cmark_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <mutex>
#include <new>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/lines/typography.h"

namespace traff {

namespace {

// `&#xFFFE;` and `&#xFFFF;`: cmark-gfm writes a byte each for them that UTF-8 does not know. Mended before anyone reads
// the tree.

constexpr std::string_view unknown_bytes = "\xFE\xFF";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::string mended(std::string_view text) {
  std::string whole;
  for (const char c : text)
    whole += unknown_bytes.find(c) == unknown_bytes.npos ? std::string_view(&c, 1) : replacement;
  return whole;
}

template <class Put>
void mend(std::string_view text, Put put) {
  if (text.find_first_of(unknown_bytes) != text.npos) put(mended(text).c_str());
}

// Puts U+FFFD in their place. Cost: linear, and one search of `markdown` when it has no such entity.
void mend_entity_bytes(cmark_node* root, std::string_view markdown) {
  if (markdown.find("&#") == markdown.npos) return;
  const auto enter = [](cmark_node* node, NodeKind kind) {
    if (kind == NodeKind::text) mend(literal_of(node), [&](const char* text) { cmark_node_set_literal(node, text); });
    if (kind == NodeKind::code_block)
      mend(info_of(node), [&](const char* text) { cmark_node_set_fence_info(node, text); });
    if (kind == NodeKind::link || kind == NodeKind::image) {
      mend(address_of(node), [&](const char* text) { cmark_node_set_url(node, text); });
      mend(title_of(node), [&](const char* text) { cmark_node_set_title(node, text); });
    }
    return true;
  };
  walk_tree(root, enter, [](cmark_node*, NodeKind) {});
}

// Memory of one tree: handed out in a row, given back all at once. A third of the parser's time is malloc
// otherwise. The library's own arena is one for the whole process and so no choice here.
class NodeMemory {
 public:
  void* take(std::size_t size) {
    const std::size_t whole = with_header(size);
    if (left_ < whole) grow(whole);
    std::byte* start = next_;
    next_ += whole;
    left_ -= whole;
    std::memcpy(start, &size, sizeof size);
    return start + header;
  }

  void* retake(void* old, std::size_t size) {
    if (old == nullptr) return take(size);
    std::byte* start = static_cast<std::byte*>(old) - header;
    std::size_t old_size;
    std::memcpy(&old_size, start, sizeof old_size);
    if (size <= old_size) return old;
    if (is_last(start, old_size, size)) {
      next_ = start;
      left_ += with_header(old_size);
      return take(size);
    }
    void* fresh = take(size);
    std::memcpy(fresh, old, old_size);
    return fresh;
  }

  void forget_all() {
    if (chunks_.size() > 1) chunks_.erase(chunks_.begin() + 1, chunks_.end());
    if (!chunks_.empty()) {
      next_ = chunks_.front().get();
      left_ = chunk_size;
    }
  }

  bool in_use = false;

 private:
  static constexpr std::size_t chunk_size = 1 << 20;
  static constexpr std::size_t header = alignof(std::max_align_t);

  static std::size_t with_header(std::size_t size) { return header + (size + header - 1) / header * header; }

  // What was taken last may grow where it stands.
  bool is_last(std::byte* start, std::size_t old_size, std::size_t size) const {
    return start + with_header(old_size) == next_ && with_header(size) <= left_ + with_header(old_size);
  }

  void grow(std::size_t at_least) {
    const std::size_t size = std::max(chunk_size, at_least);
    chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
    next_ = chunks_.back().get();
    left_ = size;
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

NodeMemory& thread_memory() {
  thread_local NodeMemory memory;
  return memory;
}

void* memory_calloc(std::size_t count, std::size_t size) {
  void* taken = thread_memory().take(count * size);
  std::memset(taken, 0, count * size);
  return taken;
}
void* memory_realloc(void* old, std::size_t size) { return thread_memory().retake(old, size); }
void memory_free(void*) {}

cmark_mem* node_memory() {
  static cmark_mem memory{memory_calloc, memory_realloc, memory_free};
  return &memory;
}

struct Extensions {
  cmark_syntax_extension* table;
  cmark_syntax_extension* task_list;
  cmark_syntax_extension* strikethrough;
  cmark_syntax_extension* autolink;
};

const Extensions& extensions() {
  static const Extensions found = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return Extensions{cmark_find_syntax_extension("table"), cmark_find_syntax_extension("tasklist"),
                      cmark_find_syntax_extension("strikethrough"), cmark_find_syntax_extension("autolink")};
  }();
  return found;
}

// Strikethrough and autolink switch entries of a global character table on and off for each parse. A text that
// cannot hold either is parsed without them, beside others; the rest are parsed one at a time, alone.
bool needs_global_table(std::string_view markdown) {
  return markdown.find("~~") != std::string_view::npos || markdown.find('@') != std::string_view::npos ||
         markdown.find("www.") != std::string_view::npos || markdown.find("://") != std::string_view::npos;
}

std::shared_mutex& global_table() {
  static std::shared_mutex mutex;
  return mutex;
}

cmark_node* parse(std::string_view markdown, bool all_extensions) {
  constexpr int options = CMARK_OPT_SMART | CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;
  cmark_parser* parser = cmark_parser_new_with_mem(options, node_memory());
  cmark_parser_attach_syntax_extension(parser, extensions().table);
  cmark_parser_attach_syntax_extension(parser, extensions().task_list);
  if (all_extensions) {
    cmark_parser_attach_syntax_extension(parser, extensions().strikethrough);
    cmark_parser_attach_syntax_extension(parser, extensions().autolink);
  }
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  cmark_node* root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

// The numbers of their types are private to the extensions.
NodeKind kind_of_extension(cmark_node* node) {
  const std::string_view type = cmark_node_get_type_string(node);
  if (type == "table_cell") return NodeKind::table_cell;
  if (type == "table_row" || type == "table_header") return NodeKind::table_row;
  if (type == "table") return NodeKind::table;
  if (type == "strikethrough") return NodeKind::strikethrough;
  return NodeKind::other;
}

}  // namespace

CmarkTree::CmarkTree(std::string_view markdown) {
  assert(!thread_memory().in_use);
  thread_memory().in_use = true;
  extensions();
  if (needs_global_table(markdown)) {
    const std::unique_lock alone(global_table());
    root_ = parse(markdown, true);
  } else {
    const std::shared_lock beside_others(global_table());
    root_ = parse(markdown, false);
  }
  mend_entity_bytes(root_, markdown);
}

CmarkTree::~CmarkTree() {
  thread_memory().forget_all();
  thread_memory().in_use = false;
}

NodeKind kind_of(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  switch (type) {
    case CMARK_NODE_DOCUMENT: return NodeKind::document;
    case CMARK_NODE_BLOCK_QUOTE: return NodeKind::block_quote;
    case CMARK_NODE_LIST: return NodeKind::list;
    case CMARK_NODE_ITEM:
      return cmark_node_get_syntax_extension(node) == extensions().task_list ? NodeKind::task_item : NodeKind::item;
    case CMARK_NODE_CODE_BLOCK: return NodeKind::code_block;
    case CMARK_NODE_HTML_BLOCK: return NodeKind::html_block;
    case CMARK_NODE_PARAGRAPH: return NodeKind::paragraph;
    case CMARK_NODE_HEADING: return NodeKind::heading;
    case CMARK_NODE_THEMATIC_BREAK: return NodeKind::thematic_break;
    case CMARK_NODE_FOOTNOTE_DEFINITION: return NodeKind::footnote_definition;
    case CMARK_NODE_TEXT: return NodeKind::text;
    case CMARK_NODE_SOFTBREAK: return NodeKind::soft_break;
    case CMARK_NODE_LINEBREAK: return NodeKind::line_break;
    case CMARK_NODE_CODE: return NodeKind::code;
    case CMARK_NODE_HTML_INLINE: return NodeKind::html_inline;
    case CMARK_NODE_EMPH: return NodeKind::emphasis;
    case CMARK_NODE_STRONG: return NodeKind::strong;
    case CMARK_NODE_LINK: return NodeKind::link;
    case CMARK_NODE_IMAGE: return NodeKind::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE: return NodeKind::footnote_reference;
    default: break;
  }
  return kind_of_extension(node);
}

namespace {

std::string_view view_of(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

}  // namespace

std::string_view literal_of(cmark_node* node) { return view_of(cmark_node_get_literal(node)); }
std::string_view address_of(cmark_node* link_or_image) { return view_of(cmark_node_get_url(link_or_image)); }
std::string_view title_of(cmark_node* link_or_image) { return view_of(cmark_node_get_title(link_or_image)); }
std::string_view info_of(cmark_node* code_block) { return view_of(cmark_node_get_fence_info(code_block)); }

bool is_empty_heading(cmark_node* node) {
  return kind_of(node) == NodeKind::heading && cmark_node_first_child(node) == nullptr;
}

std::string inline_words(cmark_node* node, Language language) {
  std::string text;
  walk_tree(
      node,
      [&](cmark_node* at, NodeKind kind) {
        if (kind == NodeKind::text || kind == NodeKind::code || kind == NodeKind::html_inline) text += literal_of(at);
        if (kind == NodeKind::soft_break || kind == NodeKind::line_break) text += ' ';
        return true;
      },
      [](cmark_node*, NodeKind) {});
  return typeset(text, language);
}

std::string inline_text(cmark_node* node, Language language) {
  return without_soft_hyphens(inline_words(node, language));
}

}  // namespace traff
