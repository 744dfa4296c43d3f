// A candidate's papers as they look. A page is drawn in the sandbox and never within a transaction; while names are
// hidden, the same words are covered in the picture as in the text, and nothing is left that was not read as a word.

#include <algorithm>
#include <fstream>

#include "candidates.h"
#include "collega/base/error.h"
#include "collega/library/documents.h"
#include "collega/store/blobs.h"
#include "laid_beside.h"
#include "page_types.h"
#include "page_words.h"
#include "rows.h"

namespace collega::hiring {
namespace {

using namespace operations;
using documents::PageArea;
using documents::PageWord;
using documents::ReadablePage;

Result<Done> write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file{path, std::ios::binary};
  if (!(file << bytes).flush()) return Error{ErrorCode::file_unwritable, path};
  return Done{};
}

/// Images are few: those of the library's widths.
int width_to_draw(int asked) {
  for (const int width : library::kImageWidths) {
    if (width >= asked) return width;
  }
  return *std::prev(std::end(library::kImageWidths));
}

std::string words_text(const std::vector<PageWord>& words) {
  JsonArray all;
  for (const PageWord& word : words)
    all.push_back(JsonArray{word.text, word.area.left, word.area.top, word.area.right, word.area.bottom});
  return to_text(all);
}

Result<std::vector<PageWord>> words_in(const std::string& stored) {
  const Json json = TRY(parse_json(stored));
  std::vector<PageWord> words;
  for (const Json& one : json.as_array()) {
    const JsonArray& parts = one.as_array();
    const auto side = [&](std::size_t i) { return parts.at(i).to_number<double>(); };
    words.push_back({std::string{parts.at(0).as_string()}, {side(1), side(2), side(3), side(4)}});
  }
  return words;
}

/// What is looked up before a page is drawn.
struct Wanted {
  KeptPaper paper;
  int page = 1;
  int width = 0;
  bool covered = false;
  std::string content = {};
  std::optional<ReadablePage> drawn_before = {};
  std::optional<Blinder> blinder = {};
};

Result<KeptPaper> paper_of(store::ReadTransaction& read, CandidateId candidate, PaperId id) {
  const std::vector<KeptPaper> papers = TRY(papers_of(read, candidate));
  const auto paper = std::ranges::find(papers, id, &KeptPaper::id);
  if (paper == papers.end()) return Error{ErrorCode::unknown_paper, to_string(id)};
  return *paper;
}

Result<std::optional<ReadablePage>> drawn_before(store::ReadTransaction& read, const Wanted& wanted) {
  store::Rows rows = TRY(read.query(
      "select address, words from hiring_page_image where paper = ? and page = ? and width = ? and covered = ?",
      wanted.paper.id, wanted.page, wanted.width, wanted.covered));
  if (!TRY(rows.next())) return std::optional<ReadablePage>{};
  const auto address = rows.get<std::string>(0);
  const auto words = rows.get<std::string>(1);
  return std::optional{
      ReadablePage{TRY(store::get_blob(read, address)), TRY(words_in(TRY(store::get_blob(read, words))))}};
}

Result<Wanted> look_up(const PageRequest& asked, Context& context) {
  context.work = Work{TRY(context.records->store.read())};
  const SeenApplication seen = TRY(seen_application(context, asked.application));
  if (seen.vacancy.round == 0) return Error{ErrorCode::requirements_not_frozen, seen.vacancy.title};
  store::ReadTransaction& read = context.work.read();
  Wanted wanted{.paper = TRY(paper_of(read, seen.application.candidate, asked.paper)),
                .page = asked.page,
                .width = width_to_draw(asked.width),
                .covered = seen.vacancy.names_hidden()};
  wanted.drawn_before = TRY(drawn_before(read, wanted));
  if (!wanted.drawn_before) {
    wanted.content = TRY(content_of(read, wanted.paper));
    const std::vector<KeptPaper> papers = TRY(papers_of(read, seen.application.candidate));
    if (wanted.covered) wanted.blinder = blinder_of(TRY(open_papers(read, papers, "", true, context.language)), papers);
  }
  context.work = Work{};
  context.work.is_about(seen.application.candidate.number);
  context.work.remember("vacancy", Json(to_string(seen.vacancy.id)));
  return wanted;
}

Result<ReadablePage> covered(ReadablePage page, const Blinder& blinder, documents::Reader& reader) {
  const std::vector<bool> hidden = hidden_words(page.words, blinder);
  ReadablePage left;
  std::vector<PageArea> shown;
  std::vector<PageArea> bars;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    (hidden[i] ? bars : shown).push_back(page.words[i].area);
    if (!hidden[i]) left.words.push_back(std::move(page.words[i]));
  }
  left.png = TRY(reader.cover(page.png, shown, bars));
  return left;
}

