import type { Actor } from '../../kernel/model/actor.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import { visibleCandidate } from '../record/sight.sql.ts'

export interface Duplicate {
  readonly id: string
  readonly one: { readonly id: string; readonly name: string }
  readonly other: { readonly id: string; readonly name: string }
  readonly score: number
  readonly reasons: readonly { readonly code: string; readonly says: string; readonly weight: number }[]
  readonly foundAt: Instant
}

/** Open suggestions of which the actor may see both people, the likeliest first. */
export const loadDuplicates = (
  actor: Actor,
  limit: number,
  after?: { readonly score: number; readonly id: string },
): Statement<Duplicate> => sql<Duplicate>`
  select s.id, jsonb_build_object('id', a.id, 'name', a.name) as one, jsonb_build_object('id', b.id, 'name', b.name) as other,
    s.score, s.reasons, s.found_at as "foundAt"
  from candidates.duplicate_suggestion s
  join candidates.candidate a on a.id = s.one_id and ${visibleCandidate(actor, 'a')}
  join candidates.candidate b on b.id = s.other_id and ${visibleCandidate(actor, 'b')}
  where s.settled_at is null
    and ${after ? sql`(s.score < ${after.score}::real or (s.score = ${after.score}::real and s.id > ${after.id}::uuid))` : sql`true`}
  order by s.score desc, s.id limit ${limit}`

export const loadSuggestions = (
  ids: readonly string[],
): Statement<{ id: string; oneId: string; otherId: string }> => sql<{
  id: string
  oneId: string
  otherId: string
}>`
  select id, one_id as "oneId", other_id as "otherId" from candidates.duplicate_suggestion where id = any(${ids}::uuid[])`

/** Settles open suggestions; answers those that were. */
export const settleSuggestions = (
  ids: readonly string[],
  settledAs: 'merged' | 'different',
  by: string | null,
  at: Instant,
): Statement<{ id: string; oneId: string; otherId: string }> => sql<{
  id: string
  oneId: string
  otherId: string
}>`
  update candidates.duplicate_suggestion set settled_at = ${at}, settled_as = ${settledAs}, settled_by = ${by}::uuid
  where id = any(${ids}::uuid[]) and settled_at is null
  returning id, one_id as "oneId", other_id as "otherId"`
