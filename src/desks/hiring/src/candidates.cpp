#include "candidates.h"

#include <cstdio>

#include "collega/base/error.h"
#include "collega/language/tokens.h"
#include "collega/library/stored_text.h"
#include "collega/store/blobs.h"
#include "collega/store/seal.h"
#include "wording.h"

namespace collega::hiring {
namespace {

using operations::Context;

constexpr std::string_view kName = "hiring_candidate.name";
constexpr std::string_view kFileName = "hiring_paper.file_name";
constexpr std::string_view kContentDigest = "hiring_paper.content";
constexpr std::string_view kTextDigest = "hiring_paper.text";

constexpr const char* kColumns =
    "select id, vacancy, candidate, code, place, stage, verdict, arrived_at, ended_on, round, outcome_group, "
    "musts_met, "
    "musts_denied, score, proposal from hiring_application ";
constexpr const char* kPaperColumns =
    "select id, candidate, file_name, media_type, bytes, pages, content, body, added_at from hiring_paper ";

KeptApplication application_in(const store::Rows& rows) {
  KeptApplication application;
  application.id = rows.get<ApplicationId>(0);
  application.vacancy = rows.get<VacancyId>(1);
  application.candidate = rows.get<CandidateId>(2);
  application.code = rows.get<std::string>(3);
  application.place = rows.get<std::int64_t>(4);
  application.stage = rows.get<Stage>(5);
  application.verdict = rows.get<std::optional<Verdict>>(6);
  application.arrived_at = rows.get<Moment>(7);
  application.ended_on = rows.get<std::optional<Date>>(8);
  application.round = rows.get<std::optional<int>>(9);
  application.group = rows.get<std::optional<skills::Group>>(10);
  application.musts_met = rows.get<std::optional<int>>(11).value_or(0);
  application.musts_denied = rows.get<std::optional<int>>(12).value_or(0);
  application.score = rows.get<std::optional<double>>(13).value_or(0);
  application.proposal = rows.get<std::optional<operations::ProposalId>>(14);
  return application;
}

Result<KeptPaper> paper_in(store::ReadTransaction& read, const store::Rows& rows) {
  KeptPaper paper;
  paper.id = rows.get<PaperId>(0);
  paper.candidate = rows.get<CandidateId>(1);
  paper.file_name = TRY(read.seal().open(rows.view(2), {kFileName, paper.id.number}));
  paper.media_type = rows.get<std::string>(3);
  paper.bytes = rows.get<std::int64_t>(4);
  paper.pages = rows.get<std::optional<int>>(5);
  paper.content = rows.get<std::string>(6);
  paper.body = rows.get<std::string>(7);
  paper.added_at = rows.get<Moment>(8);
  return paper;
}

/// SplitMix64 (Steele, Lea, Flood 2014): neighbouring numbers come out far apart, and the same seed puts them the same.
std::int64_t shuffled_place(std::int64_t seed, std::int64_t number) {
  auto bits = static_cast<std::uint64_t>(seed) * 0x9E3779B97F4A7C15U + static_cast<std::uint64_t>(number);
  bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
  bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
  return static_cast<std::int64_t>((bits ^ (bits >> 31U)) >> 1U);
}

std::string code_numbered(int number) {
  char text[16];
  const int size = std::snprintf(text, sizeof text, "K-%03d", number);
  return {text, static_cast<std::size_t>(size)};
}

/// The words of a text, so that a CV is the same in another format.
std::string bare_words(const std::string& text) {
  std::string words;
  for (const auto& token : language::tokenize(text)) {
    if (token.kind != language::TokenKind::punctuation) words.append(token.folded) += ' ';
  }
  return words;
}

std::optional<int> pages_in(const documents::Document& document) {
  if (document.pages.empty() || !document.pages.front().number) return std::nullopt;
  return static_cast<int>(document.pages.size());
}

std::string_view media_type_of(documents::Format format) {
  using documents::Format;
  switch (format) {
    case Format::pdf:
      return "application/pdf";
    case Format::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case Format::odt:
      return "application/vnd.oasis.opendocument.text";
    case Format::rtf:
      return "application/rtf";
    case Format::html:
      return "text/html";
    case Format::markdown:
      return "text/markdown";
    case Format::email:
      return "message/rfc822";
    case Format::image:
      return "image/*";
    case Format::text:
      break;
  }
  return "text/plain";
}

}  // namespace

Result<KeptApplication> kept_application(store::ReadTransaction& read, ApplicationId application) {
  store::Rows rows = TRY(read.query(std::string{kColumns} + "where id = ?", application));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_candidate, to_string(application)};
  return application_in(rows);
}

