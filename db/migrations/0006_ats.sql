create schema ats;

create table ats.job (
  id uuid primary key,
  title text not null,
  code text not null unique,             -- short and stable: in addresses and mails
  department text,
  office_id uuid references accounts.office,
  country char(2),
  employment_type text not null default 'full-time', -- full-time | part-time | contract | temporary | internship
  workplace text not null default 'on-site',         -- on-site | hybrid | remote
  state text not null default 'draft' check (state in ('draft', 'open', 'on-hold', 'closed')),
  confidential boolean not null default false,
  outcomes jsonb not null default '[]',  -- [{id, says, months}]
  attributes jsonb not null default '[]',-- [{id, says, must: bool, words: []}]: criteria read against résumé and answers
  pay_min numeric, pay_max numeric, pay_currency char(3), pay_period text, -- year | month | hour
  answer_within_days integer not null default 5, -- working days promised for a first answer
  created_by uuid references accounts.user_account,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  opened_at timestamptz(3),
  closed_at timestamptz(3),
  closed_reason text
);
create index job_state on ats.job (state, updated_at desc);

create table ats.job_team (
  job_id uuid not null references ats.job on delete cascade,
  user_id uuid not null references accounts.user_account on delete cascade,
  role text not null check (role in ('recruiter', 'hiring-manager', 'coordinator', 'sourcer', 'interviewer')),
  leads boolean not null default false,  -- the candidate's contact (recruiter) or who decides (hiring manager)
  primary key (job_id, user_id, role)
);
create index job_team_user on ats.job_team (user_id, job_id);

create table ats.stage (
  id uuid primary key,
  job_id uuid not null references ats.job on delete cascade,
  position integer not null,
  name text not null,
  kind text not null check (kind in ('applied', 'review', 'interview', 'offer', 'hired')),
  candidate_says text,                   -- what the candidate's page calls it and says happens there
  duration_says text,
  promise_days integer not null default 5,
  unique (job_id, position) deferrable initially deferred
);

-- A seat: why, approved by whom, filled by which application.
create table ats.opening (
  id uuid primary key,
  job_id uuid not null references ats.job on delete cascade,
  reason text not null default 'new' check (reason in ('new', 'backfill')),
  target_start date,
  state text not null default 'requested' check (state in ('requested', 'approved', 'declined', 'open', 'filled', 'closed')),
  requested_by uuid references accounts.user_account,
  requested_at timestamptz(3) not null,
  approver_id uuid references accounts.user_account,
  decided_at timestamptz(3),
  decision_note text,
  filled_by uuid
);
create index opening_job on ats.opening (job_id);

-- A public text with its own form. Every change is a new version; applications keep theirs (R40).
create table ats.posting (
  id uuid primary key,
  job_id uuid not null references ats.job on delete cascade,
  slug text not null unique,
  state text not null default 'draft' check (state in ('draft', 'live', 'closed')),
  live_version integer,
  first_live_at timestamptz(3),
  closed_at timestamptz(3),
  reference_number text not null unique  -- for feeds: never changes
);
create index posting_job on ats.posting (job_id);
create index posting_live on ats.posting (state) where state = 'live';

create table ats.posting_version (
  posting_id uuid not null references ats.posting on delete cascade,
  version integer not null,
  title text not null,
  summary text,
  body text not null,                    -- Markdown
  language text not null default 'en',
  locations jsonb not null default '[]', -- [{city, region, country}]
  workplace text not null,
  employment_type text not null,
  pay jsonb,                             -- {min, max, currency, period}
  benefits text,
  form jsonb not null,                   -- [{id, kind, label, hint, required, options}]
  criteria jsonb not null default '[]',
  steps jsonb not null default '[]',     -- stages as the candidate was told them
  apply_until date,
  facts jsonb not null default '{}',     -- {vacancy: 'seat'|'backfill'|'pool', ai: text|null, …}
  saved_at timestamptz(3) not null,
  saved_by uuid references accounts.user_account,
  published_at timestamptz(3),
  primary key (posting_id, version)
);

create table ats.application (
  id uuid primary key,
  candidate_id uuid not null references candidates.candidate,
  job_id uuid not null references ats.job,
  posting_id uuid references ats.posting,
  posting_version integer,
  stage_id uuid not null references ats.stage,
  state text not null default 'active' check (state in ('active', 'hired', 'rejected', 'withdrawn', 'closed')),
  applied_at timestamptz(3) not null,
  entered_stage_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  answers jsonb not null default '[]',   -- [{questionId, label, kind, value}] as asked and given
  resume_file_id uuid,
  source text not null,
  source_detail text,
  turn text not null default 'us' check (turn in ('us', 'them')),
  turn_says text,                        -- "read application", "reply by 27 Nov"
  promised_for timestamptz(3),           -- the next word to the candidate is due
  last_word_at timestamptz(3),           -- last outbound message about it
  promise_missed_at timestamptz(3),      -- marked once for each promised day
  held_until date,
  held_reason text,
  closed_at timestamptz(3),
  reason_code text,
  reason_side text check (reason_side in ('us', 'them', 'neither')),
  decided_by uuid references accounts.user_account,
  decision_note text,
  transferred_from uuid references ats.application,
  merge_id uuid
);
-- One row a decision, with the state before it, so that taking it back is exact.
create table ats.decision (
  id uuid primary key,
  application_id uuid not null references ats.application on delete cascade,
  kind text not null check (kind in ('advanced', 'moved', 'held', 'rejected', 'withdrawn', 'closed', 'hired', 'transferred')),
  before jsonb not null,                 -- the application's own columns
  mail_key text,                         -- dedupe key of the mail that tells it
  opening_id uuid references ats.opening,
  created_application_id uuid,           -- of a transfer
  at timestamptz(3) not null,
  by_user uuid references accounts.user_account,
  undone_at timestamptz(3)
);
create index decision_application on ats.decision (application_id, at desc);

