-- The organisation's own names over the taxonomy, each as JSON (src/own_types.h). Nothing of people; account is who changed it, 0 the
-- local operator.
create table skills_own (
  id INTEGER not null primary key,
  content TEXT not null
);

-- What an entry was and what it became; null where it was not there. Changes of one import have its run; one that takes another back says which.
create table skills_change (
  id INTEGER not null primary key,
  entry INTEGER not null,
  at INTEGER not null,
  account INTEGER not null,
  before_content TEXT,
  after_content TEXT,
  run INTEGER,
  undoes INTEGER references skills_change (id) deferrable initially immediate
);
create index skills_change_undoes on skills_change (undoes);
create index skills_change_of_run on skills_change (run);

-- What a person can do, one row a concept (its name on the wire), found in a paper or confirmed or struck by the person themself; what is
-- struck stays, so that it is not found again. `months` of experience and `last_used` are the person's own words.
create table skills_held (
  id INTEGER not null primary key,
  person INTEGER not null,
  concept TEXT not null,
  label TEXT not null,
  state TEXT not null,
  level TEXT,
  last_used TEXT,
  months INTEGER,
  changed_at INTEGER not null,
  unique (person, concept)
);

-- Where it was found: a sentence, sealed, of a paper, whose name is sealed too. `document` is of the library, where it is one of its papers.
create table skills_source (
  id INTEGER not null primary key,
  held INTEGER not null references skills_held (id) deferrable initially immediate,
  paper BLOB not null,
  document INTEGER,
  quote BLOB not null,
  mark_start INTEGER not null,
  mark_end INTEGER not null,
  stance TEXT not null,
  found_at INTEGER not null
);
create index skills_source_of on skills_source (held, id);

create table skills_step (
  id INTEGER not null primary key,
  held INTEGER not null references skills_held (id) deferrable initially immediate,
  at INTEGER not null,
  account INTEGER not null,
  action TEXT not null,
  level TEXT
);
create index skills_step_of on skills_step (held, id);