Result<SeenApplication> seen_application(Context& context, ApplicationId id) {
  SeenApplication seen;
  seen.application = TRY(kept_application(context.work.read(), id));
  seen.vacancy = TRY(kept_vacancy(context.work.read(), seen.application.vacancy));
  const Sight sight = TRY(sight_of(context));
  if (!sight.sees(seen.vacancy)) return Error{ErrorCode::unknown_candidate, to_string(id)};
  context.work.is_about(seen.application.candidate.number);
  context.work.remember("vacancy", Json(to_string(seen.vacancy.id)));
  return seen;
}

Result<SeenApplication> open_application(Context& context, ApplicationId id) {
  SeenApplication seen = TRY(seen_application(context, id));
  if (seen.vacancy.state == VacancyState::closed) return Error{ErrorCode::vacancy_closed, seen.vacancy.title};
  return seen;
}

Result<std::vector<KeptApplication>> applications_for(store::ReadTransaction& read, VacancyId vacancy) {
  store::Rows rows = TRY(read.query(std::string{kColumns} + "where vacancy = ? order by id", vacancy));
  std::vector<KeptApplication> all;
  while (TRY(rows.next())) all.push_back(application_in(rows));
  return all;
}

Result<std::optional<ApplicationId>> application_with(store::ReadTransaction& read, operations::ProposalId proposal) {
  return read.first<ApplicationId>("select application from hiring_proposal where proposal = ?", proposal);
}

Result<std::string> candidate_called(store::ReadTransaction& read, CandidateId candidate) {
  store::Rows rows = TRY(read.query("select name from hiring_candidate where id = ?", candidate));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_candidate, to_string(candidate)};
  return read.seal().open(rows.view(0), {kName, candidate.number});
}

Result<CandidateId> insert_candidate(store::WriteTransaction& write, const std::string& name, Moment now) {
  const auto id = write.new_id<CandidateId>();
  const std::string sealed = write.seal().close(name, {kName, id.number});
  TRY(write.execute("insert into hiring_candidate (id, name, made_at) values (?, ?, ?)", id, store::Blob{sealed}, now));
  return id;
}

namespace {

/// Codes are drawn, not counted: in the order of the files they would tell whose is whose.
Result<std::string> unused_code(store::ReadTransaction& read, const KeptVacancy& vacancy, int number) {
  constexpr int kFewCandidates = 300;  // beyond, three digits would be drawn in vain too often
  const std::int64_t codes = number <= kFewCandidates ? 999 : 99'999;
  for (std::int64_t draw = 1;; ++draw) {
    const auto drawn = static_cast<int>(1 + shuffled_place(vacancy.seed + draw, number) % codes);
    std::string code = code_numbered(drawn);
    const auto taken =
        TRY(read.first<int>("select 1 from hiring_application where vacancy = ? and code = ?", vacancy.id, code));
    if (!taken) return code;
  }
}

}  // namespace

Result<KeptApplication> insert_application(store::WriteTransaction& write, const KeptVacancy& vacancy,
                                           CandidateId candidate, Moment now) {
  const int number =
      TRY(write.first<int>("select last_number from hiring_vacancy where id = ?", vacancy.id)).value() + 1;
  TRY(write.execute("update hiring_vacancy set last_number = ? where id = ?", number, vacancy.id));
  KeptApplication application;
  application.id = write.new_id<ApplicationId>();
  application.vacancy = vacancy.id;
  application.candidate = candidate;
  application.code = TRY(unused_code(write, vacancy, number));
  application.place = shuffled_place(vacancy.seed, number);
  application.arrived_at = now;
  TRY(write.execute(
      "insert into hiring_application (id, vacancy, candidate, code, place, stage, arrived_at) "
      "values (?, ?, ?, ?, ?, ?, ?)",
      application.id, vacancy.id, candidate, application.code, application.place, application.stage, now));
  return application;
}

