#include "theme/view.h"

#include <utility>

namespace traff {

namespace {

// Size first, so that no text can be mistaken for two.
void append_sized(std::string& bytes, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
  bytes += text;
}

}  // namespace

void View::put(std::string_view name, std::string text) {
  if (!text.empty()) entries_.push_back({name, Kind::text, std::move(text), {}});
}

void View::put_flag(std::string_view name, bool yes) {
  if (yes) entries_.push_back({name, Kind::flag, {}, {}});
}

void View::put_list(std::string_view name, std::vector<View> items) {
  if (!items.empty()) entries_.push_back({name, Kind::list, {}, std::move(items)});
}

void View::put_object(std::string_view name, View object) {
  Entry& entry = entries_.emplace_back();
  entry.name = name;
  entry.kind = Kind::object;
  entry.items.push_back(std::move(object));
}

const View::Entry* View::find(std::string_view name) const {
  for (const Entry& entry : entries_) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

View::Entry* View::find(std::string_view name) { return const_cast<Entry*>(std::as_const(*this).find(name)); }

void View::append_fingerprint(std::string& bytes) const {
  append_sized(bytes, std::to_string(entries_.size()));
  for (const Entry& entry : entries_) {
    append_sized(bytes, entry.name);
    bytes += static_cast<char>(entry.kind);
    append_sized(bytes, entry.text);
    append_sized(bytes, std::to_string(entry.items.size()));
    for (const View& item : entry.items) item.append_fingerprint(bytes);
  }
}

}  // namespace traff
