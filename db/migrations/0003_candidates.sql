-- THE shared record: one person, whatever half of the product acts.
create schema candidates;

create table candidates.candidate (
  id uuid primary key,
  name text not null,                    -- as the person writes it, NFC
  name_key text not null,                -- folded words in one order: equal keys are worth comparing
  sort_key text not null,                -- folded, family name first
  goes_by text,
  pronouns text,
  headline text,
  title text,
  company text,
  location text,
  country char(2),
  language text,                         -- BCP 47, of the person
  time_zone text,
  owner_id uuid references accounts.user_account,
  source text not null,                  -- application | import | referral | mail | event | user | demo
  source_detail text,
  confidential boolean not null default false, -- only on confidential jobs: hidden outside their teams
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  last_activity_at timestamptz(3) not null,
  last_outbound_at timestamptz(3),
  last_inbound_at timestamptz(3),
  -- Kept beside the facts by the rooms that know, so that lists need no derivation per row.
  relationship text not null default 'known',
  relationship_since timestamptz(3) not null,
  do_not_contact_at timestamptz(3),
  do_not_contact_reason text,
  merged_into uuid references candidates.candidate,
  erased_at timestamptz(3)
);
create index candidate_recent on candidates.candidate (last_activity_at desc, id desc) where merged_into is null and erased_at is null;
create index candidate_by_name on candidates.candidate (sort_key collate "C", id) where merged_into is null and erased_at is null;
create index candidate_name_key on candidates.candidate (name_key) where merged_into is null and erased_at is null;
create index candidate_owner on candidates.candidate (owner_id, last_activity_at desc) where merged_into is null and erased_at is null;
create index candidate_relationship on candidates.candidate (relationship, last_activity_at desc) where merged_into is null and erased_at is null;
create index candidate_confidential on candidates.candidate (id) where confidential;
create index candidate_merged on candidates.candidate (merged_into) where merged_into is not null;

create table candidates.contact_point (
  id uuid primary key,
  candidate_id uuid not null references candidates.candidate on delete cascade,
  kind text not null check (kind in ('email', 'phone', 'link')),
  value text not null,                   -- as given
  normalised text not null,              -- lower-cased address, E.164, canonical link
  weak text not null,                    -- equal in more ways of writing the same: finds whom to compare
  label text,
  is_primary boolean not null default false,
  came_from text not null,               -- provenance: application | resume | import | user | mail | merge …
  came_at timestamptz(3) not null,
  came_by uuid references accounts.user_account,
  came_file_id uuid,
  merge_id uuid                          -- set while it stands on a survivor because of a merge
);
create index contact_point_candidate on candidates.contact_point (candidate_id);
create index contact_point_value on candidates.contact_point (kind, normalised text_pattern_ops);
create index contact_point_weak on candidates.contact_point (kind, weak);

-- Values of the record with where each came from; the record shows the newest confirmed one.
create table candidates.provenance (
  candidate_id uuid not null references candidates.candidate on delete cascade,
  field text not null,
  value text,
  came_from text not null,
  came_at timestamptz(3) not null,
  came_by uuid references accounts.user_account,
  came_file_id uuid,
  merge_id uuid                          -- set while it stands on a survivor because of a merge
);
create index provenance_candidate on candidates.provenance (candidate_id, field, came_at desc);

-- What was read from a résumé or typed: employments, education, skills, languages.
create table candidates.resume_fact (
  id uuid primary key,
  candidate_id uuid not null references candidates.candidate on delete cascade,
  file_id uuid,
  kind text not null check (kind in ('employment', 'education', 'skill', 'language')),
  position integer not null,
  content jsonb not null,                -- {employer,title,start,end,summary} | {school,degree,field,start,end} | {name} | {name,level}
  edited_by uuid references accounts.user_account,
  edited_at timestamptz(3),
  merge_id uuid                          -- set while it stands on a survivor because of a merge
);
create index resume_fact_candidate on candidates.resume_fact (candidate_id, kind, position);

-- One row a person for search. `words` is made by candidates/model/search-document.ts, the same in every
-- language and on every database. `recency` is a copy of last_activity_at and has no index on purpose: its
-- update then leaves the large index of words alone (HOT). A short row (the rest toasted) keeps walks cheap.
create table candidates.search_document (
  candidate_id uuid primary key references candidates.candidate on delete cascade,
  recency timestamptz(3) not null,
  body text not null,                    -- what is searched but the résumé, one "kind<tab>value" a line
  resume text not null default '',       -- full résumé text
  words tsvector not null
) with (fillfactor = 80, toast_tuple_target = 128);
create index search_document_words on candidates.search_document using gin (words) with (fastupdate = off);
-- Unpacks three times faster where the server was built with it.
do $$ begin
  alter table candidates.search_document alter column words set compression lz4, alter column resume set compression lz4;
exception when others then null;
end $$;

