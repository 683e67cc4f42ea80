#include "course/assemble_course.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/unicode.h"
#include "course/assemble_literature.h"
#include "course/body/date_table.h"
#include "course/body/section_text.h"
#include "course/date_checks.h"
#include "course/dates/old_date.h"
#include "course/model/audience.h"
#include "course/model/course.h"
#include "course/model/occasion.h"
#include "course/model/page_kind.h"
#include "course/model/page_status.h"
#include "course/model/statement.h"
#include "markdown/document/document.h"
#include "markdown/parse_document.h"

namespace traff {

namespace {

// Redovisningar: the träff each belongs to, and whether their letters make sense together.

class AssignmentFinder {
 public:
  AssignmentFinder(std::span<const Document> documents, Course& course, NetworkIndex network)
      : documents_(documents), course_(course), network_(course.networks[network]) {
    for (const MeetingIndex i : network_.meetings) {
      const int number = course.meetings[i].number;
      if (number > 0) by_number_.emplace(std::to_string(number), i);
    }
  }

  void run() {
    for (const DocumentIndex i : network_.documents) {
      const CoursePage& page = course_.pages[i];
      if (page.kind == PageKind::assignment && !is_index(documents_[i].path)) {
        network_.assignments.push_back({i, page.letter, meeting_of(i)});
      }
    }
    std::ranges::stable_sort(network_.assignments, {}, &Assignment::letter);
    check_letters();
  }

 private:
  MeetingIndex meeting_of(DocumentIndex index) {
    const Document& document = documents_[index];
    const Field* field = document.front_matter.find(Key::meeting);
    if (field == nullptr) {
      if (!by_number_.empty()) report(code::F31(document.title), index);
      return no_index;
    }
    const auto found = by_number_.find(trim(field->value));
    if (found != by_number_.end()) return found->second;
    if (!by_number_.empty())
      course_.diagnostics.push_back(at_value(code::F32(trim(field->value)), documents_[index], *field));
    return no_index;
  }

  // A row may begin where it likes; pages without a letter are not part of it.
  void check_letters() {
    const Assignment* before = nullptr;
    for (const Assignment& assignment : network_.assignments) {
      if (assignment.letter == '\0') continue;
      const std::string letter(1, assignment.letter);
      if (before != nullptr && before->letter == assignment.letter) {
        report(code::F33(letter, documents_[before->document].path), assignment.document);
      } else if (before != nullptr && assignment.letter > before->letter + 1) {
        report(code::F34(letter, std::string(1, static_cast<char>(before->letter + 1))), assignment.document);
      }
      before = &assignment;
    }
  }

  void report(Message message, DocumentIndex index) {
    const Document& document = documents_[index];
    course_.diagnostics.push_back({std::move(message), {document.path, document.title_line}});
  }

  std::span<const Document> documents_;
  Course& course_;
  Network& network_;
  std::map<std::string, MeetingIndex, std::less<>> by_number_;
};

// Fills Network::assignments. F31 no träff named, F32 a träff that is not there, F33 one letter twice, F34 a letter
// left out. Cost: linear in pages and träffar.
void find_assignments(std::span<const Document> documents, Course& course) {
  for (NetworkIndex i = 0; i < course.networks.size(); ++i) AssignmentFinder(documents, course, i).run();
}

// The network's own list of audiences says how they are spelt: F24 for one that is near a word of the list and is
// not in it. What is near none may well be an audience of its own.

// Words longer than this are sentences, and more different ones than this are no audiences: not compared.
constexpr std::size_t longest_name = 60;
constexpr std::size_t most_compared = 200;

class Spelling {
 public:
  explicit Spelling(std::vector<Audience> known) : known_(std::move(known)) {
    if (known_.size() > most_audiences) known_.resize(most_audiences);
  }

  bool knows_any() const { return !known_.empty(); }

  // The word of the list that was probably meant; "" when it is in the list, or near none.
  const std::string& meant(const Audience& written) {
    const auto [found, is_new] = compared_.try_emplace(written.key);
    if (is_new && compared_.size() <= most_compared) found->second = nearest(written.key);
    return found->second;
  }

 private:
  std::string nearest(std::string_view key) const {
    if (key.size() > longest_name) return {};
    std::vector<std::string_view> names;
    for (const Audience& one : known_) {
      if (one.key == key) return {};
      if (one.key.size() <= longest_name) names.push_back(one.key);
    }
    const auto near = nearest_name(key, names);
    if (!near) return {};
    return std::find_if(known_.begin(), known_.end(), [&](const Audience& one) { return one.key == *near; })->name;
  }

