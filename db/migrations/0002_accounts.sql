create schema accounts;

-- One organisation a database; the row is there from the first run on.
create table accounts.organisation (
  one boolean primary key default true check (one),
  name text not null,
  slug text not null,
  postal_address text,
  website text,
  mail_from text,
  brand_colour text not null default '#0f5b73',
  language text not null default 'en',
  time_zone text not null default 'UTC',
  is_demo boolean not null default false,
  created_at timestamptz(3) not null
);

create table accounts.office (
  id uuid primary key,
  name text not null,
  legal_entity text,
  city text,
  region text,
  country char(2) not null,
  time_zone text not null,
  closed_at timestamptz(3)
);

create table accounts.user_account (
  id uuid primary key,
  name text not null,
  mail text not null,
  mail_key text not null unique,         -- lower-cased
  title text,
  language text not null default 'en',
  time_zone text not null default 'UTC',
  password_hash text,
  second_factor_secret text,             -- encrypted with the installation's key
  second_factor_at timestamptz(3),       -- null: none in use
  second_factor_pending text,            -- encrypted too: shown, not yet confirmed by a code
  second_factor_counter bigint,          -- the last time step whose code was used: none works twice
  created_at timestamptz(3) not null,
  disabled_at timestamptz(3),
  last_seen_at timestamptz(3)
);

create table accounts.user_role (
  user_id uuid not null references accounts.user_account on delete cascade,
  role text not null check (role in ('admin', 'recruiter', 'sourcer', 'coordinator', 'hiring-manager', 'interviewer', 'employee', 'compliance-officer')),
  primary key (user_id, role)
);

-- Where an administrator departed from a permission's default roles.
create table accounts.role_permission (
  role text not null,
  permission text not null,
  granted boolean not null,
  primary key (role, permission)
);

create table accounts.session (
  id uuid primary key,
  token_hash text not null unique,
  user_id uuid not null references accounts.user_account on delete cascade,
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  stage text not null check (stage in ('second-factor', 'enrolment', 'open')), -- only open may act
  way text not null check (way in ('password', 'provider')),
  second_factor_at timestamptz(3),
  address text,
  agent text,
  ended_at timestamptz(3)
);
create index session_of_user on accounts.session (user_id) where ended_at is null;
create index session_expiry on accounts.session (expires_at);

create table accounts.recovery_code (
  user_id uuid not null references accounts.user_account on delete cascade,
  code_hash text not null,
  used_at timestamptz(3),
  primary key (user_id, code_hash)
);

create table accounts.invitation (
  id uuid primary key,
  token_hash text not null unique,
  mail text not null,
  name text not null,
  roles text[] not null,
  invited_by uuid references accounts.user_account,
  invited_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  revoked_at timestamptz(3)
);
create index invitation_open on accounts.invitation (lower(mail)) where accepted_at is null and revoked_at is null;

create table accounts.password_reset (
  id uuid primary key,
  token_hash text not null unique,
  user_id uuid references accounts.user_account on delete cascade, -- null: nobody has that mail (asking takes as long)
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);

create table accounts.api_token (
  id uuid primary key,
  user_id uuid not null references accounts.user_account on delete cascade,
  name text not null,
  token_hash text not null unique,
  scopes text[] not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3)
);
create index api_token_of_user on accounts.api_token (user_id) where revoked_at is null;

-- Who a sign-in provider (OpenID Connect) says somebody is.
create table accounts.provider_identity (
  issuer text not null,
  subject text not null,
  user_id uuid not null references accounts.user_account on delete cascade,
  linked_at timestamptz(3) not null,
  primary key (issuer, subject)
);
create index provider_identity_user on accounts.provider_identity (user_id);

-- For rate limits: one row a failed try. The key is a keyed hash of what is limited, so that it names nobody.
create table accounts.attempt (
  key text not null,
  at timestamptz(3) not null
);
create index attempt_key on accounts.attempt (key, at desc);
create index attempt_at on accounts.attempt (at);

create table accounts.saved_view (
  id uuid primary key,
  screen text not null,
  name text not null,
  search text not null,                  -- the address bar's part that makes the view
  owner_id uuid not null references accounts.user_account on delete cascade,
  shared boolean not null default false,
  position integer not null default 0,
  created_at timestamptz(3) not null
);
create index saved_view_screen on accounts.saved_view (screen, owner_id);

create table accounts.notification (
  id uuid primary key,
  user_id uuid not null references accounts.user_account on delete cascade,
  kind text not null,                    -- mention | assigned | reply | approval …
  candidate_id uuid,
  application_id uuid,
  job_id uuid,
  subject_id text,
  fact_id bigint,
  at timestamptz(3) not null,
  read_at timestamptz(3),
  unique (user_id, kind, fact_id)
);
create index notification_unread on accounts.notification (user_id, at desc) where read_at is null;

create table accounts.setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz(3) not null,
  changed_by uuid references accounts.user_account
);

-- Who holds a session's token, asked before every request. A function, because PostgreSQL keeps its plan for the
-- connection: planning these few joins anew each time takes longer than running them.
create function accounts.session_holder(
  hash text, now_at timestamptz, used_since timestamptz,
  out id uuid, out "userId" uuid, out stage text, out "lastSeenAt" timestamptz, out name text, out roles text[], out departures jsonb
) returns setof record language plpgsql stable set search_path = accounts, pg_catalog as $$
begin
  return query
  select s.id, s.user_id, s.stage, s.last_seen_at::timestamptz, u.name,
    array(select r.role from user_role r where r.user_id = u.id order by r.role),
    (select coalesce(jsonb_agg(jsonb_build_object('role', d.role, 'permission', d.permission, 'granted', d.granted)), '[]')
      from role_permission d join user_role r on r.role = d.role and r.user_id = u.id)
  from session s join user_account u on u.id = s.user_id
  where s.token_hash = hash and s.ended_at is null and s.expires_at > now_at and s.last_seen_at > used_since
    and u.disabled_at is null;
end $$;
