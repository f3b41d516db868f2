-- A record that only a mail or a list had made may go again; its files are then nobody's, and the night takes them
-- with their bytes. With the record gone at once, nothing would name the bytes any more.
alter table documents.file drop constraint file_candidate_id_fkey,
  add constraint file_candidate_id_fkey foreign key (candidate_id) references candidates.candidate on delete set null;
