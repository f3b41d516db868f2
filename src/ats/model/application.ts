import type { ApplicationId, CandidateId, JobId, UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import type { DecisionId, PostingId, StageId } from './ids.ts'
import type { JobState } from './job.ts'
import type { Side } from './reason.ts'

export type ApplicationStateName = 'active' | 'hired' | 'rejected' | 'withdrawn' | 'closed'

/** What decisions change; kept whole beside each decision, so that taking it back is exact. */
export interface Standing {
  readonly state: ApplicationStateName
  readonly stageId: StageId
  readonly enteredStageAt: Instant
  readonly turn: 'us' | 'them'
  readonly turnSays: string | null
  /** When the candidate hears from us at the latest. */
  readonly promisedFor: Instant | null
  readonly promiseMissedAt: Instant | null
  readonly heldUntil: string | null
  readonly heldReason: string | null
  readonly closedAt: Instant | null
  readonly reasonCode: string | null
  readonly reasonSide: Side | null
  readonly decidedBy: UserId | null
  readonly decisionNote: string | null
}

/** One person on one job, from applying (or being put into process) to its end. */
export interface Application extends Standing {
  readonly id: ApplicationId
  readonly candidateId: CandidateId
  readonly jobId: JobId
  readonly postingId: PostingId | null
  readonly postingVersion: number | null
  readonly appliedAt: Instant
  readonly jobState: JobState
}

/** Who decides, when, and the number under which the decision can be taken back. */
export interface Deciding {
  readonly decisionId: DecisionId
  readonly now: Instant
  readonly userId: UserId | null
}

export interface Because {
  readonly code: string
  readonly side: Side
  readonly note?: string | undefined
}

/** What decisions change, of a whole application. */
export const standingOf = (one: Application): Standing => ({
  state: one.state,
  stageId: one.stageId,
  enteredStageAt: one.enteredStageAt,
  turn: one.turn,
  turnSays: one.turnSays,
  promisedFor: one.promisedFor,
  promiseMissedAt: one.promiseMissedAt,
  heldUntil: one.heldUntil,
  heldReason: one.heldReason,
  closedAt: one.closedAt,
  reasonCode: one.reasonCode,
  reasonSide: one.reasonSide,
  decidedBy: one.decidedBy,
  decisionNote: one.decisionNote,
})
