-- Services that language models run at, each as JSON (src/rule_types.h); the key is sealed.
create table gateway_provider (
  id INTEGER not null primary key,
  place INTEGER not null,
  content TEXT not null,
  access BLOB
);

-- What a use of a language model may send out, as JSON.
create table gateway_policy (
  id INTEGER not null primary key,
  purpose TEXT not null unique,
  content TEXT not null
);

-- How much may be used, as JSON.
create table gateway_limit (
  id INTEGER not null primary key,
  content TEXT not null
);

-- What was used, added up by day. Nobody is shown another's rows: they are there for limits, and go after a year. 0 is nobody's.
create table gateway_use (
  day TEXT not null,
  purpose TEXT not null,
  provider INTEGER not null,
  model TEXT not null,
  account INTEGER not null,
  access_key INTEGER not null,
  unit INTEGER not null,
  requests INTEGER not null,
  tokens_in INTEGER not null,
  tokens_out INTEGER not null,
  micros INTEGER not null,
  replaced INTEGER not null,
  primary key (day, purpose, provider, model, account, access_key, unit)
);
create index gateway_use_of_account on gateway_use (account, day);
create index gateway_use_of_key on gateway_use (access_key, day);
create index gateway_use_of_unit on gateway_use (unit, day);

-- Conversations of employees. Title, messages and what stands for what are sealed, and go at ends_at.
create table gateway_conversation (
  id INTEGER not null primary key,
  account INTEGER not null,
  purpose TEXT not null,
  model TEXT not null,
  title BLOB not null,
  vault BLOB not null,
  made_at INTEGER not null,
  changed_at INTEGER not null,
  ends_at INTEGER not null
);
create index gateway_conversation_of on gateway_conversation (account, id);
create index gateway_conversation_end on gateway_conversation (ends_at);

create table gateway_conversation_message (
  id INTEGER not null primary key,
  conversation INTEGER not null references gateway_conversation (id) deferrable initially immediate,
  role TEXT not null,
  content BLOB not null,
  at INTEGER not null
);
create index gateway_conversation_message_of on gateway_conversation_message (conversation, id);

-- Text that left, where a policy says that it is kept: as it left, sealed, until ends_at.
create table gateway_conversation_sent (
  id INTEGER not null primary key,
  account INTEGER not null,
  purpose TEXT not null,
  content BLOB not null,
  at INTEGER not null,
  ends_at INTEGER not null
);
create index gateway_conversation_sent_of on gateway_conversation_sent (account);
create index gateway_conversation_sent_end on gateway_conversation_sent (ends_at);

-- Tools that were seen in use without being asked for: counts of a domain in a month, as IT handed them in. Never persons.
create table gateway_seen_tool (
  domain TEXT not null,
  month TEXT not null,
  requests INTEGER not null,
  people INTEGER not null,
  primary key (domain, month)
);