Moment shown_arrival(Moment arrived, const KeptVacancy& vacancy) {
  return vacancy.names_hidden() ? Moment{std::chrono::floor<std::chrono::days>(arrived)} : arrived;
}

Result<Done> put_stage(store::WriteTransaction& write, ApplicationId application, Stage stage,
                       identity::AccountId account, Moment now) {
  TRY(write.execute("update hiring_application set stage = ? where id = ?", stage, application));
  TRY(write.execute("insert into hiring_step (id, application, stage, account, at) values (?, ?, ?, ?, ?)",
                    write.new_id<Id<Stage>>(), application, stage, account, now));
  return Done{};
}

Result<PaperId> insert_paper(store::WriteTransaction& write, CandidateId candidate, const NewPaper& paper, Moment now) {
  const auto id = write.new_id<PaperId>();
  const std::string name = write.seal().close(paper.file_name, {kFileName, id.number});
  const std::string content = TRY(store::put_blob(write, paper.content));
  const std::string body = TRY(store::put_blob(write, library::to_stored(paper.document)));
  const std::string content_digest = write.seal().digest(kContentDigest, paper.content);
  const std::string text_digest = write.seal().digest(kTextDigest, bare_words(paper.document.text));
  TRY(write.execute(
      "insert into hiring_paper (id, candidate, file_name, media_type, bytes, pages, content, body, content_digest, "
      "text_digest, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      std::vector<store::Argument>{id, candidate, store::Blob{name}, media_type_of(paper.document.format),
                                   paper.content.size(), pages_in(paper.document), content, body, content_digest,
                                   text_digest, now}));
  // What was found of the candidate was without this paper.
  TRY(write.execute("update hiring_application set round = null where candidate = ?", candidate));
  return id;
}

Result<std::vector<KeptPaper>> papers_of(store::ReadTransaction& read, CandidateId candidate) {
  store::Rows rows = TRY(read.query(std::string{kPaperColumns} + "where candidate = ? order by id", candidate));
  std::vector<KeptPaper> papers;
  while (TRY(rows.next())) papers.push_back(TRY(paper_in(read, rows)));
  return papers;
}

Result<std::optional<CandidateId>> candidate_with(store::ReadTransaction& read, const NewPaper& paper) {
  const std::string content = read.seal().digest(kContentDigest, paper.content);
  const auto same_file = TRY(read.first<CandidateId>(
      "select candidate from hiring_paper where content_digest = ? order by id limit 1", content));
  if (same_file) return same_file;
  const std::string text = read.seal().digest(kTextDigest, bare_words(paper.document.text));
  return read.first<CandidateId>("select candidate from hiring_paper where text_digest = ? order by id limit 1", text);
}

Result<documents::Document> text_of(store::ReadTransaction& read, const KeptPaper& paper) {
  return library::from_stored(TRY(store::get_blob(read, paper.body)));
}

Result<std::string> content_of(store::ReadTransaction& read, const KeptPaper& paper) {
  return store::get_blob(read, paper.content);
}

Result<Opened> open_papers(store::ReadTransaction& read, const std::vector<KeptPaper>& papers, const std::string& code,
                           bool names_hidden, Language language) {
  Opened opened;
  for (std::size_t i = 0; i < papers.size(); ++i) {
    opened.documents.push_back(TRY(text_of(read, papers[i])));
    opened.names.push_back(names_hidden ? messages_in(language)("blind.document", code, i + 1) : papers[i].file_name);
  }
  return opened;
}

Result<Done> drop_page_images(store::WriteTransaction& write, PaperId paper) {
  store::Rows rows =
      TRY(write.query("select address from hiring_page_image where paper = ? union all select words from "
                      "hiring_page_image where paper = ?",
                      paper, paper));
  std::vector<std::string> addresses;
  while (TRY(rows.next())) addresses.push_back(rows.get<std::string>(0));
  for (const std::string& address : addresses) TRY(store::drop_blob(write, address));
  TRY(write.execute("delete from hiring_page_image where paper = ?", paper));
  return Done{};
}

Result<bool> has_opened(store::ReadTransaction& read, ApplicationId application, identity::AccountId account) {
  const auto found =
      TRY(read.first<int>("select 1 from hiring_opened where application = ? and account = ?", application, account));
  return found.has_value();
}

}  // namespace collega::hiring
