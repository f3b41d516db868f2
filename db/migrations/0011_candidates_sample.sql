-- Some rows that hold the words, for “more than a thousand”: of words that very many hold the index hands over about
-- twenty thousand by chance instead of building the list of all (43 ms to 13 where half a million of a million do).
-- What it hands over does hold the words, unless the query excludes some; what it leaves out may hold them too.
create function candidates.sample_holding(asked tsquery, most integer)
  returns table (candidate_id uuid) language sql stable
  set enable_seqscan = off set enable_indexscan = off set gin_fuzzy_search_limit = 20000
  as $$ select d.candidate_id from candidates.search_document d where d.words @@ asked limit most $$;