create unique index application_once on ats.application (candidate_id, job_id) where state = 'active';
create index application_candidate on ats.application (candidate_id, applied_at desc);
-- Who waits longest first, as the board shows each stage.
create index application_board on ats.application (job_id, stage_id, coalesce(last_word_at, applied_at), id) where state = 'active';
create index application_job on ats.application (job_id, state, applied_at);
create index application_held on ats.application (held_until) where state = 'active' and held_until is not null;
create index application_promised on ats.application (promised_for) where state = 'active';

-- Why a person left, with whose side it was: the typed reasons of the organisation.
create table ats.reason (
  code text primary key,
  says text not null,
  side text not null check (side in ('us', 'them', 'neither')),
  template_key text,
  position integer not null,
  retired_at timestamptz(3)
);

-- Two reviewers never get the same application.
create table ats.review_lease (
  application_id uuid primary key references ats.application on delete cascade,
  user_id uuid not null references accounts.user_account on delete cascade,
  until timestamptz(3) not null
);
create index review_lease_user on ats.review_lease (user_id);

-- A candidate's way to their own page: random, stored hashed, expiring, for one person (R11). A link
-- is traded once for a session.
create table ats.candidate_link (
  token_hash text primary key,
  kind text not null default 'link' check (kind in ('link', 'session')),
  candidate_id uuid not null references candidates.candidate on delete cascade,
  application_id uuid,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  revoked_at timestamptz(3),
  merge_id uuid
);
create index candidate_link_candidate on ats.candidate_link (candidate_id);

-- A form begun and kept for later, by mailed link.
create table ats.application_draft (
  token_hash text primary key,
  posting_id uuid not null references ats.posting on delete cascade,
  content jsonb not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);

create index application_draft_expiry on ats.application_draft (expires_at);

-- For the limits of the public forms: one row a try that got through. Keys are hashes.
create table ats.attempt (
  key text not null,
  at timestamptz(3) not null
);
create index attempt_key on ats.attempt (key, at desc);

-- Asked for on the own page; a person settles it.
create table ats.erasure_request (
  id uuid primary key,
  candidate_id uuid not null references candidates.candidate on delete cascade,
  asked_at timestamptz(3) not null,
  settled_at timestamptz(3),
  settled_by uuid references accounts.user_account,
  merge_id uuid
);
create unique index erasure_request_once on ats.erasure_request (candidate_id) where settled_at is null;

insert into ats.reason (code, says, side, template_key, position) values
  ('must-not-shown', 'A must of the job is not shown', 'us', 'rejection-after-review', 10),
  ('less-experience', 'Others show more of what the job needs', 'us', 'rejection-after-review', 20),
  ('interview-evidence', 'The interviews did not show what the job needs', 'us', 'rejection-after-interview', 30),
  ('other-chosen', 'Somebody else was chosen', 'us', 'rejection-after-interview', 40),
  ('conditions', 'Pay, place or start do not fit what the job offers', 'us', 'rejection-after-review', 50),
  ('not-reachable', 'No answer to several messages', 'us', 'rejection-after-review', 60),
  ('withdrew-other-job', 'Took another job', 'them', 'withdrawal-confirmed', 110),
  ('withdrew-pay', 'The pay does not fit', 'them', 'withdrawal-confirmed', 120),
  ('withdrew-place', 'The place or the hours do not fit', 'them', 'withdrawal-confirmed', 130),
  ('withdrew-unsaid', 'Withdrew without saying why', 'them', 'withdrawal-confirmed', 140),
  ('position-closed', 'The job was closed', 'neither', 'position-closed', 210),
  ('position-filled', 'The job is filled', 'neither', 'position-closed', 220),
  ('duplicate', 'The same application twice', 'neither', null, 230),
  ('transferred', 'Went on as an application for another job', 'neither', null, 240);

-- The seam of sight: who is on a job's team may see its candidates.
create function ats.refresh_confidential(candidate uuid) returns void language sql as $$
  update candidates.candidate c set confidential = exists (
      select from ats.application a join ats.job j on j.id = a.job_id where a.candidate_id = c.id and j.confidential)
    and not exists (
      select from ats.application a join ats.job j on j.id = a.job_id where a.candidate_id = c.id and not j.confidential)
  where c.id = candidate
$$;
