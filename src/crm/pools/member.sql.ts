import type { Actor } from '../../kernel/model/actor.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import { visiblePool } from './pool.sql.ts'

export interface MemberRow {
  readonly candidateId: string
  readonly stageId: string
}

/** Whoever is a member already stays where they stand. */
export const insertMembers = (
  member: { readonly poolId: string; readonly stageId: string; readonly because: string },
  candidateIds: readonly string[],
  by: string | null,
  at: Instant,
): Statement<MemberRow> => sql<MemberRow>`
  insert into crm.pool_member (pool_id, candidate_id, stage_id, entered_stage_at, added_at, added_by, because)
  select ${member.poolId}::uuid, c, ${member.stageId}::uuid, ${at}, ${at}, ${by}::uuid, ${member.because}
  from unnest(${candidateIds}::uuid[]) c
  on conflict do nothing returning candidate_id as "candidateId", stage_id as "stageId"`

export const moveMembers = (
  poolId: string,
  candidateIds: readonly string[],
  stageId: string,
  at: Instant,
): Statement<MemberRow & { fromStageId: string }> => sql<MemberRow & { fromStageId: string }>`
  update crm.pool_member m set stage_id = ${stageId}, entered_stage_at = ${at}
  from (select candidate_id, stage_id from crm.pool_member
    where pool_id = ${poolId} and candidate_id = any(${candidateIds}::uuid[]) order by candidate_id for update) was
  where m.pool_id = ${poolId} and m.candidate_id = was.candidate_id and was.stage_id <> ${stageId}::uuid
  returning m.candidate_id as "candidateId", m.stage_id as "stageId", was.stage_id as "fromStageId"`

export const deleteMembers = (poolId: string, candidateIds: readonly string[]): Statement<MemberRow> =>
  sql<MemberRow>`
    delete from crm.pool_member where pool_id = ${poolId} and candidate_id = any(${candidateIds}::uuid[])
    returning candidate_id as "candidateId", stage_id as "stageId"`

export interface PoolOfCandidate {
  readonly poolId: string
  readonly name: string
  readonly stageId: string
  readonly stage: string
  readonly since: Instant
  readonly because: string
}

/** The pools in sight that hold a person. */
export const loadPoolsOf = (
  actor: Actor,
  candidateId: string,
): Statement<PoolOfCandidate> => sql<PoolOfCandidate>`
  select p.id as "poolId", p.name, s.id as "stageId", s.name as stage, m.added_at as since, m.because
  from crm.pool_member m join crm.pool p on p.id = m.pool_id join crm.pool_stage s on s.id = m.stage_id
  where m.candidate_id = ${candidateId} and p.archived_at is null and ${visiblePool(actor, 'p')} order by p.name, p.id`

/** A person who stands in a pool with both records is in it once: the survivor's row leads, the other waits. */
export const moveForMerge = (from: string, to: string, mergeId: string): Statement<unknown> => sql`
  with leads as (
    update crm.lead l set candidate_id = ${to}, merge_id = coalesce(merge_id, ${mergeId}::uuid)
    where candidate_id = ${from} and not exists (select from crm.lead other where other.candidate_id = ${to}
      and other.job_id = l.job_id and other.state in ('considered', 'asked') and l.state in ('considered', 'asked'))
  ), ended as (
    update crm.enrolment set state = 'stopped', stopped_because = 'merged', merge_id = ${mergeId}::uuid
    where candidate_id = ${from} and state in ('active', 'waiting-for-line', 'paused') and exists (
      select from crm.enrolment other where other.candidate_id = ${to}
        and (other.sequence_id = enrolment.sequence_id or other.state in ('active', 'waiting-for-line', 'paused')))
  ), moved as (
    update crm.enrolment e set candidate_id = ${to}, merge_id = coalesce(merge_id, ${mergeId}::uuid)
    where candidate_id = ${from} and not exists (select from crm.enrolment other where other.candidate_id = ${to}
      and (other.sequence_id = e.sequence_id or (other.state in ('active', 'waiting-for-line', 'paused')
        and e.state in ('active', 'waiting-for-line', 'paused'))))
  )
  update crm.pool_member m set candidate_id = ${to}, merge_id = coalesce(merge_id, ${mergeId}::uuid)
  where candidate_id = ${from}
    and not exists (select from crm.pool_member other where other.pool_id = m.pool_id and other.candidate_id = ${to})`

export const moveBackFromMerge = (
  to: string,
  mergeId: string,
  within: readonly string[],
): Statement<unknown> => {
  const marks = [mergeId, ...within]
  return sql`
  with leads as (
    update crm.lead set candidate_id = ${to}, merge_id = nullif(merge_id, ${mergeId}::uuid)
    where merge_id = any(${marks}::uuid[])
  ), enrolments as (
    update crm.enrolment set candidate_id = ${to}, merge_id = nullif(merge_id, ${mergeId}::uuid),
      state = case when stopped_because = 'merged' and merge_id = ${mergeId} then 'paused' else state end,
      stopped_because = nullif(stopped_because, case when merge_id = ${mergeId} then 'merged' end)
    where merge_id = any(${marks}::uuid[])
  )
  update crm.pool_member set candidate_id = ${to}, merge_id = nullif(merge_id, ${mergeId}::uuid)
  where merge_id = any(${marks}::uuid[])`
}
