-- Before the application: whom the team keeps in touch with, and for which needs.
create schema crm;

-- What a person said of when they would move, and until when the team lets them be.
create table crm.prospect (
  candidate_id uuid primary key references candidates.candidate on delete cascade,
  ready_from date,                       -- the first day they would consider a change, as last said
  ready_said_at timestamptz(3),
  ready_until date,                      -- what they said is worth nothing after it
  snoozed_until date,
  snoozed_by uuid references accounts.user_account,
  snooze_reason text
);
create index prospect_snoozed on crm.prospect (snoozed_until) where snoozed_until is not null;

create table crm.pool (
  id uuid primary key,
  name text not null,
  description text,
  access text not null default 'team' check (access in ('team', 'private')),
  owner_id uuid not null references accounts.user_account,
  rule jsonb,                            -- a live pool: words and filters of the list of candidates
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3)
);
create unique index pool_name on crm.pool (kernel.fold(name)) where archived_at is null;

-- Who sees a private pool besides its owner.
create table crm.pool_reader (
  pool_id uuid not null references crm.pool on delete cascade,
  user_id uuid not null references accounts.user_account on delete cascade,
  primary key (pool_id, user_id)
);

create table crm.pool_stage (
  id uuid primary key,
  pool_id uuid not null references crm.pool on delete cascade,
  position integer not null,
  name text not null,
  is_ready boolean not null default false, -- whoever stands here could be asked to apply today
  unique (pool_id, position) deferrable initially deferred
);

create table crm.pool_member (
  pool_id uuid not null references crm.pool on delete cascade,
  candidate_id uuid not null references candidates.candidate on delete cascade,
  stage_id uuid not null references crm.pool_stage,
  entered_stage_at timestamptz(3) not null,
  added_at timestamptz(3) not null,
  added_by uuid references accounts.user_account,
  because text not null,                 -- hand | form | event | referral | decision | import
  merge_id uuid,                         -- set while it stands on a survivor because of a merge
  primary key (pool_id, candidate_id)
);
create index pool_member_candidate on crm.pool_member (candidate_id);
create index pool_member_stage on crm.pool_member (stage_id, entered_stage_at);

-- What a pool is for: seats that are planned, on a job that runs or on none yet.
create table crm.pool_need (
  id uuid primary key,
  pool_id uuid not null references crm.pool on delete cascade,
  says text not null,
  seats integer not null check (seats > 0),
  needed_by date not null,
  job_id uuid                            -- of the ats room
);
create index pool_need_pool on crm.pool_need (pool_id, needed_by);

-- Somebody considered for a job who has not applied. Never rejected, only not pursued; the row goes on with
-- the application that came of it.
create table crm.lead (
  id uuid primary key,
  candidate_id uuid not null references candidates.candidate on delete cascade,
  job_id uuid not null,                  -- of the ats room
  pool_id uuid references crm.pool on delete set null,
  state text not null default 'considered' check (state in ('considered', 'asked', 'applied', 'not-pursued')),
  since timestamptz(3) not null,
  relationship_before text not null,     -- what they stand as again when nothing comes of it
  added_by uuid references accounts.user_account,
  asked_at timestamptz(3),
  application_id uuid,
  ended_at timestamptz(3),
  ended_because text,
  merge_id uuid
);
create unique index lead_once on crm.lead (candidate_id, job_id) where state in ('considered', 'asked');
create index lead_job on crm.lead (job_id, state, since);
create index lead_candidate on crm.lead (candidate_id);

-- When we last decided against somebody: the cool-off rests on it, whatever they stand as since.
alter table candidates.candidate add column last_rejected_at timestamptz(3);
update candidates.candidate c set last_rejected_at = r.at
from (select candidate_id, max(closed_at) as at from ats.application where state = 'rejected' group by candidate_id) r
where c.id = r.candidate_id;
