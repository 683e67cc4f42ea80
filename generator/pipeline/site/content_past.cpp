#include "pipeline/site/content_past.h"

#include <algorithm>
#include <utility>

#include "course/literature/work.h"
#include "course/model/page_status.h"
#include "pipeline/site/parsed_documents.h"

namespace traff {

namespace {

// Of a page that has been changed more often the oldest changes are not looked at.
constexpr std::size_t most_steps = 200;

DocumentVersion parse_version(const SourceText& source, Language language) {
  ParsedDocument parsed = parse_page(source, language);
  DocumentVersion version;
  version.facts = find_body_facts(parsed.document, parsed.body);
  version.sections = find_section_texts(parsed.document, parsed.body, version.facts.slides, version.facts.works);
  version.document = std::move(parsed.document);
  return version;
}

}  // namespace

PastContent& ContentPast::open() {
  if (!content_) content_ = std::make_unique<PastContent>(place_.content, place_.prefix);
  return *content_;
}

const Mainline& ContentPast::mainline() {
  const std::lock_guard lock(mutex_);
  if (!mainline_) mainline_ = load_mainline(place_.content, place_.tip, place_.fresh ? Memory::renew : Memory::use);
  return *mainline_;
}

std::optional<ContentId> ContentPast::tree_of(const std::string& revision) {
  const std::lock_guard lock(mutex_);
  return open().tree_of(revision);
}

std::optional<ContentId> ContentPast::folder(const ContentId& tree, std::string_view path) {
  const std::lock_guard lock(mutex_);
  return open().folder(tree, path);
}

std::optional<ContentId> ContentPast::file(const ContentId& tree, std::string_view path) {
  const std::lock_guard lock(mutex_);
  return open().file(tree, path);
}

std::vector<SourceFile> ContentPast::files(const ContentId& tree, std::string_view folder) {
  const std::lock_guard lock(mutex_);
  return open().files(tree, folder);
}

std::vector<FileStep> ContentPast::steps(const std::string& path, const std::vector<ContentId>& commits) {
  const std::lock_guard lock(mutex_);
  std::vector<FileStep> steps;
  open().walk(path, commits, [&](const FileStep& step) {
    steps.push_back(step);
    return steps.size() < most_steps;
  });
  return steps;
}

const std::unordered_set<ContentId>& ContentPast::ignored() {
  if (!ignored_) ignored_ = open().ignored_commits(place_.tip);
  return *ignored_;
}

bool ContentPast::ignores_any(const MainlineCommit& end) {
  const std::lock_guard lock(mutex_);
  const auto& list = ignored();
  if (list.empty()) return false;
  for (const MainlineCommit& commit : mainline().commits) {
    if (commit.id == end.id) break;
    if (list.contains(commit.id)) return true;
  }
  return false;
}

std::vector<ContentPast::MainlineStep> ContentPast::steps_since(const MainlineCommit& end, const std::string& path) {
  const std::lock_guard lock(mutex_);
  std::vector<MainlineStep> steps;
  const std::vector<MainlineCommit>& commits = mainline().commits;
  auto after = commits.empty() ? std::nullopt : open().file(commits.front().tree, path);
  for (std::size_t i = 0; i + 1 < commits.size() && commits[i].id != end.id; ++i) {
    const auto before = open().file(commits[i + 1].tree, path);
    if (before != after) steps.push_back({before, after, ignored().contains(commits[i].id)});
    after = before;
  }
  return steps;
}

std::shared_ptr<const DocumentVersion> ContentPast::version(const ContentId& id, const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (!cache_) {
    const ContentId generator = content_id(to_hex(generator_id()) + std::string(language_tag(language_)));
    cache_ = std::make_unique<BlobCache>(place_.content.state_folder, "versions", generator, place_.fresh);
  }
  const ContentId key = content_id(to_hex(id) + path);
  if (const auto bytes = cache_->load(key)) {
    if (auto known = parse_document_version(*bytes)) {
      known->document.path = path;
      return std::make_shared<const DocumentVersion>(std::move(*known));
    }
  }
  auto parsed = std::make_shared<const DocumentVersion>(parse_version({path, id, open().read(id)}, language_));
  cache_->put(key, document_version_bytes(*parsed));
  return parsed;
}

std::shared_ptr<const std::vector<ContentPast::DraftTurn>> ContentPast::draft_turns(
    const std::string& path, const std::vector<ContentId>& commits) {
  const std::lock_guard lock(mutex_);
  auto& known = turns_[path];
  if (known) return known;
  auto turns = std::make_shared<std::vector<DraftTurn>>();
  for (const FileStep& step : steps(path, commits))
    turns->push_back({step.change, says_draft(version(step.after, step.path)->document)});
  return known = std::move(turns);
}

void ContentPast::save() {
  const std::lock_guard lock(mutex_);
  if (cache_) cache_->save();
}

}  // namespace traff
