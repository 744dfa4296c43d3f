-- Entries, only ever added. What the mac covers is made up of the columns themselves; about and details are canonical JSON.
create table ledger_entry (
  writer TEXT not null,
  seq INTEGER not null,
  at INTEGER not null,
  kind TEXT not null,
  actor TEXT not null,
  operation TEXT not null,
  about TEXT not null,
  details TEXT not null,
  mac BLOB not null,
  primary key (writer, seq)
);
create index ledger_entry_at on ledger_entry (at, writer, seq);
create index ledger_entry_kind on ledger_entry (kind, at, writer, seq);
create index ledger_entry_operation on ledger_entry (operation, at, writer, seq);

-- The last entry of each chain; set_back tells that its time is not the clock's. The proof is a mac of the row.
create table ledger_head (
  writer TEXT not null primary key,
  seq INTEGER not null,
  mac BLOB not null,
  at INTEGER not null,
  set_back INTEGER not null,
  proof BLOB not null
);

-- From a person's digest to their entries.
create table ledger_about (
  digest TEXT not null,
  at INTEGER not null,
  writer TEXT not null,
  seq INTEGER not null,
  primary key (digest, at, writer, seq)
);

-- The key of each person's digest, sealed. Deleting it is the erasure.
create table ledger_person (
  person INTEGER not null primary key,
  sealed BLOB not null
);

-- By which the key that wrote the ledger is known.
create table ledger_check (
  id INTEGER not null primary key,
  proof BLOB not null
);
