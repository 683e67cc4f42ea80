#include "output/copy_archive.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <optional>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/parallel.h"
#include "base/read_json.h"
#include "base/text.h"
#include "disk/file.h"
#include "disk/new_files.h"
#include "output/offline_proof.h"
#include "output/site_path.h"
#include "output/zip_archive.h"

namespace traff {

namespace {

// No file of a site begins so (is_site_path), so they are in nobody's way.
constexpr std::string_view sums_name = ".traff-sha256";
constexpr std::string_view origin_name = ".traff-copy.json";
constexpr std::size_t most_shown_flaws = 10;
constexpr std::uint64_t most_origin_bytes = 100'000;

std::string origin_text(const CopyOrigin& origin) {
  nlohmann::ordered_json json;
  json["format"] = 1;
  json["commit"] = origin.commit ? nlohmann::ordered_json(to_hex(*origin.commit)) : nlohmann::ordered_json();
  json["date"] = origin.day;
  json["address"] = origin.address;
  return json.dump(1) + "\n";
}

std::optional<CopyOrigin> parse_origin(std::string_view text) {
  nlohmann::json json;
  if (read_json(text, json) || !json.is_object()) return std::nullopt;
  const auto word = [&](const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  return CopyOrigin{content_id_from_hex(word("commit")), word("date"), word("address")};
}

void refuse_flaws(const OfflineProof& proof) {
  const auto flaws = proof.flaws();
  if (flaws.empty()) return;
  Words shown;
  for (std::size_t i = 0; i < std::min(flaws.size(), most_shown_flaws); ++i) shown = shown + "\n  " + flaws[i];
  throw Failure(code::W90(flaws.size() > most_shown_flaws ? shown + "\n  …" : shown));
}

struct Packed {
  ZipMember member;
  std::string sum;
};

std::string sums_text(const std::vector<Packed>& packed, const std::string& top) {
  std::string text;
  for (const Packed& file : packed) text += file.sum + "  " + file.member.path.substr(top.size() + 1) + "\n";
  return text;
}

// "topp/a/b.html" → "topp": what copy_folder() of pipeline/ gives, and nothing that leads elsewhere.
std::optional<std::string_view> top_of(std::string_view path) {
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; };
  const std::string_view top = path.substr(0, path.find('/'));
  if (top.empty() || top.size() == path.size() || !std::ranges::all_of(top, is_plain)) return std::nullopt;
  return top;
}

bool is_name_in_copy(std::string_view path) {
  return path == sums_name || path == origin_name || (is_site_path(path) && path.find('\\') == std::string_view::npos);
}

class CopyReader {
 public:
  explicit CopyReader(const std::string& file) : shown_(file), loaded_(load(file)), zip_(loaded_.bytes, file) {
    for (const auto& entry : zip_.entries()) {
      const auto top = top_of(entry.path);
      if (!top || top != top_of(zip_.entries().front().path)) refuse(phrase::no_one_folder);
      const std::string path = entry.path.substr(top->size() + 1);
      if (!is_name_in_copy(path)) refuse(phrase::name_leads_elsewhere);
      listed_bytes_ += 64 + 2 + path.size() + 1;
      if (!entries_.emplace(path, &entry).second) refuse(phrase::two_of_one_name);
    }
  }

  CopyOrigin run() const {
    std::size_t listed = 1;  // the list itself
    const std::string sums = text_of(sums_name, listed_bytes_, phrase::sums_damaged);
    for (const std::string_view line : split_lines(sums)) {
      const std::size_t gap = line.find("  ");
      if (gap != 64) refuse(phrase::sums_damaged);
      check(std::string(line.substr(gap + 2)), line.substr(0, gap));
      ++listed;
    }
    if (listed != entries_.size()) refuse(phrase::files_added);
    const auto origin = parse_origin(text_of(origin_name, most_origin_bytes, phrase::origin_damaged));
    if (!origin) refuse(phrase::origin_damaged);
    return *origin;
  }

 private:
  static LoadedFile load(const std::string& file) {
    auto loaded = load_whole_file(AT_FDCWD, file);
    if (!loaded) throw Failure(code::W1(file, error_text(ENOENT)));
    return std::move(*loaded);
  }

  [[noreturn]] void refuse(const Words& why) const { throw Failure(code::W91(shown_, why)); }

  const ZipReader::Entry& entry(const std::string& path) const {
    const auto found = entries_.find(path);
    if (found == entries_.end()) refuse(path + Words(" saknas", " is missing"));
    return *found->second;
  }

  // What is larger than `most` is not even unpacked.
  std::string text_of(std::string_view name, std::uint64_t most, const Phrase& too_large) const {
    const ZipReader::Entry& found = entry(std::string(name));
    if (found.size > most) refuse(too_large);
    std::string text;
    zip_.read(found, [&](std::string_view part) { text += part; });
    return text;
  }

  void check(const std::string& path, std::string_view sum) const {
    Digest digest(Digest::Kind::sha256);
    zip_.read(entry(path), [&](std::string_view part) { digest.add(part); });
    if (hex(digest.finish()) != sum) refuse(path + Words(" är ändrad", " was changed"));
  }

  std::string shown_;
  LoadedFile loaded_;
  ZipReader zip_;
  std::map<std::string, const ZipReader::Entry*> entries_;  // by path below the top folder
  std::uint64_t listed_bytes_ = 0;                          // a list of them all with their sums
};

}  // namespace

struct CopyMaker::State {
  CopyOrder order;
  OfflineProof proof;
  std::vector<Packed> packed;
};

CopyMaker::CopyMaker(CopyOrder order) : state_(std::make_unique<State>()) { state_->order = std::move(order); }
CopyMaker::~CopyMaker() = default;

void CopyMaker::add(const std::vector<CopyFile>& files) {
  const std::size_t before = state_->packed.size();
  state_->packed.resize(before + files.size());
  for_each_index(files.size(), state_->order.jobs, [&](std::size_t i) {
    const std::string bytes = files[i].bytes();
    if (files[i].is_page) state_->proof.add(files[i].path, bytes);
    state_->packed[before + i] = {make_member(state_->order.top + "/" + files[i].path, bytes), sha256_hex(bytes)};
  });
}

std::string CopyMaker::finish() {
  const CopyOrder& order = state_->order;
  std::vector<Packed>& packed = state_->packed;
  add({{std::string(origin_name), [&] { return origin_text(order.origin); }}});
  refuse_flaws(state_->proof);
  std::sort(packed.begin(), packed.end(),
            [](const Packed& a, const Packed& b) { return a.member.path < b.member.path; });
  std::vector<ZipMember> members{make_member(order.top + "/" + std::string(sums_name), sums_text(packed, order.top))};
  for (Packed& file : packed) members.push_back(std::move(file.member));
  packed.clear();
  return make_zip(members, order.seconds);
}

CopyReport CopyMaker::write() {
  const CopyOrder& order = state_->order;
  const std::size_t files = state_->packed.size() + 2;  // and the two that say what it is
  const std::string zip = finish();
  NamedFileWriter file(order.file);
  file.write(zip);
  file.finish();
  return {files, zip.size()};
}

CopyOrigin verify_copy(const std::string& file) { return CopyReader(file).run(); }

}  // namespace traff
