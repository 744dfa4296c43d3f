-- Days are ISO texts. What says who a candidate is, or what somebody wrote about them, is sealed. unit_id, manager (a person) and
-- account are numbers of the kernel; account 0 is the local operator.

-- Requirements are frozen in rounds: none, the first, and one for each later change. `seed` shuffles the candidates inside a group.
create table hiring_vacancy (
  id INTEGER not null primary key,
  version INTEGER not null,
  title TEXT not null,
  title_key TEXT not null,
  body TEXT not null,
  language TEXT not null,
  unit_id INTEGER,
  manager INTEGER,
  owner INTEGER not null,
  state TEXT not null,
  ordering TEXT not null,
  seed INTEGER not null,
  round INTEGER not null,
  last_number INTEGER not null,
  made_at INTEGER not null,
  shortlist_at INTEGER,
  shortlist_by INTEGER,
  closed_on TEXT
);
create index hiring_vacancy_by_title on hiring_vacancy (title_key, id);

create table hiring_round (
  vacancy INTEGER not null references hiring_vacancy (id) deferrable initially immediate,
  round INTEGER not null,
  account INTEGER not null,
  at INTEGER not null,
  reason TEXT not null,
  primary key (vacancy, round)
);

-- In force from round `first` up to and including `last`; while that is null, still. Round 0 is the draft. The quote is a span of code
-- points of the vacancy's text.
create table hiring_requirement (
  id INTEGER not null primary key,
  vacancy INTEGER not null references hiring_vacancy (id) deferrable initially immediate,
  first_round INTEGER not null,
  last_round INTEGER,
  position INTEGER not null,
  kind TEXT not null,
  type TEXT not null,
  label TEXT not null,
  threshold TEXT not null,
  alternatives TEXT not null,
  quote TEXT,
  quote_start INTEGER,
  quote_end INTEGER
);
create index hiring_requirement_of on hiring_requirement (vacancy, position);

-- Somebody who applied, for one vacancy or more. `person` is set when they work here.
create table hiring_candidate (
  id INTEGER not null primary key,
  name BLOB not null,
  person INTEGER,
  made_at INTEGER not null,
  consent_until TEXT,
  consent_given TEXT,
  consent_how BLOB
);
create index hiring_candidate_by_person on hiring_candidate (person);

-- A file of a candidate. Content and text stand sealed in blob; the digests are keyed.
create table hiring_paper (
  id INTEGER not null primary key,
  candidate INTEGER not null references hiring_candidate (id) deferrable initially immediate,
  file_name BLOB not null,
  media_type TEXT not null,
  bytes INTEGER not null,
  pages INTEGER,
  content TEXT not null,
  body TEXT not null,
  content_digest TEXT not null,
  text_digest TEXT not null,
  added_at INTEGER not null
);
create index hiring_paper_of on hiring_paper (candidate, id);
create index hiring_paper_by_content on hiring_paper (content_digest);
create index hiring_paper_by_text on hiring_paper (text_digest);

-- A candidate's application for a vacancy, with the outcome of the last match: `round` is the one that it was matched in; null: not
-- yet, or no longer since something changed. `place` is where the seed puts them within their group.
create table hiring_application (
  id INTEGER not null primary key,
  vacancy INTEGER not null references hiring_vacancy (id) deferrable initially immediate,
  candidate INTEGER not null references hiring_candidate (id) deferrable initially immediate,
  code TEXT not null,
  place INTEGER not null,
  stage TEXT not null,
  verdict TEXT,
  arrived_at INTEGER not null,
  ended_on TEXT,
  round INTEGER,
  matched_at INTEGER,
  engine TEXT,
  outcome_group TEXT,
  musts_met INTEGER,
  musts_denied INTEGER,
  score REAL,
  notices BLOB,
  proposal INTEGER,
  unique (vacancy, candidate),
  unique (vacancy, code)
);
create index hiring_application_of_candidate on hiring_application (candidate);
create index hiring_application_in_group on hiring_application (vacancy, outcome_group, place, id);

-- Which application a proposal was about, also one that a newer proposal replaced.
create table hiring_proposal (
  proposal INTEGER not null primary key,
  application INTEGER not null references hiring_application (id) deferrable initially immediate
);
create index hiring_proposal_of on hiring_proposal (application);

-- Pictures of pages that were drawn once, with and without bars, and the words that stand on them. They can be drawn again.
create table hiring_page_image (
  paper INTEGER not null references hiring_paper (id) deferrable initially immediate,
  page INTEGER not null,
  width INTEGER not null,
  covered INTEGER not null,
  address TEXT not null,
  words TEXT not null,
  primary key (paper, page, width, covered)
);

-- What the papers show of one requirement. The evidence says where, and quotes nothing: [[paper, quote begin, end, mark begin, end], ...]
-- in bytes of the papers' texts.
create table hiring_outcome (
  application INTEGER not null references hiring_application (id) deferrable initially immediate,
  requirement INTEGER not null references hiring_requirement (id) deferrable initially immediate,
  met TEXT not null,
  ground TEXT not null,
  months REAL not null,
  contribution REAL not null,
  thin INTEGER not null,
  evidence TEXT not null,
  primary key (application, requirement)
);
create index hiring_outcome_of_requirement on hiring_outcome (requirement);

-- Who opened whose papers, first and last.
create table hiring_opened (
  application INTEGER not null references hiring_application (id) deferrable initially immediate,
  account INTEGER not null,
  first_at INTEGER not null,
  last_at INTEGER not null,
  primary key (application, account)
);

create table hiring_note (
  id INTEGER not null primary key,
  application INTEGER not null references hiring_application (id) deferrable initially immediate,
  account INTEGER not null,
  at INTEGER not null,
  body BLOB not null
);
create index hiring_note_of on hiring_note (application, id);

-- What somebody thinks before the decision: the hiring manager gives theirs before they see another's.
create table hiring_view (
  application INTEGER not null references hiring_application (id) deferrable initially immediate,
  account INTEGER not null,
  as_role TEXT not null,
  verdict TEXT not null,
  at INTEGER not null,
  reason BLOB not null,
  primary key (application, account)
);

-- Decisions, in the order they were taken. One that invites or turns down is the decision on a proposal.
create table hiring_decision (
  id INTEGER not null primary key,
  application INTEGER not null references hiring_application (id) deferrable initially immediate,
  account INTEGER not null,
  verdict TEXT not null,
  at INTEGER not null,
  reason BLOB not null,
  proposal INTEGER
);
create index hiring_decision_of on hiring_decision (application, id);

-- What a candidate is asked: a draft until a person sends it.
create table hiring_question (
  id INTEGER not null primary key,
  application INTEGER not null references hiring_application (id) deferrable initially immediate,
  requirement INTEGER not null references hiring_requirement (id) deferrable initially immediate,
  state TEXT not null,
  account INTEGER not null,
  at INTEGER not null,
  sent_at INTEGER,
  answered_at INTEGER,
  body BLOB not null,
  answer BLOB
);
create index hiring_question_of on hiring_question (application, id);

create table hiring_step (
  id INTEGER not null primary key,
  application INTEGER not null references hiring_application (id) deferrable initially immediate,
  stage TEXT not null,
  account INTEGER not null,
  at INTEGER not null
);
create index hiring_step_of on hiring_step (application, id);

-- The link by which a candidate comes in; the digest is keyed, the token is nowhere.
create table hiring_link (
  digest TEXT not null primary key,
  application INTEGER not null references hiring_application (id) deferrable initially immediate,
  made_at INTEGER not null,
  until TEXT not null,
  erasure_asked_at INTEGER
);
create index hiring_link_of on hiring_link (application);
