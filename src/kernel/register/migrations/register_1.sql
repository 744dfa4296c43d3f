-- What the organisation adds to the uses of the table of operations; `operation` is the name of one. Days are ISO texts.
-- Accounts and documents are numbers of kernel/identity and kernel/library, and nothing where there is nobody's.

create table register_version (
  id INTEGER not null primary key,
  version INTEGER not null
);

-- `risk` is the class under which the use was switched; without a state it stands as shipped.
create table register_entry (
  operation TEXT not null primary key,
  state TEXT,
  risk TEXT,
  review TEXT
);

-- Rows are only added; the newest of a kind is the current one.
create table register_condition (
  id INTEGER not null primary key,
  operation TEXT not null,
  kind TEXT not null,
  is_current INTEGER not null,
  day TEXT not null,
  ends TEXT,
  account INTEGER,
  document INTEGER,
  reference TEXT not null,
  taken_back INTEGER not null,
  reason TEXT not null,
  recorded_by INTEGER,
  recorded_at INTEGER not null
);
create unique index register_condition_current on register_condition (operation, kind) where is_current = 1;
create index register_condition_by_operation on register_condition (operation, id);

create table register_switch (
  id INTEGER not null primary key,
  operation TEXT not null,
  from_state TEXT not null,
  to_state TEXT not null,
  risk TEXT not null,
  status TEXT not null,
  asked_by INTEGER,
  asked_at INTEGER not null,
  asked_reason TEXT not null,
  ends_at INTEGER,
  decided_by INTEGER,
  decided_at INTEGER,
  decided_reason TEXT not null
);
create unique index register_switch_waiting on register_switch (operation) where status = 'waiting';
create index register_switch_by_operation on register_switch (operation, id);

create table register_advice (
  id INTEGER not null primary key,
  operation TEXT not null,
  day TEXT not null,
  advice TEXT not null,
  given_by INTEGER,
  given_at INTEGER not null
);
create index register_advice_by_operation on register_advice (operation, id);

-- Rows are only added; the newest is the current one.
create table register_organisation (
  id INTEGER not null primary key,
  is_current INTEGER not null,
  name TEXT not null,
  contact TEXT not null,
  is_public INTEGER not null,
  reason TEXT not null,
  recorded_by INTEGER,
  recorded_at INTEGER not null
);
create unique index register_organisation_current on register_organisation (is_current) where is_current = 1;
