-- People in from spreadsheets, and out again.
create schema exchange;

-- One file that someone brings. Its id is the upload's, so that provenance (came_file_id) names the import.
create table exchange.import (
  id uuid primary key,
  file_name text not null,
  storage_key text not null,
  state text not null default 'reading' check (state in
    ('reading', 'unreadable', 'ready', 'previewing', 'previewed', 'running', 'done', 'cancelled', 'reverting', 'reverted')),
  problem text,                          -- why the file could not be read, for who sent it
  header_row integer,                    -- its line in the file
  headers jsonb not null default '[]',   -- as in the file, left to right
  row_count integer not null default 0,
  mapping jsonb,                         -- exchange/model/mapping.ts
  previewed_to integer not null default 0, -- the last row that the preview looked at
  totals jsonb,                          -- exchange/totals.ts, as of the last time work ended
  started_by uuid references accounts.user_account,
  started_at timestamptz(3) not null,
  progressed_at timestamptz(3) not null, -- the last sign of life: who stands still is woken
  finished_at timestamptz(3),
  reverted_at timestamptz(3),
  forgotten_at timestamptz(3)            -- the rows' cells were emptied: they held people's values
);
create index import_recent on exchange.import (started_at desc, id desc);
create index import_working on exchange.import (progressed_at) where state in ('reading', 'previewing', 'running', 'reverting');

-- One row of the file: what stands in it, what would become of it, what became of it.
create table exchange.import_row (
  import_id uuid not null references exchange.import on delete cascade,
  number integer not null,               -- its line in the file
  cells jsonb not null,
  is_held boolean not null default false,-- asks not to be contacted: comes in before all others
  foreseen text check (foreseen in ('added', 'joined', 'skipped', 'error')),
  foreseen_says jsonb not null default '[]', -- [{code, …}]
  foreseen_candidate_id uuid,
  same_as_row integer,
  outcome text check (outcome in ('added', 'joined', 'skipped', 'error')),
  says jsonb not null default '[]',
  candidate_id uuid references candidates.candidate on delete set null,
  suggestions integer not null default 0,
  tag_ids uuid[] not null default '{}',  -- which it added, for the revert
  note_id uuid,                          -- likewise
  reverted text check (reverted in ('removed', 'taken-back', 'kept')),
  primary key (import_id, number)
);
create index import_row_waiting on exchange.import_row (import_id, is_held desc, number) where outcome is null;
create index import_row_outcome on exchange.import_row (import_id, outcome, number);
create index import_row_candidate on exchange.import_row (candidate_id) where candidate_id is not null;

-- For a preview: what makes two rows the same person, and the first row that has it.
create table exchange.import_key (
  import_id uuid not null references exchange.import on delete cascade,
  key text not null,
  number integer not null,
  primary key (import_id, key)
);

-- How the columns of such a file were understood; used again for a file with the same headers.
create table exchange.mapping (
  id uuid primary key,
  name text not null,
  headers_key text not null unique,
  content jsonb not null,
  saved_at timestamptz(3) not null,
  saved_by uuid references accounts.user_account
);

-- Whom another system calls by which id: the same row brought twice is the same person.
create table exchange.external_id (
  system text not null,
  external_id text not null,
  candidate_id uuid not null references candidates.candidate on delete cascade,
  import_id uuid references exchange.import on delete set null,
  primary key (system, external_id)
);
create index external_id_candidate on exchange.external_id (candidate_id);
