#pragma once

// What the operations on papers that come in take and give.

#include <optional>
#include <string>
#include <vector>

#include "candidate_types.h"

namespace collega::hiring {

struct AddCandidatesRequest {
  VacancyId vacancy;
  std::vector<std::string> files;
};
BOOST_DESCRIBE_STRUCT(AddCandidatesRequest, (), (vacancy, files))

/// read: of a new candidate. added: of one that another file of this drop, or an earlier one, made known.
enum class FileOutcome { read, added, duplicate, unreadable };
BOOST_DESCRIBE_ENUM(FileOutcome, read, added, duplicate, unreadable)

/// While names are hidden `file` is left out, because it is called after the candidate; but not of a file that cannot
/// be read: it is nobody's yet, and whoever dropped it has to know which one to hand over again.
struct AddedFile {
  std::int64_t number = 0;
  std::optional<std::string> file;
  FileOutcome outcome = FileOutcome::read;
  std::optional<std::string> code;
  std::optional<ApplicationId> application;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AddedFile, (), (number, file, outcome, code, application, reason))

struct AddCandidatesAnswer {
  std::vector<AddedFile> files;
  std::int64_t candidates = 0;
  std::int64_t duplicates = 0;
  std::int64_t unreadable = 0;
  std::optional<std::string> not_matched;
};
BOOST_DESCRIBE_STRUCT(AddCandidatesAnswer, (), (files, candidates, duplicates, unreadable, not_matched))

/// A file that made nobody known: it waits until somebody puts it aside, or hands it over again.
struct TroubledFile {
  TroubleId trouble;
  FileOutcome outcome = FileOutcome::unreadable;
  std::optional<std::string> file;
  std::string by;
  bool mine = false;
  Moment at{};
  std::optional<std::string> reason;
  std::optional<std::string> code;
  std::optional<ApplicationId> application;
};
BOOST_DESCRIBE_STRUCT(TroubledFile, (), (trouble, outcome, file, by, mine, at, reason, code, application))

struct TroubledFiles {
  std::vector<TroubledFile> files;
};
BOOST_DESCRIBE_STRUCT(TroubledFiles, (), (files))

struct PutAsideRequest {
  VacancyId vacancy;
  std::vector<TroubleId> files;
};
BOOST_DESCRIBE_STRUCT(PutAsideRequest, (), (vacancy, files))

}  // namespace collega::hiring

namespace collega {

template <>
struct FieldTable<hiring::AddCandidatesRequest> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      {.name = "files",
       .meaning = {"bestanden met papieren van kandidaten", "files with candidates' papers"},
       .personal = Personal::ordinary,
       .paper = Paper::given},
  };
};

template <>
struct FieldTable<hiring::AddedFile> {
  static constexpr Field rows[] = {
      {.name = "number",
       .meaning = {"het hoeveelste van de bestanden die werden gegeven", "its place among the files that were given"},
       .min = 1},
      {.name = "file",
       .meaning = {"het bestand; met namen verborgen alleen van wat niet te lezen is",
                   "the file; with names hidden only of what cannot be read"},
       .personal = Personal::ordinary},
      {.name = "outcome",
       .meaning = {"gelezen, erbij gevoegd, dubbel of onleesbaar", "read, added, duplicate or unreadable"}},
      hiring::field::kCode,
      hiring::field::kApplication,
      {.name = "reason", .meaning = {"waarom het niet gelezen is", "why it was not read"}},
  };
};

template <>
struct FieldTable<hiring::AddCandidatesAnswer> {
  static constexpr Field rows[] = {
      {.name = "files", .meaning = {"elk bestand met zijn uitkomst", "each file with its outcome"}},
      {.name = "candidates", .meaning = {"nieuwe kandidaten", "new candidates"}, .min = 0},
      {.name = "duplicates", .meaning = {"bestanden die er al waren", "files that were there already"}, .min = 0},
      {.name = "unreadable", .meaning = {"bestanden die niet te lezen zijn", "files that cannot be read"}, .min = 0},
      hiring::field::kNotMatched,
  };
};

template <>
struct FieldTable<hiring::TroubledFile> {
  static constexpr Field rows[] = {
      {.name = "trouble", .meaning = {"nummer", "number"}},
      {.name = "outcome", .meaning = {"onleesbaar of dubbel", "unreadable or duplicate"}},
      {.name = "file",
       .meaning = {"het bestand; met namen verborgen alleen aan wie het gaf, en alleen van wat niet te lezen is",
                   "the file; with names hidden only to who gave it, and only of what cannot be read"},
       .personal = Personal::ordinary},
      hiring::field::kBy,
      hiring::field::kMine,
      hiring::field::kAt,
      {.name = "reason", .meaning = {"waarom het niet gelezen is", "why it was not read"}},
      hiring::field::kCode,
      hiring::field::kApplication,
  };
};

template <>
struct FieldTable<hiring::TroubledFiles> {
  static constexpr Field rows[] = {
      {.name = "files",
       .meaning = {"wat niet gelezen werd of er al was, het nieuwste eerst",
                   "what was not read or was there already, newest first"}},
  };
};

template <>
struct FieldTable<hiring::PutAsideRequest> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      {.name = "files", .meaning = {"nummers; geen: allemaal", "numbers; none: all of them"}, .has_default = true},
  };
};

}  // namespace collega
