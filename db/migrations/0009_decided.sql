-- Who was decided on, newest decision first, as the pipeline lists them.
create index application_decided on ats.application (job_id, closed_at desc, id desc) where state <> 'active';
