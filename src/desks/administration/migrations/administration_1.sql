-- Imports: what was confirmed, what was done, and how it was before.

create table import_mapping (
  name TEXT not null primary key,
  header_digest TEXT not null unique,
  mapping TEXT not null,
  remembered_at INTEGER not null
);

create table import_run (
  id INTEGER not null primary key,
  at INTEGER not null,
  account TEXT not null,
  file_name TEXT not null,
  file_digest TEXT not null,
  source TEXT not null,
  mapping TEXT not null,
  counts TEXT not null,
  undone_at INTEGER,
  undone_by TEXT,
  cleared_at INTEGER
);
create index import_run_file on import_run (file_digest);

-- What an import changed, in its order: the unit or person, how it was before (sealed; with the key it is known by, for a
-- later refusal) and a digest of how it was after.
create table import_change (
  run INTEGER not null references import_run (id),
  seq INTEGER not null,
  kind TEXT not null,
  entity INTEGER not null,
  before BLOB not null,
  after TEXT not null,
  primary key (run, seq)
);
create index import_change_entity on import_change (entity, kind);

-- Whose people came from which source, and by which import first: who left is looked for among these.
create table import_origin (
  source TEXT not null,
  person INTEGER not null,
  run INTEGER not null,
  primary key (source, person)
);
create index import_origin_person on import_origin (person);
create index import_origin_run on import_origin (run);