  std::vector<Audience> known_;
  std::map<std::string, std::string> compared_;
};

// `line`: words that stand in the author's text from that line on, the audience at `at`.
void report(const Place& from, std::string line, std::size_t at, const Audience& written, const std::string& meant,
            std::vector<Diagnostic>& diagnostics) {
  Place place = from;
  place.column = static_cast<std::uint32_t>(code_point_count(std::string_view(line).substr(0, at)) + 1);
  place.length = static_cast<std::uint32_t>(code_point_count(written.name));
  diagnostics.push_back({code::F24(written.name, meant), place, std::move(line)});
}

void check_meeting(const Document& document, Spelling& spelling, std::vector<Diagnostic>& diagnostics) {
  const Field* field = document.front_matter.find(Key::audience);
  if (field == nullptr) return;
  for (const Audience& written : parse_audiences(field->value)) {
    const std::string& meant = spelling.meant(written);
    if (meant.empty()) continue;
    const std::string line = field->name + ": " + field->value;
    report({document.path, field->line, 0, 0}, line, line.find(written.name, field->name.size() + 2), written, meant,
           diagnostics);
  }
}

void check_row(const Document& document, const TableOccasion& row, Spelling& spelling,
               std::vector<Diagnostic>& diagnostics) {
  for (const Audience& written : row.occasion.audiences) {
    const std::string& meant = spelling.meant(written);
    if (!meant.empty()) report({document.path, row.line, 0, 0}, written.name, 0, written, meant, diagnostics);
  }
}

// Cost: linear in the occasions; the words compared are counted and end with a bound.
void check_audiences(std::span<const Document> documents, const Course& course, std::vector<Diagnostic>& diagnostics) {
  for (const Network& network : course.networks) {
    if (network.document == no_index) continue;
    Spelling spelling(parse_audiences(documents[network.document].front_matter.value(Key::audience)));
    if (!spelling.knows_any()) continue;
    for (const MeetingIndex index : network.meetings)
      check_meeting(documents[course.meetings[index].document], spelling, diagnostics);
    for (const TableOccasion& row : network.occasions) check_row(documents[row.document], row, spelling, diagnostics);
  }
}

// What one document's body adds; worked out side by side, joined in order.
struct BodyFindings {
  DateTables tables;
  std::vector<Diagnostic> diagnostics;
};

class Assembly {
 public:
  Assembly(std::span<const Document> documents, std::span<const BodyFacts> facts, const AssembleOptions& options,
           unsigned jobs)
      : documents_(documents), facts_(facts), options_(options), jobs_(jobs) {}

  Course run() {
    read_site();
    name_pages();
    hide_draft_networks();
    find_networks();
    place_pages();
    read_meetings();
    read_dates_of_other_pages();
    take_body_facts();
    sort_networks();
    name_audiences();
    read_own_days();
    find_literature(documents_, facts_, course_, jobs_);
    find_assignments(documents_, course_);
    course_.site.statement = find_statement(documents_, course_);
    check_statements(documents_, course_);
    check_audiences(documents_, course_, course_.diagnostics);
    check_old_dates(documents_, facts_, course_);
    check_statuses(documents_, course_);
    return std::move(course_);
  }

 private:
  void read_site() {
    Site& site = course_.site;
    site.address = options_.address;
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      if (!folder_of(documents_[i].path).empty() || !is_index(documents_[i].path)) continue;
      const FrontMatter& keys = documents_[i].front_matter;
      site.document = i;
      site.title = documents_[i].title;
      site.language = parse_language(keys.value(Key::language)).value_or(Language::sv);
      if (site.address.empty()) site.address = own_address(documents_[i]);
      site.licence = keys.value(Key::licence);
      site.contact = keys.value(Key::contact);
      read_forge(documents_[i]);
      site.closed = says_closed(documents_[i]);
      site.offline = says_yes(documents_[i], Key::offline, false, course_.diagnostics);
      site.synonyms = read_synonyms(documents_[i], course_.diagnostics);
      site.shows_changes = says_yes(documents_[i], Key::changes, false, course_.diagnostics);
    }
    if (!site.address.empty() && !site.address.ends_with('/')) site.address += '/';
  }

