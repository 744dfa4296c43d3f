#pragma once

// What the office's own operations take and give (own_operations.cpp).

#include "collega/operations/proposals.h"

namespace collega::operations {

/// For the asker to decide, or everything they may see.
enum class Tray { mine, all };
BOOST_DESCRIBE_ENUM(Tray, mine, all)

struct ListProposals {
  Status status = Status::open;
  Tray tray = Tray::mine;
  std::optional<ProposalId> before;
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(ListProposals, (), (status, tray, before, limit))

struct WaitingRequest {};
BOOST_DESCRIBE_STRUCT(WaitingRequest, (), ())

struct WaitingAnswer {
  std::int64_t mine = 0;
  bool more = false;
  std::optional<Moment> newest;
};
BOOST_DESCRIBE_STRUCT(WaitingAnswer, (), (mine, more, newest))

struct NewsRequest {
  Moment since{};
};
BOOST_DESCRIBE_STRUCT(NewsRequest, (), (since))

struct NewsAnswer {
  std::int64_t accepted = 0;
  std::int64_t amended = 0;
  std::int64_t declined = 0;
  bool more = false;
};
BOOST_DESCRIBE_STRUCT(NewsAnswer, (), (accepted, amended, declined, more))

struct ShownDecision {
  Outcome outcome = Outcome::accepted;
  std::string by;
  bool mine = false;
  Moment at{};
  std::string reason;
  std::optional<Json> amended;
};
BOOST_DESCRIBE_STRUCT(ShownDecision, (), (outcome, by, mine, at, reason, amended))

struct ShownProposal {
  ProposalId id;
  std::string title;
  Moment made_at{};
  Moment expires_at{};
  bool mine_to_decide = false;
  std::vector<people::PersonId> about;
  bool own_view_first = false;
  Proposal proposal;
  std::optional<ShownDecision> decision;
};
BOOST_DESCRIBE_STRUCT(ShownProposal, (),
                      (id, title, made_at, expires_at, mine_to_decide, about, own_view_first, proposal, decision))

struct ProposalPage {
  std::vector<ShownProposal> proposals;
  std::optional<ProposalId> next;
};
BOOST_DESCRIBE_STRUCT(ProposalPage, (), (proposals, next))

struct ShowProposal {
  ProposalId proposal;
};
BOOST_DESCRIBE_STRUCT(ShowProposal, (), (proposal))

struct DecideProposal {
  ProposalId proposal;
  Outcome outcome = Outcome::accepted;
  std::string reason;
  std::optional<Json> amended;
};
BOOST_DESCRIBE_STRUCT(DecideProposal, (), (proposal, outcome, reason, amended))

struct FollowingRequest {
  std::string operation;
};
BOOST_DESCRIBE_STRUCT(FollowingRequest, (), (operation))

struct Agreement {
  std::int64_t agreed = 0;
  std::int64_t disagreed = 0;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (agreed, disagreed))

struct FollowingFigures {
  std::int64_t accepted = 0;
  std::int64_t amended = 0;
  std::int64_t declined = 0;
  std::int64_t median_minutes = 0;
  Agreement in_sight;
  std::optional<Agreement> blind;
};
BOOST_DESCRIBE_STRUCT(FollowingFigures, (), (accepted, amended, declined, median_minutes, in_sight, blind))

struct FollowingAnswer {
  std::optional<FollowingFigures> own;
  std::optional<FollowingFigures> together;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(FollowingAnswer, (), (own, together, note))

struct TidyRequest {};
BOOST_DESCRIBE_STRUCT(TidyRequest, (), ())

struct TidyAnswer {
  std::int64_t expired_proposals = 0;
  std::int64_t jobs = 0;
  std::int64_t answers = 0;
  std::int64_t files = 0;
};
BOOST_DESCRIBE_STRUCT(TidyAnswer, (), (expired_proposals, jobs, answers, files))

}  // namespace collega::operations

namespace collega {

template <>
struct FieldTable<operations::ListProposals> {
  static constexpr Field rows[] = {
      {.name = "status", .meaning = {"waar het voorstel staat", "where the proposal stands"}, .has_default = true},
      {.name = "tray",
       .meaning = {"mine: waar u over besluit; all: alles wat u mag zien",
                   "mine: what you decide on; all: all you may see"},
       .has_default = true},
      {.name = "before", .meaning = {"next van de vorige bladzijde", "next of the page before"}},
      {.name = "limit",
       .meaning = {"hoeveel er hoogstens op een bladzijde staan", "most on a page"},
       .min = 1,
       .max = 200,
       .has_default = true},
  };
};
template <>
struct FieldTable<operations::WaitingRequest> {
  static constexpr std::array<Field, 0> rows{};
};
template <>
struct FieldTable<operations::WaitingAnswer> {
  static constexpr Field rows[] = {
      {.name = "mine", .meaning = {"hoeveel voorstellen op u wachten", "how many proposals wait for you"}},
      {.name = "more", .meaning = {"het zijn er meer dan hier geteld", "there are more than were counted"}},
      {.name = "newest", .meaning = {"wanneer het nieuwste is gemaakt", "when the newest was made"}},
  };
};
template <>
struct FieldTable<operations::NewsRequest> {
  static constexpr Field rows[] = {
      {.name = "since", .meaning = {"vanaf wanneer", "from when"}},
  };
};
template <>
struct FieldTable<operations::NewsAnswer> {
  static constexpr Field rows[] = {
      {.name = "accepted", .meaning = {"hoeveel anderen overnamen", "how many others accepted"}},
      {.name = "amended", .meaning = {"hoeveel anderen aanpasten", "how many others changed"}},
      {.name = "declined", .meaning = {"hoeveel anderen afwezen", "how many others declined"}},
      {.name = "more", .meaning = {"het zijn er meer dan hier geteld", "there are more than were counted"}},
  };
};
template <>
struct FieldTable<operations::ShownDecision> {
  static constexpr Field rows[] = {
      {.name = "outcome", .meaning = {"besluit", "decision"}},
      {.name = "by", .meaning = {"wie besloot", "who decided"}, .personal = Personal::ordinary},
      {.name = "mine", .meaning = {"of u dat was", "whether it was you"}},
      {.name = "at", .meaning = {"wanneer", "when"}},
      {.name = "reason",
       .meaning = {"waarom, in eigen woorden", "why, in their own words"},
       .personal = Personal::ordinary},
      {.name = "amended", .meaning = {"wat ervan gemaakt is", "what was made of it"}, .personal = Personal::ordinary},
  };
};
template <>
struct FieldTable<operations::ShownProposal> {
  static constexpr Field rows[] = {
      {.name = "id", .meaning = {"nummer van het voorstel", "number of the proposal"}},
      {.name = "title", .meaning = {"wat er voorgesteld wordt", "what is proposed"}},
      {.name = "made_at", .meaning = {"wanneer het gemaakt is", "when it was made"}},
      {.name = "expires_at", .meaning = {"tot wanneer er besloten kan worden", "until when it can be decided"}},
      {.name = "mine_to_decide", .meaning = {"of u erover besluit", "whether you decide on it"}},
      {.name = "about", .meaning = {"over wie", "about whom"}, .personal = Personal::ordinary},
      {.name = "own_view_first",
       .meaning = {"van de blinde steekproef: de bevindingen volgen na uw eigen oordeel",
                   "of the blind sample: the findings follow after your own view"}},
      {.name = "proposal", .meaning = {"het voorstel", "the proposal"}, .personal = Personal::ordinary},
      {.name = "decision", .meaning = {"het besluit", "the decision"}},
  };
};
template <>
struct FieldTable<operations::ProposalPage> {
  static constexpr Field rows[] = {
      {.name = "proposals", .meaning = {"voorstellen, nieuwste eerst", "proposals, newest first"}},
      {.name = "next", .meaning = {"waar de volgende bladzijde begint", "where the next page begins"}},
  };
};
template <>
struct FieldTable<operations::ShowProposal> {
  static constexpr Field rows[] = {
      {.name = "proposal", .meaning = {"nummer van het voorstel", "number of the proposal"}}};
};
template <>
struct FieldTable<operations::DecideProposal> {
  static constexpr Field rows[] = {
      {.name = "proposal", .meaning = {"nummer van het voorstel", "number of the proposal"}},
      {.name = "outcome", .meaning = {"besluit", "decision"}},
      {.name = "reason",
       .meaning = {"waarom, in uw eigen woorden", "why, in your own words"},
       .personal = Personal::ordinary},
      {.name = "amended",
       .meaning = {"wat u ervan maakt; alleen bij amended", "what you make of it; with amended only"},
       .personal = Personal::ordinary},
  };
};
template <>
struct FieldTable<operations::FollowingRequest> {
  static constexpr Field rows[] = {
      {.name = "operation", .meaning = {"bewerking die voorstelt", "operation that proposes"}}};
};
template <>
struct FieldTable<operations::Agreement> {
  static constexpr Field rows[] = {
      {.name = "agreed", .meaning = {"zoals het voorstel aangaf", "as the proposal pointed"}},
      {.name = "disagreed", .meaning = {"anders dan het voorstel aangaf", "otherwise than the proposal pointed"}},
  };
};
template <>
struct FieldTable<operations::FollowingFigures> {
  static constexpr Field rows[] = {
      {.name = "accepted", .meaning = {"zo overgenomen", "followed as they were"}},
      {.name = "amended", .meaning = {"met wijzigingen", "with changes"}},
      {.name = "declined", .meaning = {"niet gevolgd", "not followed"}},
      {.name = "median_minutes",
       .meaning = {"middelste tijd van voorstel tot besluit", "median time from proposal to decision"},
       .unit = "minutes"},
      {.name = "in_sight", .meaning = {"besluiten met het voorstel in zicht", "decisions with the proposal in sight"}},
      {.name = "blind",
       .meaning = {"oordelen uit de blinde steekproef, gegeven voor het voorstel te zien was; samen alleen van vijf of "
                   "meer mensen",
                   "views of the blind sample, given before the proposal was seen; together only of five or more "
                   "people"}},
  };
};
template <>
struct FieldTable<operations::TidyRequest> {
  static constexpr std::array<Field, 0> rows{};
};
template <>
struct FieldTable<operations::TidyAnswer> {
  static constexpr Field rows[] = {
      {.name = "expired_proposals", .meaning = {"voorstellen waarvan de tijd om is", "proposals whose time is over"}},
      {.name = "jobs", .meaning = {"taken waarvan de uitkomst is weggegooid", "jobs whose outcome was thrown away"}},
      {.name = "answers", .meaning = {"antwoorden die niet meer worden herhaald", "answers that are repeated no more"}},
      {.name = "files", .meaning = {"bestanden die niemand ophaalde", "files that nobody fetched"}},
  };
};
template <>
struct FieldTable<operations::FollowingAnswer> {
  static constexpr Field rows[] = {
      {.name = "own", .meaning = {"uw eigen cijfers", "your own figures"}},
      {.name = "together", .meaning = {"van vijf of meer mensen samen", "of five or more people together"}},
      {.name = "note", .meaning = {"toelichting", "note"}},
  };
};

}  // namespace collega
