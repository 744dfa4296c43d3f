-- Days are ISO texts; `ends` is the first day that no longer counts, 9999-12-31 while no end is known. What is behind an
-- address stands sealed in blob. person_id and unit_id are numbers of kernel/people.

create table library_document (
  id INTEGER not null primary key,
  title TEXT not null,
  title_key TEXT not null,
  kind TEXT not null,
  language TEXT not null,
  clock TEXT,
  unit_id INTEGER,
  person_id INTEGER,
  made_at INTEGER not null
);
create index library_document_by_title on library_document (person_id, title_key, id);

-- A version is in force from `begins` until the next one begins, or its own end when that is sooner. The file name is sealed.
create table library_version (
  id INTEGER not null primary key,
  document_id INTEGER not null references library_document (id) deferrable initially immediate,
  number INTEGER not null,
  begins TEXT not null,
  ends TEXT not null,
  file_name BLOB not null,
  media_type TEXT not null,
  bytes INTEGER not null,
  content_address TEXT not null,
  text_address TEXT,
  pages INTEGER,
  added_by INTEGER,
  added_at INTEGER not null,
  withdrawn INTEGER not null,
  unique (document_id, number)
);
create unique index library_version_in_force on library_version (document_id, begins) where withdrawn = 0;

create table library_reader (
  document_id INTEGER not null references library_document (id) deferrable initially immediate,
  kind TEXT not null,
  role TEXT,
  unit_id INTEGER,
  person_id INTEGER
);
create index library_reader_by_document on library_reader (document_id);
create index library_reader_by_person on library_reader (person_id);

-- Pictures of pages that were drawn once. They can be drawn again.
create table library_page_image (
  version_id INTEGER not null references library_version (id) deferrable initially immediate,
  page INTEGER not null,
  width INTEGER not null,
  address TEXT not null,
  primary key (version_id, page, width)
);
