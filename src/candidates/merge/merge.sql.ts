import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, type Statement, sql } from '../../kernel/sql.ts'

/** The values of a record of which a merge shows one. */
export interface RecordRow {
  readonly id: string
  readonly createdAt: Instant
  readonly values: Readonly<Record<string, string | null>>
  readonly confidential: boolean
}

/** Column and type of each value that a merge may fill on the survivor and a split gives back. */
const shown = [
  ['goes_by', 'text'],
  ['pronouns', 'text'],
  ['headline', 'text'],
  ['title', 'text'],
  ['company', 'text'],
  ['location', 'text'],
  ['country', 'text'],
  ['language', 'text'],
  ['time_zone', 'text'],
  ['owner_id', 'uuid'],
  ['last_activity_at', 'timestamptz'],
  ['last_inbound_at', 'timestamptz'],
  ['last_outbound_at', 'timestamptz'],
  ['last_rejected_at', 'timestamptz'],
  ['relationship', 'text'],
  ['relationship_since', 'timestamptz'],
  ['do_not_contact_at', 'timestamptz'],
  ['do_not_contact_reason', 'text'],
  ['confidential', 'boolean'],
] as const

/** The records, locked in order of id; who is merged away or erased is missing. */
export const lockRecords = (ids: readonly string[]): Statement<RecordRow> => sql<RecordRow>`
  select id, created_at as "createdAt", confidential, jsonb_build_object(${sql.raw(
    shown.map(([column]) => `'${column}', ${column}::text`).join(', '),
  )}) as values
  from candidates.candidate where id = any(${ids}::uuid[]) and merged_into is null and erased_at is null
  order by id for update`

/** Sets the given columns of one record; `values` holds texts, cast to the column's type. */
export const setValues = (
  id: string,
  values: Readonly<Record<string, string | null>>,
  at: Instant,
): Statement<unknown> => sql`
  update candidates.candidate set ${sql.raw(
    shown
      .map(
        ([column, type]) =>
          `${column} = case when r.set ? '${column}' then (r.set ->> '${column}')::${type} else ${column} end`,
      )
      .join(', '),
  )}, updated_at = ${at}
  from (select ${JSON.stringify(values)}::jsonb as set) r where id = ${id}`

export interface HeldPointRow {
  readonly id: string
  readonly candidateId: string
  readonly kind: string
  readonly normalised: string
  readonly isPrimary: boolean
  readonly cameFrom: string
  readonly cameAt: Instant
  readonly cameFileId: string | null
}

export const loadHeldPoints = (candidateIds: readonly string[]): Statement<HeldPointRow> => sql<HeldPointRow>`
  select id, candidate_id as "candidateId", kind, normalised, is_primary as "isPrimary", came_from as "cameFrom",
    came_at as "cameAt", came_file_id as "cameFileId"
  from candidates.contact_point where candidate_id = any(${candidateIds}::uuid[]) order by id`

/** Which contact points lead and, where `stays` names any, which of them change their record. */
export const setPrimaries = (primary: readonly string[], other: readonly string[]): Statement<unknown> => sql`
  update candidates.contact_point set is_primary = id = any(${primary}::uuid[])
  where id = any(${[...primary, ...other]}::uuid[]) and is_primary <> (id = any(${primary}::uuid[]))`

export const moveContactPoints = (ids: readonly string[], to: string): Statement<unknown> => sql`
  update candidates.contact_point set candidate_id = ${to}, merge_id = null where id = any(${ids}::uuid[])`

const movedTables = ['contact_point', 'provenance', 'resume_fact', 'note', 'task', 'consent_event'] as const

const together = (parts: readonly Fragment[], last: Fragment): Statement<unknown> =>
  sql`with ${sql.join(parts, sql`, `)} ${last}`

/**
 * Links the merged record to the survivor and moves its rows there, each marked with the merge that brought it
 * first, so that merges within merges come apart again. Tags, sight and suggestions are lent: the merged record
 * keeps its own.
 */
