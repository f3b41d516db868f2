import type { ApplicationId, CandidateId, JobId, UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import type { DecisionId } from '../model/ids.ts'

export interface DecidedRow {
  readonly applicationId: ApplicationId
  readonly candidateId: CandidateId
  readonly state: 'hired' | 'rejected' | 'withdrawn' | 'closed'
  readonly reason: string | null
  readonly side: 'us' | 'them' | 'neither' | null
  readonly decidedAt: Instant
  readonly decidedBy: UserId | null
  /** Of those taken over from another system there is none. */
  readonly decisionId: DecisionId | null
  readonly mailKey: string | null
  readonly appliedAgain: boolean
}

export interface DecidedPlace {
  readonly decidedAt: string
  readonly applicationId: string
}

/** Whose application of a job ended, newest decision first: read in that order from the index. */
export const loadDecided = (
  jobId: JobId,
  limit: number,
  after: DecidedPlace | undefined,
): Statement<DecidedRow> => sql<DecidedRow>`
  select x.*, r.says as reason, d.id as "decisionId", d.mail_key as "mailKey",
    exists (select from ats.application o where o.candidate_id = x."candidateId" and o.job_id = ${jobId}
      and o.id <> x."applicationId" and o.state = 'active') as "appliedAgain"
  from (
    select a.id as "applicationId", a.candidate_id as "candidateId", a.state, a.reason_code, a.reason_side as side,
      a.closed_at as "decidedAt", a.decided_by as "decidedBy"
    from ats.application a where a.job_id = ${jobId} and a.state <> 'active' and a.closed_at is not null
      ${after ? sql`and (a.closed_at, a.id) < (${after.decidedAt}::timestamptz, ${after.applicationId}::uuid)` : sql``}
    order by a.closed_at desc, a.id desc limit ${limit}) x
  left join ats.reason r on r.code = x.reason_code
  left join lateral (select l.id, l.mail_key from ats.decision l where l.application_id = x."applicationId"
    and l.undone_at is null order by l.at desc, l.id desc limit 1) d on true
  order by x."decidedAt" desc, x."applicationId" desc`

export const countDecided = (jobId: JobId): Statement<{ count: number }> => sql`
  select count(*) as count from ats.application a
  where a.job_id = ${jobId} and a.state <> 'active' and a.closed_at is not null`
