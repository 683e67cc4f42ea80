#include "theme/compiled_template.h"

#include <cassert>
#include <charconv>
#include <deque>
#include <functional>
#include <kainjow/mustache.hpp>
#include <mutex>
#include <utility>

#include "base/text.h"

namespace traff {

namespace {

namespace mustache = kainjow::mustache;

// The library's view of our View. Nothing is converted before it is asked for: on most pages building the
// library's own tree of the whole view costs more than everything else together.
class ViewContext : public mustache::basic_context<std::string> {
 public:
  ViewContext(const std::vector<mustache::data>& texts, const View& view) : texts_(texts), open_{&view} {}

  // Names are looked up from the innermost section outwards; a number is a piece of the template's own text.
  const mustache::data* get(const std::string& name) const override {
    if (is_digit(name.front())) return &text(name);
    asked_ = find(name);
    if (asked_ == nullptr) return nullptr;
    if (asked_->kind == View::Kind::list) return &lists_.emplace_back(asked_, open_.size()).marks;
    answer_ = asked_->kind == View::Kind::text ? mustache::data(asked_->text) : mustache::data(true);
    return &answer_;
  }

  // Opens the section of the value asked for last, or an item of a list.
  void push(const mustache::data* opened) override {
    const View* item = lists_.empty() ? nullptr : lists_.back().item(opened);
    if (item == nullptr) item = asked_->kind == View::Kind::object ? &asked_->items.front() : open_.back();
    open_.push_back(item);
  }

  void pop() override {
    open_.pop_back();
    while (!lists_.empty() && lists_.back().depth > open_.size()) lists_.pop_back();
  }

  const mustache::data* get_partial(const std::string&) const override { return nullptr; }

 private:
  // A list as the library walks it: one mark for each item, known again by its address.
  struct List {
    List(const View::Entry* list_, std::size_t depth_) : list(list_), depth(depth_) {
      for (std::size_t i = 0; i < list->items.size(); ++i) marks.push_back(mustache::data(true));
    }
    const View* item(const mustache::data* mark) const {
      const std::vector<mustache::data>& all = marks.list_value();
      const auto is_before = std::less<const mustache::data*>();
      if (is_before(mark, all.data()) || !is_before(mark, all.data() + all.size())) return nullptr;
      return &list->items[static_cast<std::size_t>(mark - all.data())];
    }
    const View::Entry* list;
    std::size_t depth;  // open sections when it was asked for
    mustache::data marks{mustache::data::type::list};
  };

  const mustache::data& text(const std::string& number) const {
    std::size_t index = 0;
    std::from_chars(number.data(), number.data() + number.size(), index);
    return texts_[index];
  }

  const View::Entry* find(std::string_view name) const {
    const std::size_t dot = name.find('.');
    for (auto section = open_.rbegin(); section != open_.rend(); ++section) {
      const View::Entry* found = member(**section, name.substr(0, dot));
      if (found == nullptr) continue;
      return dot == std::string_view::npos ? found : find_inside(found, name.substr(dot + 1));
    }
    return nullptr;
  }

  static const View::Entry* find_inside(const View::Entry* value, std::string_view names) {
    for (const std::string_view name : split(names, '.')) {
      if (value != nullptr) value = value->kind == View::Kind::object ? member(value->items.front(), name) : nullptr;
    }
    return value;
  }

  // Every list `x` comes with a flag `has_x`.
  static const View::Entry* member(const View& view, std::string_view name) {
    static const View::Entry yes{"yes", View::Kind::flag, {}, {}};
    constexpr std::string_view has_prefix = "has_";
    if (const View::Entry* found = view.find(name)) return found;
    if (!name.starts_with(has_prefix)) return nullptr;
    const View::Entry* list = view.find(name.substr(has_prefix.size()));
    return list != nullptr && list->kind == View::Kind::list ? &yes : nullptr;
  }

  const std::vector<mustache::data>& texts_;
  std::vector<const View*> open_;
  mutable const View::Entry* asked_ = nullptr;  // the library's get() is const
  mutable mustache::data answer_;
  mutable std::deque<List> lists_;  // the library keeps pointers into them
};

struct Page {
  std::string html;
  Page& operator<<(const std::string& piece) {
    html += piece;
    return *this;
  }
};

std::string tag_for(const TemplatePart& part) {
  switch (part.kind) {
    case TemplatePartKind::variable: return "{{" + part.text + "}}";
    case TemplatePartKind::html: return "{{{" + part.text + "}}}";
    case TemplatePartKind::section: return "{{#" + part.text + "}}";
    case TemplatePartKind::inverted: return "{{^" + part.text + "}}";
    case TemplatePartKind::close: return "{{/" + part.text + "}}";
    case TemplatePartKind::text:
    case TemplatePartKind::partial: break;
  }
  assert(false);
  return {};
}

}  // namespace

struct CompiledTemplate::State {
  std::string source;                 // tags only
  std::vector<mustache::data> texts;  // the library cuts text at every space; as a value it stays whole
  std::mutex mutex;
  std::vector<std::unique_ptr<mustache::mustache>> idle;  // one for each thread that has expanded so far

  std::unique_ptr<mustache::mustache> take() {
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        auto taken = std::move(idle.back());
        idle.pop_back();
        return taken;
      }
    }
    auto made = std::make_unique<mustache::mustache>(source);
    made->set_custom_escape([](const std::string& text) { return html_escaped(text); });
    return made;
  }

  void give_back(std::unique_ptr<mustache::mustache> used) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(used));
  }
};

CompiledTemplate::CompiledTemplate(const std::vector<TemplatePart>& parts) : state_(std::make_unique<State>()) {
  for (const TemplatePart& part : parts) {
    if (part.kind == TemplatePartKind::text) {
      state_->source += "{{{" + std::to_string(state_->texts.size()) + "}}}";
      state_->texts.emplace_back(part.text);
    } else {
      state_->source += tag_for(part);
    }
  }
  auto first = state_->take();
  assert(first->is_valid());
  state_->give_back(std::move(first));
}

CompiledTemplate::CompiledTemplate(CompiledTemplate&&) noexcept = default;
CompiledTemplate& CompiledTemplate::operator=(CompiledTemplate&&) noexcept = default;
CompiledTemplate::~CompiledTemplate() = default;

std::string CompiledTemplate::expand(const View& view) const {
  ViewContext context(state_->texts, view);
  auto compiled = state_->take();
  Page page;
  compiled->render(context, page);
  state_->give_back(std::move(compiled));
  return std::move(page.html);
}

}  // namespace traff
