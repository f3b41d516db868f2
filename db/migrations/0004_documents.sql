create schema documents;

create table documents.file (
  id uuid primary key,
  candidate_id uuid references candidates.candidate on delete cascade,
  application_id uuid,
  kind text not null check (kind in ('resume', 'cover-letter', 'answer', 'mail-attachment', 'import', 'other')),
  name text not null,                    -- as uploaded; shown as text, never used as a path
  media_type text not null,              -- by content, not by extension
  bytes bigint not null,
  sha256 text not null,
  storage_key text not null,             -- generated
  state text not null default 'stored' check (state in ('stored', 'reading', 'read', 'unreadable', 'quarantined')),
  unreadable_reason text,                -- encrypted | corrupt | empty | too-large | unsupported | timed-out | hostile
  pages integer,
  text text,                             -- what was read
  facts jsonb,                           -- ResumeFacts with quoted spans, as read
  language text,
  uploaded_at timestamptz(3) not null,
  uploaded_by_kind text not null,
  uploaded_by uuid,
  read_at timestamptz(3),
  replaced_by uuid references documents.file,
  -- Until it belongs to a person, an upload is known only by a secret handed to who sent it (R12).
  upload_token_hash text unique,
  merge_id uuid
);
create index file_unclaimed on documents.file (uploaded_at) where candidate_id is null;
create index file_candidate on documents.file (candidate_id, uploaded_at desc);
create index file_application on documents.file (application_id) where application_id is not null;
create index file_unread on documents.file (uploaded_at) where state in ('stored', 'reading');
