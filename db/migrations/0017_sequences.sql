-- Outreach in steps: a few mails with waits between them, which end as soon as the person says anything.
create table crm.sequence (
  id uuid primary key,
  name text not null,
  access text not null default 'team' check (access in ('team', 'private')),
  owner_id uuid not null references accounts.user_account,
  state text not null default 'draft' check (state in ('draft', 'running', 'archived')),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create unique index sequence_name on crm.sequence (kernel.fold(name)) where state <> 'archived';

create table crm.sequence_step (
  id uuid primary key,
  sequence_id uuid not null references crm.sequence on delete cascade,
  position integer not null,
  wait_days integer not null check (wait_days between 0 and 100), -- working days after the step before
  subject text not null,                 -- empty where it goes on in the conversation of the step before
  body text not null,
  needs_personal_line boolean not null default false,
  same_thread boolean not null default false,
  unique (sequence_id, position) deferrable initially deferred
);

-- A person in a sequence: once in each, and in one at a time.
create table crm.enrolment (
  id uuid primary key,
  sequence_id uuid not null references crm.sequence on delete cascade,
  candidate_id uuid not null references candidates.candidate on delete cascade,
  sender_id uuid not null references accounts.user_account,
  state text not null default 'active' check (state in ('active', 'waiting-for-line', 'paused', 'finished', 'stopped')),
  stopped_because text,                  -- reply | applied | process | unsubscribed | bounced | by-hand | merged | refused:<code of admission>
  held_because text,                     -- what makes the next step wait: a code of admission, or that its mail was cancelled
  next_step integer not null default 0,  -- position of the step that comes next
  attempt integer not null default 0,    -- mails that were made and never left; keeps the key of the next one its own
  due_at timestamptz(3) not null,
  thread_id uuid references messaging.thread on delete set null,
  enrolled_at timestamptz(3) not null,
  enrolled_by uuid references accounts.user_account,
  ended_at timestamptz(3),
  replied_at timestamptz(3),
  answer text check (answer in ('interested', 'not-interested', 'bad-fit', 'wrong-contact', 'timing', 'bad-data', 'unsubscribe')),
  merge_id uuid                          -- set while it stands on a survivor, or ended, because of a merge
);
create unique index enrolment_once on crm.enrolment (sequence_id, candidate_id);
create unique index enrolment_open on crm.enrolment (candidate_id) where state in ('active', 'waiting-for-line', 'paused');
create index enrolment_due on crm.enrolment (due_at, id) where state = 'active';
create index enrolment_candidate on crm.enrolment (candidate_id);
create index enrolment_list on crm.enrolment (sequence_id, enrolled_at desc, id desc);

-- What only this person is told in a step.
create table crm.personal_line (
  enrolment_id uuid not null references crm.enrolment on delete cascade,
  step_id uuid not null references crm.sequence_step on delete cascade,
  line text not null,
  primary key (enrolment_id, step_id)
);

-- The one mail of a person and a step; a mail that never left has none.
create table crm.step_mail (
  enrolment_id uuid not null references crm.enrolment on delete cascade,
  step_id uuid not null references crm.sequence_step on delete cascade,
  message_id uuid not null,              -- of the messaging room
  sender_id uuid not null references accounts.user_account,
  queued_at timestamptz(3) not null,
  primary key (enrolment_id, step_id)
);
create index step_mail_message on crm.step_mail (message_id);
create index step_mail_sender on crm.step_mail (sender_id, queued_at);
create index step_mail_step on crm.step_mail (step_id);
