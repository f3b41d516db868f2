-- What is counted about promises to candidates: when the mail of a decision left, and how often a day passed in silence.
alter table ats.decision add column told_at timestamptz(3);
alter table ats.application add column promises_missed integer not null default 0;
create index application_promises on ats.application (job_id) where promises_missed > 0;
