import { visibleJob } from '../ats/door.ts'
import { visibleCandidate } from '../candidates/door.ts'
import { visiblePool } from '../crm/door.ts'
import type { Actor } from '../kernel/model/actor.ts'
import type { CandidateId } from '../kernel/model/id.ts'
import type { Instant } from '../kernel/model/time.ts'
import { type Statement, sql } from '../kernel/sql.ts'

export interface LeadLine {
  readonly candidateId: CandidateId
  readonly name: string
  readonly title: string | null
  readonly company: string | null
  /** Null while they only stand ready in a pool that is kept for this job. */
  readonly leadId: string | null
  readonly state: 'considered' | 'asked' | 'ready'
  readonly since: Instant
  readonly poolName: string | null
  readonly doNotContact: boolean
  /** How many there are in all, shown or not. */
  readonly count: number
}

/**
 * Whoever is considered for a job without having applied, and the ready people of the pools that are kept for it,
 * as far as the actor sees them. Asked ones first, then who waits longest.
 */
export const loadLeads = (actor: Actor, jobId: string, limit: number): Statement<LeadLine> => sql<LeadLine>`
  with here as materialized (select j.id from ats.job j where j.id = ${jobId} and ${visibleJob(actor, 'j')}),
  line as (
    select l.candidate_id, l.id as lead_id, l.state, l.since, l.pool_id
    from crm.lead l join here on here.id = l.job_id where l.state in ('considered', 'asked')
    union all
    (select distinct on (m.candidate_id) m.candidate_id, null, 'ready', m.entered_stage_at, m.pool_id
    from here join crm.pool_need n on n.job_id = here.id join crm.pool p on p.id = n.pool_id
    join crm.pool_member m on m.pool_id = p.id join crm.pool_stage s on s.id = m.stage_id
    left join crm.prospect pr on pr.candidate_id = m.candidate_id
    where s.is_ready and p.archived_at is null and ${visiblePool(actor, 'p')} and pr.snoozed_until is null
      and not exists (select from crm.lead l where l.candidate_id = m.candidate_id and l.job_id = here.id)
      and not exists (select from ats.application a where a.candidate_id = m.candidate_id and a.job_id = here.id)
    order by m.candidate_id, m.entered_stage_at, m.pool_id)
  )
  select c.id as "candidateId", c.name, c.title, c.company, line.lead_id as "leadId", line.state, line.since,
    case when ${visiblePool(actor, 'p')} then p.name end as "poolName", c.do_not_contact_at is not null as "doNotContact",
    count(*) over () as count
  from line join candidates.candidate c on c.id = line.candidate_id left join crm.pool p on p.id = line.pool_id
  where ${visibleCandidate(actor, 'c')}
  order by case line.state when 'asked' then 0 when 'considered' then 1 else 2 end, line.since, c.id limit ${limit}`
