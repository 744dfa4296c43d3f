#pragma once

// What the desk keeps, by number; and the words of a procedure.

#include <boost/describe.hpp>

#include "collega/base/id.h"

namespace collega::hiring {

struct Vacancy;
using VacancyId = Id<Vacancy>;
struct Requirement;
using RequirementId = Id<Requirement>;
struct Candidate;
using CandidateId = Id<Candidate>;
struct Application;
using ApplicationId = Id<Application>;
struct CandidatePaper;
using PaperId = Id<CandidatePaper>;
struct Note;
using NoteId = Id<Note>;
struct Question;
using QuestionId = Id<Question>;

struct TroubledFile;
using TroubleId = Id<TroubledFile>;

/// draft: the requirements are not frozen, so no paper opens. open: they are. shortlisted: names are shown. closed: the
/// procedure is over, and the clocks of retention run.
enum class VacancyState { draft, open, shortlisted, closed };
BOOST_DESCRIBE_ENUM(VacancyState, draft, open, shortlisted, closed)

/// Of the candidates inside a group: shuffled by the vacancy's seed, unless the organisation wants them by score.
enum class Ordering { shuffled, score };
BOOST_DESCRIBE_ENUM(Ordering, shuffled, score)

enum class Stage { received, question, invited, interview, offer, hired, turned_down, withdrawn };
BOOST_DESCRIBE_ENUM(Stage, received, question, invited, interview, offer, hired, turned_down, withdrawn)

enum class Verdict { invite, hold, turn_down };
BOOST_DESCRIBE_ENUM(Verdict, invite, hold, turn_down)

enum class QuestionState { draft, sent, answered, dropped };
BOOST_DESCRIBE_ENUM(QuestionState, draft, sent, answered, dropped)

}  // namespace collega::hiring
