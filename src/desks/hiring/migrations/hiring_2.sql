-- Files that came in and made nobody known, until somebody puts them aside or hands them over again: one that could not be read (`reason`
-- is the code of the error), or one that was there already (of `application`). They go with the procedure.
create table hiring_troubled_file (
  id INTEGER not null primary key,
  vacancy INTEGER not null references hiring_vacancy (id) deferrable initially immediate,
  account INTEGER not null,
  at INTEGER not null,
  outcome TEXT not null,
  file_name BLOB not null,
  reason TEXT,
  application INTEGER references hiring_application (id) deferrable initially immediate
);
create index hiring_troubled_file_of on hiring_troubled_file (vacancy, id);
create index hiring_troubled_file_about on hiring_troubled_file (application);

-- A decision that was taken stands; that it was looked at again, by whom and why, stands beside it.
alter table hiring_decision add column reopened_at INTEGER;
alter table hiring_decision add column reopened_by INTEGER;
alter table hiring_decision add column reopened_reason BLOB;
