create schema messaging;

create table messaging.thread (
  id uuid primary key,
  candidate_id uuid references candidates.candidate on delete cascade,
  application_id uuid,
  job_id uuid,
  subject text not null,
  created_at timestamptz(3) not null,
  last_message_at timestamptz(3) not null,
  awaiting text not null default 'nobody' check (awaiting in ('us', 'them', 'nobody')),
  assigned_to uuid references accounts.user_account,
  closed_at timestamptz(3),
  -- A mail of someone we could not tell: waits for a person to say whose it is.
  from_address text,
  from_name text,
  read_at timestamptz(3),                -- when somebody of the team last opened it
  merge_id uuid,                         -- set while it stands on a survivor because of a merge
  merged_from uuid
);
create index thread_recent on messaging.thread (last_message_at desc, id desc);
create index thread_merge on messaging.thread (merge_id) where merge_id is not null;
create index thread_candidate on messaging.thread (candidate_id, last_message_at desc);
create index thread_inbox on messaging.thread (awaiting, last_message_at desc) where closed_at is null;
create index thread_application on messaging.thread (application_id) where application_id is not null;

create table messaging.message (
  id uuid primary key,
  thread_id uuid not null references messaging.thread on delete cascade,
  candidate_id uuid references candidates.candidate on delete cascade,
  application_id uuid,
  job_id uuid,
  direction text not null check (direction in ('out', 'in')),
  purpose text not null,                 -- process | outreach | newsletter | event | service (out), reply … (in)
  template_key text,
  automated boolean not null default false, -- written by a rule, not by a person
  act text,                              -- reply | rejection: what the guard must know
  language text not null default 'en',
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
  source_key text unique,                -- in: UIDVALIDITY:UID of the mailbox, so that no mail is taken twice
  raw_key text,                          -- in: where the original lies in the file store
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
create index message_mailbox on messaging.message (created_at desc, id desc) where direction = 'out';
create index message_sent on messaging.message (sent_at) where direction = 'out' and sent_at is not null;
create index message_to on messaging.message (lower(to_address), created_at desc) where direction = 'out';

create table messaging.attachment (
  id uuid primary key,
  message_id uuid not null references messaging.message on delete cascade,
  file_id uuid,                          -- of the documents room, once it belongs to a person
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

-- Survives merge, import and erasure.
create table messaging.suppression (
  id uuid primary key,
  address text not null,                 -- lower-cased, domain in ASCII
  kind text not null check (kind in ('hard', 'marketing', 'complaint')),
  because text not null,                 -- the code of a bounce, or how they said no
  at timestamptz(3) not null,
  lifted_at timestamptz(3),
  unique (address, kind)
);

-- Soft failures by address: several over days make an address dead.
create table messaging.soft_bounce (
  address text not null,
  at timestamptz(3) not null,
  code text not null
);
create index soft_bounce_address on messaging.soft_bounce (address, at);

-- Marketing unsubscribe links live for ever (R79): no mail, campaign or person takes its link along.
create table messaging.unsubscribe_link (
  id uuid primary key,                   -- of the mail that carried it
  candidate_id uuid,
  address text not null,
  purpose text not null,
  created_at timestamptz(3) not null
);

-- How far each mailbox was read.
create table messaging.mailbox_cursor (
  mailbox text primary key,
  uid_validity text not null,
  last_uid bigint not null,
  updated_at timestamptz(3) not null
);

-- What the name service says of the sending domain (R77): one row a domain.
create table messaging.domain_check (
  domain text primary key,
  checked_at timestamptz(3) not null,
  findings jsonb not null                -- [{what, ok, says}]
);

-- The same as model/without-keys.ts, for lists that cut texts short: a link's key never leaves the database for a colleague.
create function messaging.without_keys(text) returns text language sql immutable strict parallel safe
  as $$ select regexp_replace($1, '(/careers/me/open/)[A-Za-z0-9_-]+', '\1…', 'g') $$;
