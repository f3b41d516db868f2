import { z } from 'zod'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { stageId } from './ids.ts'
import { type StageKind, stageKinds } from './job.ts'

export const stagePlan = z.object({
  id: stageId.optional(),
  name: z.string().trim().min(1).max(80),
  kind: z.enum(stageKinds),
  /** What the candidate's page calls it and says happens there. */
  candidateSays: z.string().trim().max(300).nullish(),
  durationSays: z.string().trim().max(120).nullish(),
  /** Working days within which the candidate hears from us after entering it. */
  promiseDays: z.number().int().min(1).max(60).default(5),
})
export type StagePlan = z.output<typeof stagePlan>

export interface Stage extends StagePlan {
  readonly id: z.output<typeof stageId>
  readonly position: number
}

/** The stages a new job starts with; every one can be renamed, reordered or removed. */
export const defaultStages: readonly StagePlan[] = [
  {
    name: 'Applied',
    kind: 'applied',
    candidateSays: 'We read your application',
    durationSays: 'a person reads every one',
    promiseDays: 5,
  },
  {
    name: 'First talk',
    kind: 'review',
    candidateSays: 'A first talk with the recruiter',
    durationSays: '30 minutes, by video',
    promiseDays: 5,
  },
  {
    name: 'Interviews',
    kind: 'interview',
    candidateSays: 'Interviews with the team',
    durationSays: 'two talks of an hour',
    promiseDays: 5,
  },
  {
    name: 'Offer',
    kind: 'offer',
    candidateSays: 'An offer in writing',
    durationSays: 'within a week of the last talk',
    promiseDays: 3,
  },
  { name: 'Hired', kind: 'hired', candidateSays: 'Your first day', durationSays: null, promiseDays: 10 },
]

const order = Object.fromEntries(stageKinds.map((kind, at) => [kind, at])) as Record<StageKind, number>

/** A pipeline begins where people apply, ends with the hire, and never goes back in between. */
export const checkStages = (stages: readonly StagePlan[]): Result<readonly StagePlan[]> => {
  if (stages[0]?.kind !== 'applied' || stages.filter((stage) => stage.kind === 'applied').length !== 1)
    return refuse('stages-start', 'The first stage, and only the first, is the one where people apply.')
  if (stages.at(-1)?.kind !== 'hired' || stages.filter((stage) => stage.kind === 'hired').length !== 1)
    return refuse('stages-end', 'The last stage, and only the last, is the hire.')
  if (stages.some((stage, at) => at > 0 && order[stage.kind] < order[stages[at - 1]!.kind]))
    return refuse('stages-order', 'Stages go forward: reviews, then interviews, then the offer.')
  const names = new Set(stages.map((stage) => stage.name.toLocaleLowerCase('en')))
  if (names.size < stages.length) return refuse('stages-names', 'Two stages can’t have the same name.')
  return ok(stages)
}

/** The stage after this one, but never the hire: that is its own act. */
export const stageAfter = (stages: readonly Stage[], id: string): Stage | undefined => {
  const at = stages.findIndex((stage) => stage.id === id)
  const next = at < 0 ? undefined : stages[at + 1]
  return next?.kind === 'hired' ? undefined : next
}
