-- Days are ISO texts; `ends` is the first day that no longer counts, 9999-12-31 while no end is known.

create table person (
  id INTEGER not null primary key,
  personnel_number TEXT not null unique,
  given_name TEXT not null,
  initials TEXT not null,
  infix TEXT not null,
  surname TEXT not null,
  sort_name TEXT not null,
  words TEXT not null,
  birth_date TEXT,
  sex TEXT,
  email TEXT not null,
  phone TEXT not null,
  street TEXT not null,
  house_number TEXT not null,
  postcode TEXT not null,
  city TEXT not null,
  country TEXT not null,
  bsn BLOB,
  bsn_digest TEXT,
  iban BLOB,
  left_on TEXT
);
create index person_by_name on person (sort_name, id);
create index person_by_bsn on person (bsn_digest);

-- The words of person.words one by one, to find them by their begin.
create table person_word (
  word TEXT not null,
  person_id INTEGER not null
);
create index person_word_by_word on person_word (word, person_id);

create table unit (
  id INTEGER not null primary key,
  code TEXT not null unique
);

create table unit_history (
  unit_id INTEGER not null references unit (id),
  begins TEXT not null,
  ends TEXT not null,
  name TEXT not null,
  parent_id INTEGER references unit (id),
  primary key (unit_id, begins)
);
create index unit_history_by_parent on unit_history (parent_id, begins, ends, unit_id);

create table position (
  id INTEGER not null primary key,
  code TEXT not null unique,
  title TEXT not null,
  unit_id INTEGER not null references unit (id),
  begins TEXT not null,
  ends TEXT not null,
  scale TEXT not null
);
create index position_by_unit on position (unit_id);

create table contract (
  id INTEGER not null primary key,
  person_id INTEGER not null references person (id),
  employment_number TEXT not null,
  kind TEXT not null,
  begins TEXT not null,
  ends TEXT not null,
  unique (person_id, employment_number, begins)
);

-- person_id and sort_name stand here a second time, so that one index answers who works in a unit, and another who works
-- at all, by name.
create table contract_terms (
  contract_id INTEGER not null references contract (id),
  begins TEXT not null,
  ends TEXT not null,
  person_id INTEGER not null references person (id),
  sort_name TEXT not null,
  unit_id INTEGER not null references unit (id),
  position_id INTEGER references position (id),
  minutes_per_week INTEGER not null,
  full_time_minutes INTEGER not null,
  function TEXT not null,
  scale TEXT not null,
  step TEXT not null,
  wage INTEGER,
  wage_per TEXT not null,
  primary key (contract_id, begins)
);
create index contract_terms_by_unit on contract_terms (unit_id, begins, ends, sort_name, person_id);
create index contract_terms_by_name on contract_terms (sort_name, person_id, begins, ends, unit_id);
create index contract_terms_by_person on contract_terms (person_id, begins);

create table person_role (
  id INTEGER not null primary key,
  person_id INTEGER not null references person (id),
  role TEXT not null,
  unit_id INTEGER references unit (id),
  of_person_id INTEGER references person (id),
  begins TEXT not null,
  ends TEXT not null
);
create index person_role_by_person on person_role (person_id);
create index person_role_by_unit on person_role (unit_id);
create index person_role_by_of_person on person_role (of_person_id);

-- Where the organisation keeps longer or shorter than data/retention.tsv says.
create table retention_rule (
  clock TEXT not null primary key,
  amount INTEGER not null,
  length TEXT not null,
  reason TEXT not null
);