  std::string own_address(const Document& index) {
    const Field* field = index.front_matter.find(Key::address);
    if (field == nullptr) return {};
    if (field->value.starts_with("https://") || field->value.starts_with("http://")) return field->value;
    course_.diagnostics.push_back(at_value(code::F16(field->value), index, *field));
    return {};
  }

  void read_forge(const Document& index) {
    const Field* field = index.front_matter.find(Key::source);
    if (field == nullptr) return;
    const auto forge = parse_forge(field->value);
    if (forge) course_.site.forge = *forge;
    if (!forge) course_.diagnostics.push_back(at_value(code::F35(field->value), index, *field));
  }

  void name_pages() {
    course_.pages.resize(documents_.size());
    for_each_index(documents_.size(), jobs_, [&](std::size_t i) {
      CoursePage& page = course_.pages[i];
      page.kind = kind_by_itself(documents_[i]);
      page.draft = says_draft(documents_[i]);
      page.published = !page.draft || options_.drafts;
      if (page.kind == PageKind::assignment) page.letter = assignment_letter(documents_[i]);
      if (page.kind == PageKind::deck) page.slides = facts_[i].slides;
    });
  }

  using NetworkFolders = std::map<std::string, DocumentIndex, std::less<>>;

  // A folder is a network when its index.md says so, or when it holds träffar, a date table or a letter. `drafts`: also
  // what is not published counts.
  NetworkFolders network_folders(bool drafts) const {
    NetworkFolders folders;
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      const CoursePage& page = course_.pages[i];
      if (!page.published && !drafts) continue;
      const std::string folder(folder_of(documents_[i].path));
      if (is_index(documents_[i].path) && says_network(documents_[i])) folders.try_emplace(folder, no_index);
      if (page.kind == PageKind::meeting) folders.try_emplace(std::string(network_folder_of_meeting(folder)), no_index);
      if (page.kind == PageKind::dates || page.kind == PageKind::letter) folders.try_emplace(folder, no_index);
    }
    return folders;
  }

  // Other programs' names for the page of a folder.
  static bool speaks_elsewhere(std::string_view path) {
    const std::string name = to_lower(path.substr(path.rfind('/') + 1));
    return name == "readme.md" || name == "_index.md";
  }

