-- The inbox is searched by what stands in its mails: names, addresses, subjects, texts.
-- What a reader may not see (the keys of candidates' own pages) must not be guessable through a search either.
create function messaging.words_of(subject text, from_name text, from_address text, to_name text, to_address text, body text)
  returns tsvector language sql immutable parallel safe
  set search_path = pg_catalog, public
  as $$ select to_tsvector('simple', translate(kernel.fold(left(concat_ws(' ', subject, from_name, from_address, to_name,
    to_address, messaging.without_keys(body)), 100000)), '@._-/:', '      ')) $$;

-- Kept beside the mail: a mail changes its state three times on its way out, and its words not once.
alter table messaging.message add column words tsvector
  generated always as (messaging.words_of(subject, from_name, from_address, to_name, to_address, body_text)) stored;
-- Only what was said is searched, not what still waits: so a mail goes into the index once.
create index message_words on messaging.message using gin (words) where state in ('sent', 'received');
