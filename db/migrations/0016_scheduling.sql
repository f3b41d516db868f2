-- When people can meet, and when they do.
create schema scheduling;

create table scheduling.appointment (
  id uuid primary key,                   -- in calendars too: its UID (RFC 7986, section 5.3)
  title text not null,
  place text not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  zone text not null,                    -- in which it was planned, by its IANA name
  organiser_id uuid not null references accounts.user_account,
  sequence integer not null default 0,   -- grows with whatever calendars must learn (RFC 5546, section 2.1.4)
  state text not null default 'booked' check (state in ('booked', 'cancelled')),
  booked_at timestamptz(3) not null,
  check (ends_at > starts_at)
);

create table scheduling.attendee (
  id uuid primary key,
  appointment_id uuid not null references scheduling.appointment on delete cascade,
  user_id uuid references accounts.user_account,
  candidate_id uuid references candidates.candidate on delete cascade,
  answer text not null default 'none' check (answer in ('none', 'accepted', 'tentative', 'declined')),
  answered_at timestamptz(3),
  merge_id uuid,                         -- set while it stands for a survivor because of a merge
  check (num_nonnulls(user_id, candidate_id) = 1),
  unique (appointment_id, user_id)
);
create index attendee_appointment on scheduling.attendee (appointment_id);
create index attendee_user on scheduling.attendee (user_id) where user_id is not null;
create index attendee_candidate on scheduling.attendee (candidate_id) where candidate_id is not null;

-- When a colleague meets people, and how often at most. Whoever has no row has the office's hours.
create table scheduling.availability (
  user_id uuid primary key references accounts.user_account on delete cascade,
  zone text not null,
  hours jsonb not null,                  -- [{weekday 1 to 7, from "09:00", to "17:00"}]
  most_a_day integer check (most_a_day > 0),
  most_a_week integer check (most_a_week > 0),
  buffer_minutes integer not null default 0 check (buffer_minutes between 0 and 240)
);