-- The newest rows that hold the words, by the index: the planner thinks that reading every row's words is as
-- cheap as reading the row, which is wrong by a factor of a hundred for common words.
create function candidates.newest_holding(asked tsquery, before_recency timestamptz, before_id uuid, most integer)
  returns table (candidate_id uuid, recency timestamptz) language sql stable
  set enable_seqscan = off set enable_indexscan = off
  as $$
    select d.candidate_id, d.recency from candidates.search_document d
    where d.words @@ asked and (before_id is null or (d.recency, d.candidate_id) < (before_recency, before_id))
    order by d.recency desc, d.candidate_id desc limit most
  $$;

-- Any rows that hold the words, up to a number: for counting.
create function candidates.some_holding(asked tsquery, most integer)
  returns table (candidate_id uuid) language sql stable
  set enable_seqscan = off set enable_indexscan = off
  as $$ select d.candidate_id from candidates.search_document d where d.words @@ asked limit most $$;

create table candidates.tag (
  id uuid primary key,
  name text not null,
  name_key text not null unique
);
create table candidates.candidate_tag (
  candidate_id uuid not null references candidates.candidate on delete cascade,
  tag_id uuid not null references candidates.tag on delete cascade,
  added_at timestamptz(3) not null,
  added_by uuid references accounts.user_account,
  merge_id uuid,                          -- set while it stands on a survivor because of a merge
  primary key (candidate_id, tag_id)
);
create index candidate_tag_tag on candidates.candidate_tag (tag_id, candidate_id);

create table candidates.note (
  id uuid primary key,
  candidate_id uuid not null references candidates.candidate on delete cascade,
  application_id uuid,
  body text not null,
  private_to text not null default 'team' check (private_to in ('team', 'author', 'recruiters')),
  mentions uuid[] not null default '{}',
  written_by uuid references accounts.user_account,
  written_at timestamptz(3) not null,
  edited_at timestamptz(3),
  deleted_at timestamptz(3),
  merge_id uuid                          -- set while it stands on a survivor because of a merge
);
create index note_candidate on candidates.note (candidate_id, written_at desc);
create index note_mentions on candidates.note using gin (mentions);

create table candidates.task (
  id uuid primary key,
  candidate_id uuid references candidates.candidate on delete cascade,
  application_id uuid,
  title text not null,
  due date,
  assigned_to uuid not null references accounts.user_account,
  assigned_by uuid references accounts.user_account,
  created_at timestamptz(3) not null,
  done_at timestamptz(3),
  done_by uuid references accounts.user_account,
  merge_id uuid                          -- set while it stands on a survivor because of a merge
);
create index task_open on candidates.task (assigned_to, due) where done_at is null;
create index task_candidate on candidates.task (candidate_id);

-- Immutable: one row a consent event, with the very text that was shown (R58).
create table candidates.consent_event (
  id uuid primary key,
  candidate_id uuid not null references candidates.candidate on delete cascade,
  purpose text not null check (purpose in ('application', 'talent-pool', 'newsletter', 'events')),
  event text not null check (event in ('given', 'withdrawn', 'unproven')),
  text_hash text,
  text_shown text,
  language text,
  channel text not null,                 -- form | import | verbal | mail | own-page
  proof text,
  expires_at timestamptz(3),
  at timestamptz(3) not null,
  by_user uuid references accounts.user_account,
  merge_id uuid                          -- set while it stands on a survivor because of a merge
);
create index consent_event_candidate on candidates.consent_event (candidate_id, purpose, at desc);

create table candidates.duplicate_suggestion (
  id uuid primary key,
  one_id uuid not null references candidates.candidate on delete cascade,
  other_id uuid not null references candidates.candidate on delete cascade,
  score real not null,
  reasons jsonb not null,
  found_at timestamptz(3) not null,
  settled_at timestamptz(3),
  settled_as text check (settled_as in ('merged', 'different')),
  settled_by uuid references accounts.user_account,
  merge_id uuid,                         -- stands in for a suggestion about the merged record
  unique (one_id, other_id),
  check (one_id < other_id)
);
create index duplicate_suggestion_other on candidates.duplicate_suggestion (other_id);
create index duplicate_suggestion_open on candidates.duplicate_suggestion (score desc, id) where settled_at is null;

-- A merge is a link with a survivor; `undo` holds what moved, by row id, so that a split is exact.
create table candidates.merge (
  id uuid primary key,
  survivor_id uuid not null references candidates.candidate on delete cascade,
  merged_id uuid not null references candidates.candidate on delete cascade,
  undo jsonb not null,
  merged_at timestamptz(3) not null,
  merged_by uuid references accounts.user_account,
  undone_at timestamptz(3),
  undone_by uuid references accounts.user_account
);
create index merge_survivor on candidates.merge (survivor_id);
create unique index merge_once on candidates.merge (merged_id) where undone_at is null;

-- Which users outside the all-seeing roles may see a person, and why. Kept by the rooms that know
-- (ats: teams of the person's jobs). One row a reason, so that removing one keeps the others.
create table candidates.sight (
  user_id uuid not null references accounts.user_account on delete cascade,
  candidate_id uuid not null references candidates.candidate on delete cascade,
  because uuid not null,                 -- the job, referral … that gives the sight
  merge_id uuid,
  primary key (user_id, candidate_id, because)
);
create index sight_candidate on candidates.sight (candidate_id, user_id);
create index sight_because on candidates.sight (because);
