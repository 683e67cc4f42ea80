#include "git/loose_objects.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace traff {

namespace {

// "commit", a space, the size, a zero: far less than this.
constexpr std::size_t most_head = 64;

struct Beginning {
  ObjectHead head;
  std::string body;  // what came along with it
};

std::size_t parse_size(const RandomFile& file, std::string_view digits) {
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  if (error != std::errc() || end != digits.data() + digits.size() || !may_inflate_to(file.size(), size)) file.fail();
  return size;
}

Beginning read_beginning(const RandomFile& file, Inflater& inflater) {
  inflater.start(file);
  char bytes[most_head];
  const std::string_view text(bytes, inflater.read(bytes, sizeof bytes));
  const std::size_t end = text.find('\0');
  const std::size_t space = text.find(' ');
  if (end == std::string_view::npos || space > end) file.fail();
  const git_object_t type = git_object_string2type(std::string(text.substr(0, space)).c_str());
  if (git_object_typeisloose(type) == 0) file.fail();
  return {{type, parse_size(file, text.substr(space + 1, end - space - 1))}, std::string(text.substr(end + 1))};
}

}  // namespace

std::string LooseObjects::path_of(const ContentId& id) const {
  const std::string hex = to_hex(id);
  return folder_ + "/" + hex.substr(0, 2) + "/" + hex.substr(2);
}

std::optional<ObjectBytes> LooseObjects::read(const ContentId& id, Inflater& inflater) const {
  const auto file = RandomFile::open(path_of(id));
  if (!file) return std::nullopt;
  const auto [head, body] = read_beginning(*file, inflater);
  if (body.size() > head.size) file->fail();
  ObjectBytes object(head.type, head.size);
  std::copy(body.begin(), body.end(), object.data());
  inflater.read_last(object.data() + body.size(), head.size - body.size());
  if (inflater.end() != file->size()) file->fail();
  return object;
}

std::optional<ObjectHead> LooseObjects::read_head(const ContentId& id, Inflater& inflater) const {
  const auto file = RandomFile::open(path_of(id));
  if (!file) return std::nullopt;
  return read_beginning(*file, inflater).head;
}

void LooseObjects::find(const ContentId& start, std::size_t digits, std::vector<ContentId>& found) const {
  const std::string hex = to_hex(start);
  const std::string folder = hex.substr(0, 2);
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder_ + "/" + folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = folder + entry->path().filename().string();
    if (name.compare(0, digits, hex, 0, digits) != 0) continue;
    if (const auto id = content_id_from_hex(name)) found.push_back(*id);
  }
  if (error && error != std::errc::no_such_file_or_directory)
    throw ObjectDamage{folder_ + "/" + folder + ": " + error.message()};
}

}  // namespace traff