  // A network whose own page is a draft is one as a whole: whoever writes `status: utkast` there means all of it.
  void hide_draft_networks() {
    std::vector<std::string_view> hidden;
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      const bool speaks = is_index(documents_[i].path) || speaks_elsewhere(documents_[i].path);
      if (speaks && course_.pages[i].draft) hidden.push_back(folder_of(documents_[i].path));
    }
    if (hidden.empty()) return;
    const NetworkFolders networks = network_folders(true);
    std::erase_if(hidden, [&](std::string_view folder) { return !networks.contains(folder); });
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      const bool is_inside =
          std::ranges::any_of(hidden, [&](std::string_view folder) { return documents_[i].path.starts_with(folder); });
      if (!is_inside) continue;
      course_.pages[i].draft = true;
      course_.pages[i].published = options_.drafts;
    }
  }

  void find_networks() {
    NetworkFolders folders = network_folders(false);
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      if (!is_index(documents_[i].path) || !course_.pages[i].published) continue;
      const auto found = folders.find(folder_of(documents_[i].path));
      if (found != folders.end()) found->second = i;
    }
    for (const auto& [folder, document] : folders) course_.networks.push_back(make_network(folder, document));
  }

  static bool says_network(const Document& document) {
    const FrontMatter& keys = document.front_matter;
    if (const auto kind = parse_page_kind(keys.value(Key::type))) return *kind == PageKind::network;
    return keys.find(Key::term) != nullptr || keys.find(Key::organiser) != nullptr;
  }

  // "a/traffar/" → "a/"; a träff beside the network's other files stays in that folder.
  static std::string_view network_folder_of_meeting(std::string_view folder) {
    if (folder.empty()) return folder;
    const std::string_view parent = folder.substr(0, folder.substr(0, folder.size() - 1).rfind('/') + 1);
    return kind_of_folder(folder) == PageKind::meeting ? parent : folder;
  }

  Network make_network(const std::string& folder, DocumentIndex document) {
    Network network;
    network.folder = folder;
    network.document = document;
    network.shows_changes = course_.site.shows_changes;
    if (document == no_index) {
      const std::string_view name =
          folder.empty() ? std::string_view() : std::string_view(folder).substr(0, folder.size() - 1);
      network.title = name.empty() ? root_title() : readable_file_name(name);
      if (network.title.empty()) network.title = name.substr(name.rfind('/') + 1);
      return network;
    }
    const Document& page = documents_[document];
    network.title = page.title;
    network.term_text = page.front_matter.value(Key::term);
    network.term = parse_term(network.term_text);
    if (document != course_.site.document)
      network.shows_changes = says_yes(page, Key::changes, network.shows_changes, course_.diagnostics);
    network.closed = says_closed(page);
    return network;
  }

  // Of a site whose root is a network, but has no index.md.
  std::string root_title() const {
    if (!course_.site.title.empty()) return course_.site.title;
    return std::string(phrase::the_network.in(course_.site.language));
  }

  void place_pages() {
    std::unordered_map<std::string_view, NetworkIndex> by_folder;
    for (NetworkIndex i = 0; i < course_.networks.size(); ++i) by_folder.emplace(course_.networks[i].folder, i);
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      CoursePage& page = course_.pages[i];
      page.network = nearest_network(documents_[i].path, by_folder);
      if (page.kind == PageKind::network) place_network_page(i);
      if (page.network == no_index) {
        if (i == course_.site.document) page.kind = PageKind::start;
        continue;
      }
      Network& network = course_.networks[page.network];
      if (network.document == i) page.kind = PageKind::network;
      if (!page.published) continue;
      network.documents.push_back(i);
      if (page.kind == PageKind::letter && network.letter == no_index) network.letter = i;
    }
  }

  // A network is a folder, and only the index.md that speaks for it is its page, whatever other files say they are.
  void place_network_page(DocumentIndex index) {
    CoursePage& page = course_.pages[index];
    const Document& document = documents_[index];
    if (page.network != no_index && course_.networks[page.network].document == index) return;
    page.kind = PageKind::page;
    if (!page.published || is_index(document.path)) return;
    const Field& field = *document.front_matter.find(Key::type);
    const std::string index_path = std::string(folder_of(document.path)) + "index.md";
    course_.diagnostics.push_back(at_value(code::F47(index_path), document, field));
  }

  static NetworkIndex nearest_network(std::string_view path,
                                      const std::unordered_map<std::string_view, NetworkIndex>& by_folder) {
    std::string_view folder = folder_of(path);
    for (;;) {
      const auto found = by_folder.find(folder);
      if (found != by_folder.end()) return found->second;
      if (folder.empty()) return no_index;
      folder = folder_of(folder.substr(0, folder.size() - 1));
    }
  }

  struct ReadMeeting {
    Meeting meeting;
    std::vector<Diagnostic> diagnostics;
  };

  void read_meetings() {
    std::vector<DocumentIndex> wanted;
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      const CoursePage& page = course_.pages[i];
      if (page.kind == PageKind::meeting && page.published && page.network != no_index) wanted.push_back(i);
    }
    std::vector<ReadMeeting> read(wanted.size());
    for_each_index(wanted.size(), jobs_, [&](std::size_t i) { read[i] = read_meeting(wanted[i]); });
    for (ReadMeeting& found : read) {
      CoursePage& page = course_.pages[found.meeting.document];
      append(found.diagnostics, page.network);
      page.meeting = static_cast<MeetingIndex>(course_.meetings.size());
      course_.networks[page.network].meetings.push_back(page.meeting);
      course_.meetings.push_back(std::move(found.meeting));
    }
    check_meeting_numbers(documents_, course_.meetings, course_.diagnostics);
  }

  ReadMeeting read_meeting(DocumentIndex index) const {
    const Document& document = documents_[index];
    ReadMeeting read;
    read.meeting.document = index;
    read.meeting.network = course_.pages[index].network;
    ReadOccasion fields = read_meeting_fields(document, course_.networks[read.meeting.network].term);
    read.meeting.number = meeting_number(document);
    read.meeting.preparations = facts_[index].preparations;
    read.meeting.occasion = std::move(fields.occasion);
    read.diagnostics = std::move(fields.diagnostics);
    for (const Heading& heading : document.headings) read.meeting.sections.push_back(section_kind(heading.text));
    for (const DatedText& day : facts_[index].unread_days) {
      if (!read.meeting.occasion.date)
        read.diagnostics.push_back({code::F69(day.text), {document.path, day.line}, std::string()});
    }
    if (!says_wrong_weekday(read.diagnostics)) check_meeting_day(document, read.meeting, read.diagnostics);
    return read;
  }

  // One mistake, one message: of a day that may be the wrong one nothing more is said.
  static bool says_wrong_weekday(const std::vector<Diagnostic>& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& found) { return found.code == code::F1; });
  }

  // A letter's or report's day: a wrong one is said, but not every value need be a day ("hösten 2019").
  void read_dates_of_other_pages() {
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      const CoursePage& page = course_.pages[i];
      if (!page.published || page.meeting != no_index || documents_[i].front_matter.find(Key::date) == nullptr)
        continue;
      const auto term = page.network == no_index ? std::nullopt : course_.networks[page.network].term;
      std::vector<Diagnostic> found = read_meeting_fields(documents_[i], term).diagnostics;
      std::erase_if(found, [](const Diagnostic& diagnostic) {
        return diagnostic.code != code::F1 && diagnostic.code != code::F2;
      });
      append(found, page.network);
    }
  }

  bool has_dates(DocumentIndex index) const {
    const BodyFacts& facts = facts_[index];
    const PageKind kind = course_.pages[index].kind;
    if (kind == PageKind::meeting) return !facts.agenda.empty();
    return !facts.dated.empty() || !facts.date_table.empty();
  }

  void name_audiences() {
    const auto name = [](Occasion& occasion) { occasion.audiences = parse_audiences(occasion.audience); };
    for (Meeting& meeting : course_.meetings) name(meeting.occasion);
    for (Network& network : course_.networks) {
      for (TableOccasion& row : network.occasions) name(row.occasion);
    }
  }

  void read_own_days() {
    const auto day_of = [](std::string_view words, const std::optional<TermFrame>& term) -> std::optional<Date> {
      const auto found = words.empty() ? std::nullopt : parse_dates(words, term).date;
      return found ? std::optional(found->first) : std::nullopt;
    };
    for_each_index(documents_.size(), jobs_, [&](std::size_t i) {
      CoursePage& page = course_.pages[i];
      const FrontMatter& keys = documents_[i].front_matter;
      const bool is_in_network = page.network != no_index;
      page.date = day_of(keys.value(Key::date), is_in_network ? course_.networks[page.network].term : std::nullopt);
      page.updated = day_of(keys.value(Key::updated), std::nullopt);
      page.language = parse_language(keys.value(Key::language));
    });
  }

  void take_body_facts() {
    std::vector<DocumentIndex> wanted;
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      const CoursePage& page = course_.pages[i];
      if (page.published && page.network != no_index && has_dates(i)) wanted.push_back(i);
    }
    std::vector<BodyFindings> findings(wanted.size());
    for_each_index(wanted.size(), jobs_, [&](std::size_t i) { findings[i] = read_dates(wanted[i]); });
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const NetworkIndex index = course_.pages[wanted[i]].network;
      append(findings[i].tables.diagnostics, index);
      append(findings[i].diagnostics, index);
      Network& network = course_.networks[index];
      for (DateTableRow& row : findings[i].tables.rows) {
        if (!is_meeting_again(network, row))
          network.occasions.push_back({wanted[i], row.line, std::move(row.occasion)});
      }
    }
  }

  BodyFindings read_dates(DocumentIndex index) const {
    BodyFindings findings;
    const CoursePage& page = course_.pages[index];
    const BodyFacts& facts = facts_[index];
    if (page.kind == PageKind::meeting) {
      check_programme(documents_[index], facts.agenda, course_.meetings[page.meeting], findings.diagnostics);
      return findings;
    }
    if (page.kind == PageKind::dates || page.kind == PageKind::network) {
      findings.tables = read_date_tables(documents_[index], facts.date_table, table_term(index));
    }
    check_dates_in_text(documents_[index], facts.dated, page.kind, course_, course_.networks[page.network],
                        findings.diagnostics);
    return findings;
  }

  std::optional<TermFrame> table_term(DocumentIndex index) const {
    const auto own = parse_term(documents_[index].front_matter.value(Key::term));
    return own ? own : course_.networks[course_.pages[index].network].term;
  }

  // A row that repeats a träff of its own file is compared with it (F4), not shown twice.
  bool is_meeting_again(const Network& network, const DateTableRow& row) const {
    return std::any_of(network.meetings.begin(), network.meetings.end(), [&](MeetingIndex index) {
      const Occasion& own = course_.meetings[index].occasion;
      return own.date && row.occasion.date && own.date->first == row.occasion.date->first &&
             (row.occasion.audience.empty() || own.audience.empty() || row.occasion.audience == own.audience);
    });
  }

  void sort_networks() {
    const auto day = [](const std::optional<FoundDate>& date) {
      return date ? std::chrono::sys_days(date->first) : std::chrono::sys_days::max();
    };
    const auto minutes = [](const Occasion& occasion) {
      return occasion.time && occasion.time->start ? occasion.time->start->minutes : -1;
    };
    for (Network& network : course_.networks) {
      sort_meetings(network.meetings, course_.meetings);
      std::stable_sort(network.occasions.begin(), network.occasions.end(),
                       [&](const TableOccasion& a, const TableOccasion& b) {
                         const auto left = day(a.occasion.date), right = day(b.occasion.date);
                         return left != right ? left < right : minutes(a.occasion) < minutes(b.occasion);
                       });
    }
  }

  // A network without läsår lacks the year of every date: one mistake, one message.
  void append(std::vector<Diagnostic>& more, NetworkIndex network) {
    for (Diagnostic& diagnostic : more) {
      if (diagnostic.code == code::F3 && !networks_without_year_.insert(network).second) continue;
      course_.diagnostics.push_back(std::move(diagnostic));
    }
  }

  std::span<const Document> documents_;
  std::span<const BodyFacts> facts_;
  const AssembleOptions& options_;
  unsigned jobs_;
  std::set<NetworkIndex> networks_without_year_;
  Course course_;
};

}  // namespace

