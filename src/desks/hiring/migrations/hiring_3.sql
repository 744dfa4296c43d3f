-- A procedure that was closed and goes on: by whom, why, and since when it had been closed.
create table hiring_vacancy_reopening (
  id INTEGER not null primary key,
  vacancy INTEGER not null references hiring_vacancy (id) deferrable initially immediate,
  account INTEGER not null,
  at INTEGER not null,
  closed_on TEXT not null,
  reason TEXT not null
);
create index hiring_vacancy_reopening_of on hiring_vacancy_reopening (vacancy, id);

-- Since when whoever works here may see it among the vacancies open to colleagues; null: they do not.
alter table hiring_vacancy add column colleagues_since INTEGER;
