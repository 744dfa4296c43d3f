-- What waits for a decision, or was decided. The content is sealed: it says what was found of whom.
create table proposal (
  id INTEGER not null primary key,
  operation TEXT not null,
  made_by TEXT not null,
  made_at INTEGER not null,
  expires_at INTEGER not null,
  status TEXT not null,
  content BLOB not null
);
create index proposal_by_status on proposal (status, id);

create table proposal_about (
  person INTEGER not null,
  proposal INTEGER not null references proposal (id) on delete cascade deferrable initially immediate,
  primary key (person, proposal)
);
create index proposal_about_proposal on proposal_about (proposal);

-- One a proposal: the key is what makes the second of two deciders the second.
create table decision (
  proposal INTEGER not null primary key references proposal (id) on delete cascade deferrable initially immediate,
  account INTEGER not null,
  actor TEXT not null,
  outcome TEXT not null,
  decided_at INTEGER not null,
  reason BLOB not null,
  amended BLOB
);
create index decision_by_account on decision (account, decided_at);

create table job (
  id INTEGER not null primary key,
  account INTEGER not null,
  operation TEXT not null,
  language TEXT not null,
  state TEXT not null,
  attempts INTEGER not null,
  made_at INTEGER not null,
  ended_at INTEGER,
  input BLOB not null,
  answer BLOB,
  error TEXT,
  error_where BLOB
);
create index job_by_state on job (state, id);
create index job_by_account on job (account, id);

create table spooled_file (
  id INTEGER not null primary key,
  account INTEGER not null,
  name BLOB not null,
  whole INTEGER not null,
  made_at INTEGER not null
);

-- Answers that are given again to who asks the same again. The digest is of account, operation and key.
create table repeatable (
  digest TEXT not null primary key,
  id INTEGER not null,
  input_digest TEXT not null,
  made_at INTEGER not null,
  answer BLOB not null
);

create table schedule_run (
  name TEXT not null primary key,
  begun_at INTEGER not null,
  ended_at INTEGER,
  error TEXT
);
