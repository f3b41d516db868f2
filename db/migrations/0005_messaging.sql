create schema messaging;

create table messaging.thread (
  id uuid primary key,
  candidate_id uuid references candidates.candidate on delete cascade,
  application_id uuid,
  job_id uuid,
  subject text not null,
  token text not null unique,            -- in Reply-To: matches the answer to the thread
  created_at timestamptz(3) not null,
  last_message_at timestamptz(3) not null,
  awaiting text not null default 'nobody' check (awaiting in ('us', 'them', 'nobody')),
  assigned_to uuid references accounts.user_account,
  closed_at timestamptz(3),
  merge_id uuid
);
create index thread_candidate on messaging.thread (candidate_id, last_message_at desc);
create index thread_inbox on messaging.thread (awaiting, last_message_at desc) where closed_at is null;
create index thread_application on messaging.thread (application_id) where application_id is not null;

create table messaging.message (
  id uuid primary key,
  thread_id uuid not null references messaging.thread on delete cascade,
  candidate_id uuid references candidates.candidate on delete cascade,
  application_id uuid,
  direction text not null check (direction in ('out', 'in')),
  purpose text not null,                 -- process | outreach | newsletter | event | service (out), reply … (in)
  template_key text,
  state text not null,                   -- out: waiting | sending | sent | cancelled | blocked | failed · in: received
  -- out: may leave from this moment on; until then anyone who could write it can cancel it
  send_after timestamptz(3),
  sender_id uuid references accounts.user_account,
  from_address text not null,
  from_name text,
  to_address text not null,
  to_name text,
  subject text not null,
  body_text text not null,
  body_html text,
  folded_text text,                      -- in: quoted part and signature, folded away
  message_id text not null,              -- RFC 5322 Message-ID, ours or theirs
  in_reply_to text,
  refs text[],                           -- References
  token text unique,                     -- out: in the return path, so that a bounce finds it
  kind text,                             -- in: reply | auto-reply | bounce | complaint | invitation-answer | other
  admission jsonb,                       -- what the guard said, when, and who overrode it with which note
  attempts integer not null default 0,
  leased_until timestamptz(3),
  last_error text,
  created_at timestamptz(3) not null,
  sent_at timestamptz(3),
  received_at timestamptz(3),
  cancelled_at timestamptz(3),
  cancelled_by uuid references accounts.user_account,
  bounce_class text,
  bounce_code text,
  dedupe_key text unique                 -- one mail a reason: 'decision:<application>:<decision fact>'
);
create index message_thread on messaging.message (thread_id, created_at);
create index message_candidate on messaging.message (candidate_id, created_at desc);
create index message_due on messaging.message (send_after) where state in ('waiting', 'sending');
create unique index message_inbound_id on messaging.message (message_id) where direction = 'in';
create index message_out_id on messaging.message (message_id) where direction = 'out';
create index message_mailbox on messaging.message (created_at desc) where direction = 'out';

create table messaging.attachment (
  id uuid primary key,
  message_id uuid not null references messaging.message on delete cascade,
  file_id uuid references documents.file on delete cascade,
  name text not null,
  media_type text not null,
  content_id text
);
create index attachment_message on messaging.attachment (message_id);

create table messaging.template (
  id uuid primary key,
  key text not null,                     -- application-received | rejection-after-review | …
  name text not null,
  language text not null,
  purpose text not null,
  subject text not null,
  body text not null,
  is_default boolean not null default false,
  updated_at timestamptz(3) not null,
  updated_by uuid references accounts.user_account,
  unique (key, language)
);

-- Survives merge, import and erasure: the address is kept as written and as a keyed hash.
create table messaging.suppression (
  id uuid primary key,
  address text not null,                 -- normalised
  kind text not null check (kind in ('hard-bounce', 'marketing', 'complaint')),
  because text not null,
  at timestamptz(3) not null,
  lifted_at timestamptz(3),
  unique (address, kind)
);

-- Marketing unsubscribe links live for ever (R79).
create table messaging.unsubscribe_link (
  token_hash text primary key,
  candidate_id uuid,
  address text not null,
  created_at timestamptz(3) not null
);

-- Raw inbound mail until it is settled, and where each mailbox was read to.
create table messaging.mailbox_cursor (
  mailbox text primary key,
  uid_validity bigint not null,
  last_uid bigint not null,
  updated_at timestamptz(3) not null
);
