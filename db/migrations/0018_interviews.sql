-- What a job asks in its interviews: steps of its stages, each with what the interviewer needs.
create table ats.interview_step (
  id uuid primary key,
  job_id uuid not null references ats.job on delete cascade,
  stage_id uuid not null references ats.stage on delete cascade,
  position integer not null,
  name text not null,
  kind text not null check (kind in ('call', 'video', 'on-site', 'exercise')),
  minutes integer not null,
  kit text not null default '',
  focus jsonb not null default '[]',        -- [{attributeId, ask}]: criteria of the job, each with what to ask
  interviewer_ids jsonb not null default '[]',
  unique (job_id, position) deferrable initially deferred
);

-- One talk with one applicant. It keeps the kit it was planned with: a later plan changes no scorecard.
create table ats.interview (
  id uuid primary key,
  application_id uuid not null references ats.application on delete cascade,
  step_id uuid references ats.interview_step on delete set null,
  name text not null,
  kind text not null,
  minutes integer not null,
  kit text not null,
  attributes jsonb not null,                -- [{id, says, ask}]
  appointment_id uuid,                      -- of the scheduling room; its times stand here too, for what the clock does
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  offered_at timestamptz(3),                -- since then the candidate may choose the time themselves
  offered_by uuid references accounts.user_account,
  planned_at timestamptz(3) not null,
  planned_by uuid references accounts.user_account,
  cancelled_at timestamptz(3),
  check (num_nulls(appointment_id, starts_at, ends_at) in (0, 3))
);
create unique index interview_once on ats.interview (application_id, step_id) where cancelled_at is null;
create index interview_application on ats.interview (application_id);

create table ats.interviewer (
  interview_id uuid not null references ats.interview on delete cascade,
  user_id uuid not null references accounts.user_account,
  could_read boolean not null default false, -- others' scorecards stood open to them when they joined
  primary key (interview_id, user_id)
);
create index interviewer_user on ats.interviewer (user_id);

-- What one interviewer found. The draft is theirs alone; what was sent stands as versions (R41).
create table ats.scorecard (
  id uuid primary key,
  interview_id uuid not null references ats.interview on delete cascade,
  author_id uuid not null references accounts.user_account,
  draft jsonb not null,                     -- {ratings: [{attributeId, rating, words}], recommendation, summary}
  saved_at timestamptz(3) not null,
  version integer not null default 0,       -- 0 until it was sent
  submitted_at timestamptz(3),              -- the first time
  unique (interview_id, author_id)
);

create table ats.scorecard_version (
  scorecard_id uuid not null references ats.scorecard on delete cascade,
  version integer not null,
  content jsonb not null,                   -- as the draft stood
  submitted_at timestamptz(3) not null,
  primary key (scorecard_id, version)
);

-- What a debrief came to, and on what: written once, never over.
create table ats.decision_record (
  id uuid primary key,
  application_id uuid not null references ats.application on delete cascade,
  question text not null,
  outcome text not null check (outcome in ('offer', 'see-again', 'not-now')),
  because text not null,
  evidence jsonb not null,                  -- [{scorecardId, version}]
  dissent text,
  without text,                             -- why it did not wait for scorecards that were missing
  decider_id uuid not null references accounts.user_account,
  recorded_by uuid references accounts.user_account,
  recorded_at timestamptz(3) not null
);
create index decision_record_application on ats.decision_record (application_id, recorded_at desc);
