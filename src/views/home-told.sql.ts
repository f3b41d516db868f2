import { candidateInSight } from '../candidates/door.ts'
import type { Actor } from '../kernel/model/actor.ts'
import type { Instant } from '../kernel/model/time.ts'
import { type Statement, sql } from '../kernel/sql.ts'

export interface Told {
  readonly id: string
  readonly kind: string
  readonly candidateId: string | null
  /** Null where there is nobody, or nobody the user may see any more. */
  readonly candidateName: string | null
  readonly jobId: string | null
  readonly jobTitle: string | null
  readonly subjectId: string | null
  readonly at: Instant
  readonly isRead: boolean
}

/** Newest first. A name that went out of sight since is not said. */
export const told = (actor: Actor, userId: string, limit: number): Statement<Told> => sql<Told>`
  select n.id, n.kind, n.candidate_id as "candidateId", c.name as "candidateName", n.job_id as "jobId",
    j.title as "jobTitle", n.subject_id as "subjectId", n.at, n.read_at is not null as "isRead"
  from accounts.notification n
  left join candidates.candidate c on c.id = n.candidate_id and ${candidateInSight(actor, 'n.candidate_id')}
  left join ats.job j on j.id = n.job_id
  where n.user_id = ${userId} order by n.id desc limit ${limit}`
