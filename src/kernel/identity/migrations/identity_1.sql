-- Everything of an account hangs under it and goes with it.
create table account (
  id INTEGER not null primary key,
  kind TEXT not null,
  login TEXT not null,
  login_key TEXT not null unique,
  display TEXT not null,
  person INTEGER unique,
  state TEXT not null,
  password TEXT,
  made_at INTEGER not null,
  signed_in_at INTEGER
);

-- One-time codes by keyed digest; without an account: the code of the very first start.
create table account_code (
  digest TEXT not null primary key,
  account INTEGER references account (id) on delete cascade deferrable initially immediate,
  made_at INTEGER not null,
  ends_at INTEGER not null
);
create index account_code_account on account_code (account);

-- Failures in a row, by what they are counted for: an account, a login that does not exist, a source.
create table account_guard (
  subject TEXT not null primary key,
  failures INTEGER not null,
  failed_at INTEGER not null,
  waits_until INTEGER not null
);

-- The second factor; it counts once it was confirmed.
create table account_factor (
  account INTEGER not null primary key references account (id) on delete cascade deferrable initially immediate,
  sealed BLOB not null,
  confirmed_at INTEGER
);

-- The 30-second steps whose code was used.
create table account_factor_use (
  account INTEGER not null references account (id) on delete cascade deferrable initially immediate,
  step INTEGER not null,
  primary key (account, step)
);

create table account_recovery (
  digest TEXT not null primary key,
  account INTEGER not null references account (id) on delete cascade deferrable initially immediate
);
create index account_recovery_account on account_recovery (account);

create table account_session (
  id INTEGER not null primary key,
  digest TEXT not null unique,
  account INTEGER not null references account (id) on delete cascade deferrable initially immediate,
  device TEXT not null,
  made_at INTEGER not null,
  seen_at INTEGER not null,
  stepped_up_at INTEGER,
  pending INTEGER not null
);
create index account_session_account on account_session (account);

create table account_key (
  id INTEGER not null primary key,
  digest TEXT not null unique,
  account INTEGER not null references account (id) on delete cascade deferrable initially immediate,
  name TEXT not null,
  operations TEXT not null,
  made_at INTEGER not null,
  ends_at INTEGER not null,
  used_at INTEGER
);
create index account_key_account on account_key (account);

-- Roles that are given, from a day to before another; a unit means with everything under it.
create table account_role (
  id INTEGER not null primary key,
  account INTEGER not null references account (id) on delete cascade deferrable initially immediate,
  role TEXT not null,
  unit INTEGER,
  from_day TEXT not null,
  to_day TEXT
);
create index account_role_account on account_role (account);
create index account_role_role on account_role (role);