Result<ReadablePage> draw(const Wanted& wanted, documents::Reader& reader) {
  ReadablePage page = TRY(reader.readable_page(wanted.content, wanted.paper.file_name, wanted.page, wanted.width));
  if (!wanted.covered) return page;
  return covered(std::move(page), *wanted.blinder, reader);
}

Result<Done> keep(Context& context, const Wanted& wanted, const ReadablePage& page) {
  store::WriteTransaction write = TRY(context.records->store.write());
  const auto there = TRY(write.first<int>("select 1 from hiring_paper where id = ?", wanted.paper.id));
  if (!there || TRY(drawn_before(write, wanted))) return Done{};  // erased, or drawn by another, meanwhile
  const std::string address = TRY(store::put_blob(write, page.png));
  const std::string words = TRY(store::put_blob(write, words_text(page.words)));
  TRY(write.execute(
      "insert into hiring_page_image (paper, page, width, covered, address, words) values (?, ?, ?, ?, ?, ?)",
      wanted.paper.id, wanted.page, wanted.width, wanted.covered, address, words));
  return write.commit();
}

Result<PageAnswer> page(const PageRequest& asked, Context& context, const Tools& tools) {
  const Wanted wanted = TRY(look_up(asked, context));
  ReadablePage shown;
  if (wanted.drawn_before) {
    shown = *wanted.drawn_before;
  } else {
    Result<ReadablePage> drawn = draw(wanted, tools.reader());
    if (!drawn)
      return Error{drawn.error().code, std::to_string(asked.page), drawn.error().detail};  // not the file's name
    shown = std::move(drawn).value();
    TRY(keep(context, wanted, shown));
  }
  TRY(write_file(asked.image, shown.png));
  PageAnswer answer{asked.image, wanted.covered, {}};
  const std::vector<bool> marked = words_of_quote(shown.words, asked.quote);
  for (std::size_t i = 0; i < shown.words.size(); ++i) {
    const PageArea& area = shown.words[i].area;
    answer.words.push_back(
        {shown.words[i].text, area.left, area.top, area.right - area.left, area.bottom - area.top, marked[i]});
  }
  return answer;
}

Result<PaperAnswer> paper(const PaperRequest& asked, Context& context) {
  const SeenApplication seen = TRY(seen_application(context, asked.application));
  if (seen.vacancy.names_hidden()) return Error{ErrorCode::names_hidden, seen.application.code};
  store::ReadTransaction& read = context.work.read();
  const KeptPaper kept = TRY(paper_of(read, seen.application.candidate, asked.paper));
  TRY(write_file(asked.file, TRY(content_of(read, kept))));
  return PaperAnswer{asked.file, kept.file_name, kept.media_type};
}

}  // namespace

void add_page_rows(std::vector<Operation>& rows, const Tools& tools) {
  const std::vector<Data> reads = {Data::candidate_papers, Data::accounts};
  rows.push_back({
      .name = "hiring.page",
      .title = {"Een bladzijde van een papier", "A page of a paper"},
      .purpose =
          {"Toont een bladzijde als afbeelding met haar woorden; met namen verborgen blijven alleen woorden over.",
           "Shows a page as a picture with its words; with names hidden only words are left."},
      .reads = reads,
      .may = {Role::recruiter, Role::manager, Role::data_protection_officer},
      .stored = Stored::whole,
      .handler = handler(page, tools),
  });
  rows.push_back({
      .name = "hiring.paper",
      .title = {"Een papier zoals het binnenkwam", "A paper as it came in"},
      .purpose = {"Geeft het bestand zelf, als namen worden getoond.", "Gives the file itself, where names are shown."},
      .reads = reads,
      .may = kRecruiters,
      .stored = Stored::reads,
      .handler = handler<PaperRequest, PaperAnswer>(paper),
  });
}

}  // namespace collega::hiring
