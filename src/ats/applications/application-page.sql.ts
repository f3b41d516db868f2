import type { Actor } from '../../kernel/model/actor.ts'
import type { ApplicationId, CandidateId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import { visibleJob } from '../jobs/visible-job.sql.ts'
import type { Application } from '../model/application.ts'
import type { Answer } from '../model/form.ts'
import { applicationColumns } from './application.sql.ts'

export interface ApplicationRow extends Application {
  readonly jobTitle: string
  readonly jobCode: string
  readonly stageName: string
  readonly stageKind: string
  readonly source: string
  readonly sourceDetail: string | null
  readonly lastWordAt: Instant | null
  readonly transferredFrom: ApplicationId | null
}

const columns = sql`${applicationColumns}, j.title as "jobTitle", j.code as "jobCode", s.name as "stageName", s.kind as "stageKind",
  a.source, a.source_detail as "sourceDetail", a.last_word_at as "lastWordAt", a.transferred_from as "transferredFrom"`

/** A person's applications on jobs in sight, running ones first. */
export const loadApplicationsOf = (actor: Actor, candidateId: CandidateId): Statement<ApplicationRow> =>
  sql<ApplicationRow>`select ${columns} from ats.application a join ats.job j on j.id = a.job_id join ats.stage s on s.id = a.stage_id
    where a.candidate_id = ${candidateId} and ${visibleJob(actor, 'j')}
    order by (a.state = 'active') desc, a.applied_at desc, a.id limit 200`

export const loadApplication = (
  actor: Actor,
  id: ApplicationId,
): Statement<ApplicationRow & { answers: Answer[]; resumeFileId: string | null }> =>
  sql`select ${columns}, a.answers, a.resume_file_id as "resumeFileId"
    from ats.application a join ats.job j on j.id = a.job_id join ats.stage s on s.id = a.stage_id
    where a.id = ${id} and ${visibleJob(actor, 'j')}`

export interface PastDecision {
  readonly decisionId: string
  readonly kind: string
  readonly at: Instant
  readonly byUser: string | null
  readonly undoneAt: Instant | null
  readonly fromStage: string | null
}

export const loadDecisionsOf = (id: ApplicationId): Statement<PastDecision> => sql<PastDecision>`
  select d.id as "decisionId", d.kind, d.at, d.by_user as "byUser", d.undone_at as "undoneAt",
    (select s.name from ats.stage s where s.id = (d.before ->> 'stageId')::uuid) as "fromStage"
  from ats.decision d where d.application_id = ${id} order by d.at desc, d.id desc limit 200`
