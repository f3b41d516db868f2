import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

/** What the record holds that is searched. */
export interface SearchedRow {
  readonly id: string
  readonly name: string
  readonly goesBy: string | null
  readonly headline: string | null
  readonly title: string | null
  readonly company: string | null
  readonly location: string | null
  readonly contacts: readonly string[] | null
  readonly tags: readonly string[] | null
  readonly resumeFacts:
    | readonly { readonly kind: string; readonly content: Readonly<Record<string, unknown>> }[]
    | null
  readonly resume: string | null
  /** The résumés of records that were merged into this one; each stays with its own row. */
  readonly mergedResumes: string | null
}

/** Loads what is searched of each candidate that is on record; `withResume` also its text. */
export const loadSearched = (ids: readonly string[]): Statement<SearchedRow> => sql<SearchedRow>`
  select c.id, c.name, c.goes_by as "goesBy", c.headline, c.title, c.company, c.location,
    (select array_agg(p.value order by p.id) from candidates.contact_point p where p.candidate_id = c.id) as contacts,
    (select array_agg(t.name order by t.name_key) from candidates.candidate_tag ct join candidates.tag t on t.id = ct.tag_id
      where ct.candidate_id = c.id) as tags,
    (select jsonb_agg(jsonb_build_object('kind', f.kind, 'content', f.content) order by f.position)
      from candidates.resume_fact f where f.candidate_id = c.id) as "resumeFacts",
    d.resume,
    (select string_agg(m.resume, e'\n' order by m.candidate_id) from candidates.candidate one
      join candidates.search_document m on m.candidate_id = one.id where one.merged_into = c.id) as "mergedResumes"
  from candidates.candidate c left join candidates.search_document d on d.candidate_id = c.id
  where c.id = any(${ids}::uuid[]) and c.merged_into is null and c.erased_at is null
  order by c.id`

export interface SearchDocumentRow {
  readonly id: string
  readonly body: string
  readonly words: string
  /** Null: as it was. */
  readonly resume: string | null
}

/** Writes the rows of search; recency follows the record. */
export const saveSearchDocuments = (rows: readonly SearchDocumentRow[]): Statement<unknown> => sql`
  insert into candidates.search_document (candidate_id, recency, body, resume, words)
  select r.id, c.last_activity_at, r.body, coalesce(r.resume, d.resume, ''), r.words::tsvector
  from ${jsonRows(rows, 'id uuid, body text, words text, resume text')}
  join candidates.candidate c on c.id = r.id
  left join candidates.search_document d on d.candidate_id = r.id
  on conflict (candidate_id) do update set recency = excluded.recency, body = excluded.body, words = excluded.words,
    resume = excluded.resume`
