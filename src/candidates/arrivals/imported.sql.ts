import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import { fillable } from '../record/candidate.sql.ts'

export interface Pair {
  readonly candidateId: string
  readonly tagId: string
}

/** Gives each person their own tags; answers what was new. */
export const addTagPairs = (pairs: readonly Pair[], at: Instant): Statement<Pair> => sql<Pair>`
  insert into candidates.candidate_tag (candidate_id, tag_id, added_at)
  select "candidateId", "tagId", ${at} from ${jsonRows(pairs, '"candidateId" uuid, "tagId" uuid')}
  on conflict do nothing returning candidate_id as "candidateId", tag_id as "tagId"`

/** Writes notes that the person does not have word for word already; answers the new ones. */
export const insertNewNotes = (
  notes: readonly { readonly id: string; readonly candidateId: string; readonly body: string }[],
  at: Instant,
): Statement<{ id: string; candidateId: string }> => sql<{ id: string; candidateId: string }>`
  insert into candidates.note (id, candidate_id, body, written_at)
  select r.id, r."candidateId", r.body, ${at} from ${jsonRows(notes, 'id uuid, "candidateId" uuid, body text')}
  where not exists (select from candidates.note n where n.candidate_id = r."candidateId" and n.body = r.body and n.deleted_at is null)
  returning id, candidate_id as "candidateId"`

/** Skills of people of whom none are known yet; a résumé that is read later replaces them. */
export const insertFirstSkills = (
  skills: readonly {
    readonly id: string
    readonly candidateId: string
    readonly position: number
    readonly name: string
  }[],
  fileId: string,
): Statement<unknown> => sql`
  insert into candidates.resume_fact (id, candidate_id, file_id, kind, position, content)
  select r.id, r."candidateId", ${fileId}::uuid, 'skill', r.position, jsonb_build_object('name', r.name)
  from ${jsonRows(skills, 'id uuid, "candidateId" uuid, position int, name text')}
  where not exists (select from candidates.resume_fact f where f.candidate_id = r."candidateId" and f.kind = 'skill')`

/** Stops contact with people with whom it is not stopped; answers who they were to us. */
export const holdPeople = (
  ids: readonly string[],
  because: { readonly at: Instant; readonly reason: string },
): Statement<{ id: string; relationship: string }> => sql<{ id: string; relationship: string }>`
  update candidates.candidate set do_not_contact_at = ${because.at}, do_not_contact_reason = ${because.reason},
    updated_at = ${because.at}
  where id = any(${ids}::uuid[]) and do_not_contact_at is null
  returning id, relationship`

/** Consents the people already have an event of, so that a second import adds nothing and a withdrawal stands. */
export const loadConsentSigns = (
  ids: readonly string[],
): Statement<{ candidateId: string; purpose: string; event: string; channel: string }> => sql<{
  candidateId: string
  purpose: string
  event: string
  channel: string
}>`
  select distinct candidate_id as "candidateId", purpose, event, channel
  from candidates.consent_event where candidate_id = any(${ids}::uuid[])`

/** Where records stand that were known by these ids: merged ones lead to their survivor. */
export const loadStanding = (
  ids: readonly string[],
): Statement<{ id: string; standsAs: string; isErased: boolean }> => sql<{
  id: string
  standsAs: string
  isErased: boolean
}>`
  with recursive way as (
    select c.id as from_id, c.id, c.merged_into, c.erased_at from candidates.candidate c where c.id = any(${ids}::uuid[])
    union all
    select w.from_id, c.id, c.merged_into, c.erased_at from way w join candidates.candidate c on c.id = w.merged_into
  )
  select from_id as id, id as "standsAs", erased_at is not null as "isErased" from way where merged_into is null`

/** Makes records of an import go that nothing refers to as a merge; answers which went. */
export const deleteRecords = (ids: readonly string[]): Statement<{ id: string }> => sql<{ id: string }>`
  delete from candidates.candidate c where c.id = any(${ids}::uuid[]) and c.merged_into is null
    and not exists (select from candidates.candidate m where m.merged_into = c.id)
  returning c.id`

/** Contact points that a file brought and nobody made first since. */
export const deletePointsOfFile = (
  fileId: string,
  ids: readonly string[],
): Statement<{ candidateId: string; kind: string }> => sql<{ candidateId: string; kind: string }>`
  delete from candidates.contact_point p where p.came_file_id = ${fileId} and p.candidate_id = any(${ids}::uuid[])
    and p.merge_id is null
  returning p.candidate_id as "candidateId", p.kind`

/** Empties fields that show what only this file said, and forgets that it said so. */
export const deleteValuesOfFile = (
  fileId: string,
  ids: readonly string[],
  at: Instant,
): Statement<{ candidateId: string; field: string }> => {
  const column = (name: string, field: string) =>
    `${name} = case when r.fields ? '${field}' and c.${name} = r.fields ->> '${field}' then null else c.${name} end`
  return sql<{ candidateId: string; field: string }>`
    with gone as (
      delete from candidates.provenance where came_file_id = ${fileId} and candidate_id = any(${ids}::uuid[])
      returning candidate_id, field, value
    ), only_here as (
      select g.candidate_id, g.field, g.value from gone g where not exists (
        select from candidates.provenance p where p.candidate_id = g.candidate_id and p.field = g.field
          and p.value = g.value and p.came_file_id is distinct from ${fileId}::uuid)
    ), r as (
      select candidate_id, jsonb_object_agg(field, value) as fields from only_here group by candidate_id
    ), emptied as (
      update candidates.candidate c set ${sql.raw(fillable.map(([name, field]) => column(name, field)).join(', '))},
        updated_at = ${at}
      from r where c.id = r.candidate_id
    )
    select candidate_id as "candidateId", field from only_here where field <> 'name'`
}

export const deleteTagPairs = (pairs: readonly Pair[]): Statement<Pair> => sql<Pair>`
  delete from candidates.candidate_tag ct using ${jsonRows(pairs, '"candidateId" uuid, "tagId" uuid')}
  where ct.candidate_id = r."candidateId" and ct.tag_id = r."tagId"
  returning ct.candidate_id as "candidateId", ct.tag_id as "tagId"`

/** Notes of an import that nobody changed since. */
export const blankNotes = (
  ids: readonly string[],
  at: Instant,
): Statement<{ id: string; candidateId: string }> => sql<{
  id: string
  candidateId: string
}>`
  update candidates.note set body = '', deleted_at = ${at}
  where id = any(${ids}::uuid[]) and edited_at is null and deleted_at is null
  returning id, candidate_id as "candidateId"`

export const deleteSkillsOfFile = (fileId: string, ids: readonly string[]): Statement<unknown> => sql`
  delete from candidates.resume_fact where file_id = ${fileId} and candidate_id = any(${ids}::uuid[]) and edited_at is null`
