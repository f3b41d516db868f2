import { z } from 'zod'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type InterviewId, interviewStepId, stageId, userId } from './ids.ts'

export const interviewKinds = ['video', 'on-site', 'call', 'exercise'] as const
export type InterviewKind = (typeof interviewKinds)[number]

/** A step of a job’s interview plan. */
export const interviewStepPlan = z.object({
  id: interviewStepId.optional(),
  stageId,
  name: z.string().trim().min(1, 'Give the interview a name.').max(80),
  kind: z.enum(interviewKinds).default('video'),
  minutes: z.number().int().min(10).max(480).default(60),
  /** What the interviewer should know and do, in plain words. */
  kit: z.string().trim().max(10_000).default(''),
  /** Criteria of the job that are rated here, each with what to ask. */
  focus: z
    .array(z.object({ attributeId: z.string().min(1).max(60), ask: z.string().trim().max(500).default('') }))
    .max(12)
    .default([]),
  interviewerIds: z.array(userId).max(12).default([]),
})
export type InterviewStepPlan = z.output<typeof interviewStepPlan>

/** A criterion as an interview keeps it, whatever becomes of the job’s. */
export interface Focus {
  readonly id: string
  readonly says: string
  readonly ask: string
}

export interface Interview {
  readonly id: InterviewId
  readonly name: string
  readonly kind: InterviewKind
  readonly minutes: number
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
  readonly cancelledAt: Instant | null
}

export type InterviewState = 'planned' | 'booked' | 'waits-for-feedback' | 'complete' | 'cancelled'

/**
 * How an interview stands. Without a time it waits for one until a scorecard comes; with one it waits for feedback
 * once it has ended. `missing` is how many scorecards are not in; null where the reader may not know.
 */
export const stateOf = (
  interview: Pick<Interview, 'startsAt' | 'endsAt' | 'cancelledAt'>,
  missing: number | null,
  now: Instant,
): InterviewState => {
  if (interview.cancelledAt) return 'cancelled'
  if (missing === 0) return 'complete'
  if (interview.endsAt === null) return 'planned'
  return interview.endsAt > now ? 'booked' : 'waits-for-feedback'
}

/** A plan rates criteria of its job only, each once an interview, and stands in stages where people are met. */
export const checkInterviewPlan = (
  steps: readonly InterviewStepPlan[],
  job: {
    readonly attributes: readonly { readonly id: string }[]
    readonly stages: readonly { readonly id: string; readonly kind: string }[]
  },
): Result<null> => {
  const known = new Set(job.attributes.map(({ id }) => id))
  const stages = new Map(job.stages.map(({ id, kind }) => [id, kind]))
  for (const { name, stageId: at, focus } of steps) {
    const kind = stages.get(at)
    if (!kind) return refuse('not-found', 'One of the stages is not of this job.', { field: 'stageId' })
    if (kind === 'applied' || kind === 'hired')
      return refuse('no-talks-there', `“${name}” needs a stage between applying and the hire.`, {
        field: 'stageId',
      })
    const ids = focus.map(({ attributeId }) => attributeId)
    if (ids.some((id) => !known.has(id)))
      return refuse('unknown-criterion', `“${name}” rates something that is no criterion of this job.`, {
        field: 'focus',
      })
    if (new Set(ids).size < ids.length)
      return refuse('criterion-twice', `“${name}” rates a criterion twice.`, { field: 'focus' })
  }
  return ok(null)
}
