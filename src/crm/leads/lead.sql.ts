import type { CandidateId, JobId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, jsonRows, type Statement, sql } from '../../kernel/sql.ts'

export interface LeadRow {
  readonly id: string
  readonly candidateId: CandidateId
  readonly jobId: JobId
  /** `considered` and `asked` are open; the others say how it ended. A lead is never rejected. */
  readonly state: 'considered' | 'asked' | 'applied' | 'not-pursued'
  readonly relationshipBefore: string
}

const columns = sql`l.id, l.candidate_id as "candidateId", l.job_id as "jobId", l.state, l.relationship_before as "relationshipBefore"`
const isOpen = sql.raw(`l.state in ('considered', 'asked')`)

/** Whoever is an open lead on the job already stays as they are. */
export const insertLeads = (
  lead: { readonly jobId: string; readonly poolId: string | null; readonly by: string | null },
  people: readonly { readonly id: string; readonly candidateId: string; readonly relationship: string }[],
  at: Instant,
): Statement<LeadRow> => sql<LeadRow>`
  insert into crm.lead as l (id, candidate_id, job_id, pool_id, since, relationship_before, added_by)
  select r.id, r."candidateId", ${lead.jobId}, ${lead.poolId}::uuid, ${at}, coalesce((select e.relationship_before from crm.lead e
      where e.candidate_id = r."candidateId" and e.state in ('considered', 'asked') limit 1), r.relationship), ${lead.by}::uuid
  from ${jsonRows(people, 'id uuid, "candidateId" uuid, relationship text')}
  on conflict do nothing returning ${columns}`

const locked = (condition: Fragment): Statement<LeadRow> =>
  sql<LeadRow>`select ${columns} from crm.lead l where ${condition} order by l.id for update of l`

export const lockLeads = (ids: readonly string[]): Statement<LeadRow> =>
  locked(sql`l.id = any(${ids}::uuid[])`)

export const lockOpenLeads = (jobId: string, candidateIds: readonly string[]): Statement<LeadRow> =>
  locked(sql`l.job_id = ${jobId} and l.candidate_id = any(${candidateIds}::uuid[]) and ${isOpen}`)

export const lockLeadsOfJob = (jobId: string, limit: number): Statement<LeadRow> => sql<LeadRow>`
  select ${columns} from crm.lead l where l.job_id = ${jobId} and ${isOpen} order by l.id limit ${limit} for update of l`

export const endLeadRows = (
  ends: readonly { readonly id: string; readonly applicationId: string | null }[],
  state: 'applied' | 'not-pursued',
  because: string,
  at: Instant,
): Statement<unknown> => sql`
  update crm.lead l set state = ${state}, application_id = r."applicationId", ended_at = ${at}, ended_because = ${because}
  from ${jsonRows(ends, 'id uuid, "applicationId" uuid')} where l.id = r.id`

/** Open again, unless they have become a lead on that job anew. */
export const reopenLeadRows = (ids: readonly string[]): Statement<LeadRow> => sql<LeadRow>`
  update crm.lead l set state = case when l.asked_at is null then 'considered' else 'asked' end,
    ended_at = null, ended_because = null
  where l.id = any(${ids}::uuid[]) and l.state = 'not-pursued' and not exists (select from crm.lead o
    where o.candidate_id = l.candidate_id and o.job_id = l.job_id and o.state in ('considered', 'asked'))
  returning ${columns}`

export const saveAsked = (ids: readonly string[], at: Instant | null): Statement<unknown> => sql`
  update crm.lead l set state = ${at ? 'asked' : 'considered'}, asked_at = ${at}::timestamptz where l.id = any(${ids}::uuid[])`

/** Of these people, who is still considered for some job. */
export const stillLeads = (candidateIds: readonly string[]): Statement<{ candidateId: CandidateId }> => sql<{
  candidateId: CandidateId
}>`select distinct l.candidate_id as "candidateId" from crm.lead l
  where l.candidate_id = any(${candidateIds}::uuid[]) and ${isOpen}`

/** The open leads of a job. */
export const openLeadsOf = (jobId: string): Statement<LeadRow> =>
  sql<LeadRow>`select ${columns} from crm.lead l where l.job_id = ${jobId} and ${isOpen}`
