import type { Actor } from '../../kernel/model/actor.ts'
import type { ApplicationId, UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import type { DecisionOutcome } from '../model/decision-record.ts'
import { scorecardsInSight } from './in-sight.sql.ts'

export interface DecisionRecordRow {
  readonly id: string
  readonly applicationId: ApplicationId
  readonly question: string
  readonly outcome: DecisionOutcome
  readonly because: string
  readonly evidence: readonly { readonly scorecardId: string; readonly version: number }[]
  readonly dissent: string | null
  readonly without: string | null
  readonly deciderId: UserId
  readonly recordedBy: UserId | null
  readonly recordedAt: Instant
}

export const insertDecisionRecord = (row: DecisionRecordRow): Statement<unknown> => sql`
  insert into ats.decision_record (id, application_id, question, outcome, because, evidence, dissent, without, decider_id,
    recorded_by, recorded_at)
  values (${row.id}, ${row.applicationId}, ${row.question}, ${row.outcome}, ${row.because},
    ${JSON.stringify(row.evidence)}::jsonb, ${row.dissent}, ${row.without}, ${row.deciderId}, ${row.recordedBy}, ${row.recordedAt})`

/** Newest first; none while one's own scorecard is owed, since they tell what others found. */
export const decisionRecordsOf = (actor: Actor, id: ApplicationId): Statement<DecisionRecordRow> =>
  sql<DecisionRecordRow>`
    select d.id, d.application_id as "applicationId", d.question, d.outcome, d.because, d.evidence, d.dissent, d.without,
      d.decider_id as "deciderId", d.recorded_by as "recordedBy", d.recorded_at as "recordedAt"
    from ats.decision_record d join ats.application a on a.id = d.application_id
    where a.id = ${id} and ${scorecardsInSight(actor, 'a.id')} order by d.recorded_at desc, d.id desc`
