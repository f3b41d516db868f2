import { type Actor, holds } from '../../kernel/model/actor.ts'
import { type Fragment, jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import { seeAll, seeConfidential } from '../model/permissions.ts'

/**
 * Which candidates the actor may see, as a condition on the table alias `alias` (code, never input): on record
 * (not merged away, not erased) and in sight. Costs an all-seeing actor one boolean column.
 */
export const visibleCandidate = (actor: Actor, alias: string): Fragment => {
  const c = sql.raw(alias)
  const onRecord = sql`${c}.merged_into is null and ${c}.erased_at is null`
  if (actor.kind === 'system') return onRecord
  if (actor.kind === 'candidate') return sql`(${onRecord} and ${c}.id = ${actor.id})`
  if (actor.kind === 'visitor') return sql`false`
  const broughtIn = sql`exists (select from candidates.sight seen where seen.user_id = ${actor.id} and seen.candidate_id = ${c}.id)`
  if (!holds(actor, seeAll)) return sql`(${onRecord} and ${broughtIn})`
  if (holds(actor, seeConfidential)) return onRecord
  return sql`(${onRecord} and (not ${c}.confidential or ${broughtIn}))`
}

/** The names of those of the ids that the actor may see. */
export const namesAmong = (actor: Actor, ids: readonly string[]): Statement<{ id: string; name: string }> =>
  sql<{ id: string; name: string }>`
    select c.id, c.name from candidates.candidate c
    where c.id = any(${ids}::uuid[]) and ${visibleCandidate(actor, 'c')}`

/** The same for a row that names a person in the column `column` (code, never input): for rooms with their own tables. */
export const candidateInSight = (actor: Actor, column: string): Fragment =>
  sql`exists (select from candidates.candidate in_sight where in_sight.id = ${sql.raw(column)} and ${visibleCandidate(actor, 'in_sight')})`

/** Those of the ids that the actor may see. */
export const visibleAmong = (actor: Actor, ids: readonly string[]): Statement<{ id: string }> =>
  sql<{ id: string }>`
    select c.id from candidates.candidate c
    where c.id = any(${ids}::uuid[]) and ${visibleCandidate(actor, 'c')}`

export interface Sight {
  readonly userId: string
  readonly candidateId: string
  /** The job, referral or other row that gives the sight. */
  readonly because: string
}

export const insertSight = (sights: readonly Sight[]): Statement<unknown> => sql`
  insert into candidates.sight (user_id, candidate_id, because)
  select "userId", "candidateId", because
  from ${jsonRows(sights, '"userId" uuid, "candidateId" uuid, because uuid')}
  on conflict do nothing`

export interface LostSight {
  readonly because: string
  readonly userId?: string
  readonly candidateId?: string
}

export const deleteSight = (sights: readonly LostSight[]): Statement<unknown> => sql`
  delete from candidates.sight s
  using ${jsonRows(sights, '"userId" uuid, "candidateId" uuid, because uuid')}
  where s.because = r.because and (r."userId" is null or s.user_id = r."userId")
    and (r."candidateId" is null or s.candidate_id = r."candidateId")`