Course assemble_course(std::span<const Document> documents, std::span<const BodyFacts> facts,
                       const AssembleOptions& options, unsigned jobs) {
  return Assembly(documents, facts, options, jobs).run();
}

const Meeting* Course::find_meeting(NetworkIndex network, std::string_view number) const {
  if (network == no_index) return nullptr;
  for (const MeetingIndex index : networks[network].meetings) {
    if (std::to_string(meetings[index].number) == number) return &meetings[index];
  }
  return nullptr;
}

DocumentIndex Course::find_assignment(NetworkIndex network, char letter) const {
  if (network == no_index) return no_index;
  for (const DocumentIndex index : networks[network].documents) {
    if (pages[index].kind == PageKind::assignment && pages[index].letter == letter) return index;
  }
  return no_index;
}

namespace {

bool is_earlier(const Meeting& a, const Meeting& b) {
  const auto day = [](const Meeting& meeting) {
    const auto& date = meeting.occasion.date;
    return date ? std::chrono::sys_days(date->first) : std::chrono::sys_days::max();
  };
  return day(a) < day(b);
}

}  // namespace

void sort_meetings(std::vector<MeetingIndex>& order, const std::vector<Meeting>& meetings) {
  const auto earlier = [&](MeetingIndex a, MeetingIndex b) { return is_earlier(meetings[a], meetings[b]); };
  const auto loose_begin =
      std::stable_partition(order.begin(), order.end(), [&](MeetingIndex i) { return meetings[i].number > 0; });
  std::stable_sort(order.begin(), loose_begin, [&](MeetingIndex a, MeetingIndex b) {
    const int left = meetings[a].number, right = meetings[b].number;
    return left != right ? left < right : earlier(a, b);
  });
  std::stable_sort(loose_begin, order.end(), earlier);
  std::vector<MeetingIndex> merged;
  auto loose = loose_begin;
  for (auto numbered = order.begin(); numbered != loose_begin; ++numbered) {
    const bool dated = meetings[*numbered].occasion.date.has_value();
    while (loose != order.end() && dated && earlier(*loose, *numbered)) merged.push_back(*loose++);
    merged.push_back(*numbered);
  }
  merged.insert(merged.end(), loose, order.end());
  order = std::move(merged);
}

std::vector<std::vector<std::string>> read_synonyms(const Document& index, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::vector<std::string>> groups;
  const Field* field = index.front_matter.find(Key::synonyms);
  if (field == nullptr) return groups;
  for (const std::string& item : field->items) {
    std::vector<std::string> group;
    for (const std::string_view part : split(item, '=')) {
      if (!trim(part).empty()) group.push_back(to_lower(trim(part)));
    }
    if (group.size() > 1)
      groups.push_back(std::move(group));
    else
      diagnostics.push_back({code::F36(item), {index.path, field->line, field->column, 0}, field->name + ": " + item});
  }
  return groups;
}

}  // namespace traff
