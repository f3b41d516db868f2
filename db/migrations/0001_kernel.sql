-- The ground every room stands on. Runs as the owner; the application's role owns nothing.
create schema kernel;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- What became true: timeline, audit and outbox in one. Append-only for the application.
create table kernel.fact (
  id bigint generated always as identity primary key,
  name text not null,
  at timestamptz(3) not null,
  actor_kind text not null check (actor_kind in ('user', 'candidate', 'visitor', 'system')),
  actor_id text,
  command text not null,
  candidate_id uuid,
  application_id uuid,
  job_id uuid,
  subject_id text,
  particulars jsonb not null default '{}'
);
create index fact_candidate on kernel.fact (candidate_id, id desc) where candidate_id is not null;
create index fact_application on kernel.fact (application_id, id desc) where application_id is not null;
create index fact_job on kernel.fact (job_id, id desc) where job_id is not null;
create index fact_subject on kernel.fact (subject_id, id desc) where subject_id is not null;
create index fact_name on kernel.fact (name, id desc);

-- The answer given to a request, so that its repeat gets the same one.
create table kernel.request (
  id text not null,
  actor text not null,
  command text not null,
  answer jsonb not null,
  at timestamptz(3) not null,
  primary key (id, actor, command)
);
create index request_at on kernel.request (at);

-- Small things the product remembers about itself: cursors, versions, the first-run token's hash.
create table kernel.memory (
  key text primary key,
  value jsonb not null
);

-- Immutable wrapper: text search and name indexes need it.
create function kernel.fold(text) returns text language sql immutable strict parallel safe
  set search_path = pg_catalog, public
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;
