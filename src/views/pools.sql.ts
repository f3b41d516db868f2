import { visibleCandidate } from '../candidates/door.ts'
import { visiblePool } from '../crm/door.ts'
import type { Actor } from '../kernel/model/actor.ts'
import type { Instant } from '../kernel/model/time.ts'
import { type Statement, sql } from '../kernel/sql.ts'

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
  /** To whom no word went for so long as `quietSince` says, or ever. */
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
}

/** Pools in sight with how they are: one pass over the members of all of them. */
export const loadPools = (
  actor: Actor,
  which: { readonly poolId?: string | undefined; readonly archived?: boolean | undefined },
  times: { readonly today: string; readonly quietSince: Instant },
): Statement<PoolLine> => sql<PoolLine>`
  with shown as materialized (
    select p.* from crm.pool p where ${visiblePool(actor, 'p')}
      ${which.poolId ? sql`and p.id = ${which.poolId}` : sql`and (p.archived_at is not null) = ${which.archived ?? false}`}
  ), member as materialized (
    select m.pool_id, m.stage_id,
      (s.is_ready or (pr.ready_from <= ${times.today}::date and pr.ready_until >= ${times.today}::date))
        and pr.snoozed_until is null as is_ready,
      c.last_outbound_at is null or c.last_outbound_at < ${times.quietSince} as is_quiet,
      pr.snoozed_until is not null as is_snoozed,
      not exists (select from candidates.contact_point point where point.candidate_id = c.id and point.kind = 'email') as is_unreachable
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
    array(select r.user_id::text from crm.pool_reader r where r.pool_id = p.id order by 1) as readers
  from shown p join accounts.user_account u on u.id = p.owner_id left join counted c on c.pool_id = p.id
  order by kernel.fold(p.name), p.id limit 1000`
