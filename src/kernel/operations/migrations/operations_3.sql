-- The blind sample: whoever decides gives their own view before they see such a proposal.
alter table proposal add column blind INTEGER not null default 0;
create index proposal_blind on proposal (status) where blind = 1;

-- Whether what was decided is what the proposal pointed to; nothing where it pointed nowhere.
alter table decision add column agrees INTEGER;

create table first_view (
  proposal INTEGER not null references proposal (id) on delete cascade deferrable initially immediate,
  account INTEGER not null,
  at INTEGER not null,
  agrees INTEGER,
  content BLOB not null,
  primary key (proposal, account)
);
