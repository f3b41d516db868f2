import { visibleJob } from '../ats/door.ts'
import { visibleCandidate } from '../candidates/door.ts'
import { visiblePool } from '../crm/door.ts'
import type { Actor } from '../kernel/model/actor.ts'
import type { Instant } from '../kernel/model/time.ts'
import { type Statement, sql } from '../kernel/sql.ts'
import type { memberStates } from './member-states.sql.ts'

export interface PoolLine {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly access: 'team' | 'private'
  readonly ownerId: string
  readonly ownerName: string
  readonly archivedAt: Instant | null
  readonly people: number
  /** Who stands in a ready stage or said that they would move by now, and is not let be. */
  readonly ready: number
  /** To whom no word went for ninety days, or ever. */
  readonly quiet: number
  readonly snoozed: number
  /** Whom no mail can reach. */
  readonly unreachable: number
  readonly stages: readonly {
    readonly id: string
    readonly name: string
    readonly isReady: boolean
    readonly people: number
  }[]
  readonly readers: readonly string[]
  /** The seats it is kept for, the soonest first; those on a job out of sight are left out. */
  readonly needs: readonly {
    readonly id: string
    readonly says: string
    readonly seats: number
    readonly neededBy: string
    readonly jobId: string | null
    readonly jobTitle: string | null
  }[]
}

/** Pools in sight with how they are: one pass over the members of all of them. */
export const loadPools = (
  actor: Actor,
  which: { readonly poolId?: string | undefined; readonly archived?: boolean | undefined },
  is: ReturnType<typeof memberStates>,
): Statement<PoolLine> => sql<PoolLine>`
  with shown as materialized (
    select p.* from crm.pool p where ${visiblePool(actor, 'p')}
      ${which.poolId ? sql`and p.id = ${which.poolId}` : sql`and (p.archived_at is not null) = ${which.archived ?? false}`}
  ), member as materialized (
    select m.pool_id, m.stage_id,
      ${is.ready} as is_ready, ${is.quiet} as is_quiet, ${is.snoozed} as is_snoozed, ${is.unreachable} as is_unreachable
    from shown join crm.pool_member m on m.pool_id = shown.id join crm.pool_stage s on s.id = m.stage_id
    join candidates.candidate c on c.id = m.candidate_id
    left join crm.prospect pr on pr.candidate_id = c.id
    where ${visibleCandidate(actor, 'c')}
  ), counted as (
    select pool_id, count(*) as people, count(*) filter (where is_ready) as ready, count(*) filter (where is_quiet) as quiet,
      count(*) filter (where is_snoozed) as snoozed, count(*) filter (where is_unreachable) as unreachable
    from member group by pool_id
  )
  select p.id, p.name, p.description, p.access, p.owner_id as "ownerId", u.name as "ownerName", p.archived_at as "archivedAt",
    coalesce(c.people, 0) as people, coalesce(c.ready, 0) as ready, coalesce(c.quiet, 0) as quiet,
    coalesce(c.snoozed, 0) as snoozed, coalesce(c.unreachable, 0) as unreachable,
    (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'isReady', s.is_ready,
        'people', (select count(*) from member where member.stage_id = s.id)) order by s.position), '[]')
      from crm.pool_stage s where s.pool_id = p.id) as stages,
    array(select r.user_id::text from crm.pool_reader r where r.pool_id = p.id order by 1) as readers,
    (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'says', n.says, 'seats', n.seats, 'neededBy', n.needed_by,
        'jobId', j.id, 'jobTitle', j.title) order by n.needed_by, n.id), '[]')
      from crm.pool_need n left join ats.job j on j.id = n.job_id and ${visibleJob(actor, 'j')}
      where n.pool_id = p.id and (n.job_id is null or j.id is not null)) as needs
  from shown p join accounts.user_account u on u.id = p.owner_id left join counted c on c.pool_id = p.id
  order by kernel.fold(p.name), p.id limit 1000`

/** Where a person stands in a pool, and what is known of when they would move. */
export interface Standing {
  readonly stageId: string
  readonly stage: string
  readonly since: Instant
  readonly readyFrom: string | null
  readonly readyUntil: string | null
  readonly snoozedUntil: string | null
}

/** Where those of them who are in the pool stand. */
export const loadStandings = (
  actor: Actor,
  poolId: string,
  candidateIds: readonly string[],
): Statement<Standing & { candidateId: string }> => sql<Standing & { candidateId: string }>`
  select m.candidate_id as "candidateId", s.id as "stageId", s.name as stage, m.entered_stage_at as since,
    pr.ready_from as "readyFrom", pr.ready_until as "readyUntil", pr.snoozed_until as "snoozedUntil"
  from crm.pool_member m join crm.pool p on p.id = m.pool_id join crm.pool_stage s on s.id = m.stage_id
  left join crm.prospect pr on pr.candidate_id = m.candidate_id
  where m.pool_id = ${poolId} and m.candidate_id = any(${candidateIds}::uuid[]) and ${visiblePool(actor, 'p')}`
