import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

/** Sets the owner where it differs; answers whose changed and who it was. */
export const setOwners = (
  ids: readonly string[],
  ownerId: string | null,
  at: Instant,
): Statement<{ id: string; before: string | null }> => sql<{ id: string; before: string | null }>`
  update candidates.candidate c set owner_id = ${ownerId}::uuid, updated_at = ${at}
  from (select id, owner_id from candidates.candidate where id = any(${ids}::uuid[]) order by id for update) was
  where c.id = was.id and was.owner_id is distinct from ${ownerId}::uuid
  returning c.id, was.owner_id as before`

/** Holds or resumes contact where it differs. */
export const setDoNotContact = (
  ids: readonly string[],
  held: { readonly at: Instant; readonly reason: string } | null,
  at: Instant,
): Statement<{ id: string; relationship: string; hasWritten: boolean }> => sql<{
  id: string
  relationship: string
  hasWritten: boolean
}>`
  update candidates.candidate set do_not_contact_at = ${held?.at ?? null}::timestamptz,
    do_not_contact_reason = ${held?.reason ?? null}, updated_at = ${at}
  where id = any(${ids}::uuid[]) and (do_not_contact_at is null) = ${held !== null}
  returning id, relationship, last_inbound_at is not null as "hasWritten"`

/** Makes sure that tags exist; answers each by its key. */
export const ensureTags = (
  tags: readonly { readonly id: string; readonly name: string; readonly nameKey: string }[],
): Statement<{ id: string; nameKey: string }> => sql<{ id: string; nameKey: string }>`
  with made as (
    insert into candidates.tag (id, name, name_key)
    select id, name, "nameKey" from ${jsonRows(tags, 'id uuid, name text, "nameKey" text')}
    on conflict (name_key) do nothing returning id, name_key
  )
  select id, name_key as "nameKey" from made
  union select id, name_key from candidates.tag where name_key = any(${tags.map(({ nameKey }) => nameKey)}::text[])`

export const addTags = (
  candidateIds: readonly string[],
  tagIds: readonly string[],
  at: Instant,
  by: string | null,
): Statement<{ candidateId: string; tagId: string }> => sql<{ candidateId: string; tagId: string }>`
  insert into candidates.candidate_tag (candidate_id, tag_id, added_at, added_by)
  select c, t, ${at}, ${by}::uuid from unnest(${candidateIds}::uuid[]) c, unnest(${tagIds}::uuid[]) t
  on conflict do nothing returning candidate_id as "candidateId", tag_id as "tagId"`

export const removeTags = (
  candidateIds: readonly string[],
  nameKeys: readonly string[],
): Statement<{ candidateId: string; tagId: string }> => sql<{ candidateId: string; tagId: string }>`
  delete from candidates.candidate_tag ct using candidates.tag t
  where t.id = ct.tag_id and t.name_key = any(${nameKeys}::text[]) and ct.candidate_id = any(${candidateIds}::uuid[])
  returning ct.candidate_id as "candidateId", ct.tag_id as "tagId"`

/** Every tag with how many people carry it. */
export const loadTags = (): Statement<{ id: string; name: string; people: number }> => sql<{
  id: string
  name: string
  people: number
}>`
  select t.id, t.name, (select count(*) from candidates.candidate_tag ct where ct.tag_id = t.id) as people
  from candidates.tag t order by t.name_key`