export const moveRows = (move: {
  readonly from: string
  readonly to: string
  readonly mergeId: string
}): Statement<unknown> => {
  const moves = movedTables.map(
    (table) => sql`${sql.raw(table)} as (update candidates.${sql.raw(table)}
      set candidate_id = ${move.to}, merge_id = coalesce(merge_id, ${move.mergeId}::uuid) where candidate_id = ${move.from})`,
  )
  return together(
    [
      ...moves,
      sql`tags as (insert into candidates.candidate_tag (candidate_id, tag_id, added_at, added_by, merge_id)
        select ${move.to}::uuid, tag_id, added_at, added_by, ${move.mergeId}::uuid from candidates.candidate_tag where candidate_id = ${move.from}
        on conflict do nothing)`,
      sql`sights as (insert into candidates.sight (user_id, candidate_id, because, merge_id)
        select user_id, ${move.to}::uuid, because, ${move.mergeId}::uuid from candidates.sight where candidate_id = ${move.from}
        on conflict do nothing)`,
      sql`suggestions as (insert into candidates.duplicate_suggestion (id, one_id, other_id, score, reasons, found_at, merge_id)
        select gen_random_uuid(), least(third, ${move.to}::uuid), greatest(third, ${move.to}::uuid), score, reasons, found_at, ${move.mergeId}::uuid
        from (select case when one_id = ${move.from} then other_id else one_id end as third, score, reasons, found_at
          from candidates.duplicate_suggestion where settled_at is null and ${move.from} in (one_id, other_id)) s
        where third <> ${move.to}::uuid
        on conflict do nothing)`,
    ],
    sql`update candidates.candidate set merged_into = ${move.to} where id = ${move.from} or merged_into = ${move.from}`,
  )
}

/**
 * The way back: rows of the merge return, rows of merges within it go along and keep their mark, what was lent
 * is taken back.
 */
export const moveRowsBack = (back: {
  readonly to: string
  readonly mergeId: string
  readonly within: readonly string[]
  readonly withinIds: readonly string[]
}): Statement<unknown> => {
  const moves = movedTables.map(
    (table) => sql`${sql.raw(table)} as (update candidates.${sql.raw(table)}
      set candidate_id = ${back.to}, merge_id = nullif(merge_id, ${back.mergeId}::uuid)
      where merge_id = any(${[back.mergeId, ...back.within]}::uuid[]))`,
  )
  return together(
    [
      ...moves,
      sql`tags as (delete from candidates.candidate_tag where merge_id = ${back.mergeId})`,
      sql`sights as (delete from candidates.sight where merge_id = ${back.mergeId})`,
      sql`suggestions as (delete from candidates.duplicate_suggestion where merge_id = ${back.mergeId} and settled_at is null)`,
      sql`others as (update candidates.candidate set merged_into = ${back.to} where id = any(${back.withinIds}::uuid[]))`,
    ],
    sql`update candidates.candidate set merged_into = null where id = ${back.to}`,
  )
}

export interface MergeRow {
  readonly id: string
  readonly survivorId: string
  readonly mergedId: string
  readonly undo: unknown
}

const mergeColumns = sql`id, survivor_id as "survivorId", merged_id as "mergedId", undo`

export const insertMerge = (merge: MergeRow, by: string | null, at: Instant): Statement<unknown> => sql`
  insert into candidates.merge (id, survivor_id, merged_id, undo, merged_at, merged_by)
  values (${merge.id}, ${merge.survivorId}, ${merge.mergedId}, ${JSON.stringify(merge.undo)}::jsonb, ${at}, ${by}::uuid)`

/** A merge that stands, locked. */
export const lockMerge = (id: string): Statement<MergeRow> => sql<MergeRow>`
  select ${mergeColumns} from candidates.merge where id = ${id} and undone_at is null for update`

/** The merges that stand within a merged record, however deep. */
export const mergesWithin = (candidateId: string): Statement<{ id: string; mergedId: string }> => sql<{
  id: string
  mergedId: string
}>`
  with recursive inner_merge as (
    select id, merged_id from candidates.merge where survivor_id = ${candidateId} and undone_at is null
    union
    select m.id, m.merged_id from candidates.merge m join inner_merge i on m.survivor_id = i.merged_id where m.undone_at is null
  )
  select id, merged_id as "mergedId" from inner_merge`

export const endMerge = (id: string, by: string | null, at: Instant): Statement<unknown> => sql`
  update candidates.merge set undone_at = ${at}, undone_by = ${by}::uuid where id = ${id}`

/** Settles, or opens again, the suggestion of which a merge is the answer. */
export const settlePair = (
  pair: readonly [string, string],
  settled: { readonly by: string | null; readonly at: Instant } | undefined,
): Statement<unknown> => sql`
  update candidates.duplicate_suggestion set settled_at = ${settled?.at ?? null}::timestamptz,
    settled_as = ${settled ? 'merged' : null}, settled_by = ${settled?.by ?? null}::uuid
  where one_id = least(${pair[0]}::uuid, ${pair[1]}::uuid) and other_id = greatest(${pair[0]}::uuid, ${pair[1]}::uuid)
    and (settled_at is null or settled_as = 'merged')`
