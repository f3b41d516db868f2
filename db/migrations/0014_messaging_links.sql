-- Whose a stranger's mail is was said by a colleague, who may have been wrong: what is needed to take it back.
alter table messaging.thread
  add column linked_at timestamptz(3),
  add column linked_is_new boolean not null default false,  -- the link made the person
  add column inbound_before timestamptz(3);                 -- when the person had last written to us before

update messaging.thread t set linked_at = f.at, linked_is_new = coalesce((f.particulars ->> 'isNew')::boolean, false)
from kernel.fact f where f.name = 'thread.linked' and f.subject_id = t.id::text
  and t.candidate_id is not null and t.from_address is not null;
