import { type Actor, holds } from '../../kernel/model/actor.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import type { PoolNeed } from '../model/lead.ts'
import { seePools, seePrivatePools } from '../model/permissions.ts'
import type { PoolStage } from '../model/pool.ts'

/** Which pools an actor knows of, as a condition on the table alias `alias` (code, never input). */
export const visiblePool = (actor: Actor, alias: string): Fragment => {
  if (actor.kind === 'system') return sql`true`
  if (actor.kind !== 'user' || !holds(actor, seePools)) return sql`false`
  if (holds(actor, seePrivatePools)) return sql`true`
  const p = sql.raw(alias)
  return sql`(${p}.access = 'team' or ${p}.owner_id = ${actor.id}
    or exists (select from crm.pool_reader r where r.pool_id = ${p}.id and r.user_id = ${actor.id}))`
}

export interface PoolRow {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly access: 'team' | 'private'
  readonly ownerId: string
  readonly archivedAt: Instant | null
}

const columns = sql`p.id, p.name, p.description, p.access, p.owner_id as "ownerId", p.archived_at as "archivedAt"`

export const lockPools = (actor: Actor, ids: readonly string[]): Statement<PoolRow> => sql<PoolRow>`
  select ${columns} from crm.pool p where p.id = any(${ids}::uuid[]) and ${visiblePool(actor, 'p')} for update`

/** Answers nothing where another pool at work has the name. */
export const insertPool = (pool: Omit<PoolRow, 'archivedAt'>, at: Instant): Statement<{ id: string }> => sql<{
  id: string
}>`
  insert into crm.pool (id, name, description, access, owner_id, created_at, updated_at)
  values (${pool.id}, ${pool.name}, ${pool.description}, ${pool.access}, ${pool.ownerId}, ${at}, ${at})
  on conflict do nothing returning id`

export const nameTaken = (name: string, otherThan: string): Statement<{ id: string }> => sql<{ id: string }>`
  select id from crm.pool where kernel.fold(name) = kernel.fold(${name}) and archived_at is null and id <> ${otherThan}`

export const updatePool = (pool: Omit<PoolRow, 'archivedAt'>, at: Instant): Statement<unknown> => sql`
  update crm.pool set name = ${pool.name}, description = ${pool.description}, access = ${pool.access},
    owner_id = ${pool.ownerId}, updated_at = ${at} where id = ${pool.id}`

export const saveReaders = (poolId: string, users: readonly string[]): Statement<unknown> => sql`
  with gone as (delete from crm.pool_reader where pool_id = ${poolId} and not user_id = any(${users}::uuid[]))
  insert into crm.pool_reader (pool_id, user_id) select ${poolId}, u from unnest(${users}::uuid[]) u on conflict do nothing`

export const setArchived = (
  ids: readonly string[],
  isArchived: boolean,
  at: Instant,
): Statement<{ id: string }> => sql<{ id: string }>`
  update crm.pool set archived_at = ${isArchived ? sql`${at}::timestamptz` : sql`null`}, updated_at = ${at}
  where id = any(${ids}::uuid[]) and (archived_at is null) = ${isArchived} returning id`

export const loadPoolStages = (poolIds: readonly string[]): Statement<PoolStage & { poolId: string }> => sql<
  PoolStage & { poolId: string }
>`
  select s.id, s.pool_id as "poolId", s.position, s.name, s.is_ready as "isReady"
  from crm.pool_stage s where s.pool_id = any(${poolIds}::uuid[]) order by s.pool_id, s.position`

/** Stages in which anybody stands, seen or unseen. */
export const stagesWithMembers = (poolId: string): Statement<{ stageId: string }> => sql<{ stageId: string }>`
  select distinct stage_id as "stageId" from crm.pool_member where pool_id = ${poolId}`

/** Replaces a pool's stages: given ids stay the same rows, others are new, the rest is deleted. */
export const savePoolStages = (poolId: string, stages: readonly PoolStage[]): Statement<unknown> => sql`
  with wanted as (select * from ${jsonRows(stages, 'id uuid, position int, name text, "isReady" boolean')}),
  gone as (delete from crm.pool_stage s where s.pool_id = ${poolId} and not exists (select from wanted w where w.id = s.id))
  insert into crm.pool_stage (id, pool_id, position, name, is_ready)
  select id, ${poolId}, position, name, "isReady" from wanted
  on conflict (id) do update set position = excluded.position, name = excluded.name, is_ready = excluded.is_ready`

export const loadJobsOfPool = (poolId: string): Statement<{ jobId: string }> => sql<{ jobId: string }>`
  select distinct job_id as "jobId" from crm.pool_need where pool_id = ${poolId} and job_id is not null`

/**
 * Replaces the seats a pool is kept for, those on the jobs of `kept` apart; a given id of this pool stays the
 * same row.
 */
export const replacePoolNeeds = (
  poolId: string,
  needs: readonly (PoolNeed & { readonly id: string })[],
  kept: readonly string[],
): Statement<unknown> => sql`
  with wanted as (select * from ${jsonRows(needs, 'id uuid, says text, seats int, "neededBy" date, "jobId" uuid')}),
  gone as (delete from crm.pool_need n where n.pool_id = ${poolId} and not exists (select from wanted w where w.id = n.id)
    and (n.job_id is null or n.job_id <> all(${kept}::uuid[])))
  insert into crm.pool_need (id, pool_id, says, seats, needed_by, job_id)
  select id, ${poolId}, says, seats, "neededBy", "jobId" from wanted
  on conflict (id) do update set says = excluded.says, seats = excluded.seats, needed_by = excluded.needed_by,
    job_id = excluded.job_id where pool_need.pool_id = ${poolId}
    and (pool_need.job_id is null or pool_need.job_id <> all(${kept}::uuid[]))`
