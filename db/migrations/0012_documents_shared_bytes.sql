-- One original given to many people lies in the file store once: its bytes go with the last row that names them.
create index file_storage on documents.file (storage_key);
-- Nobody gets the very same file twice.
create index file_held on documents.file (candidate_id, sha256) where candidate_id is not null;
