-- The keys of the data, each wrapped by the key in the key file.
create table store_key (
  purpose TEXT not null primary key,
  wrapped BLOB not null
);

-- Sealed contents by their keyed digest, and how often each is used.
create table blob (
  address TEXT not null primary key,
  sealed BLOB not null,
  bytes INTEGER not null,
  uses INTEGER not null
);
