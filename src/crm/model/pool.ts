import { z } from 'zod'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'

export const poolAccess = ['team', 'private'] as const

/** How the people of a pool can be: could be asked today, went cold, are let be, or no mail reaches them. */
export const memberStates = ['ready', 'quiet', 'snoozed', 'unreachable'] as const
export type MemberState = (typeof memberStates)[number]

/** What a pool is: said when it is made, and changed later. */
export const poolPlan = {
  name: z.string().trim().min(1, 'Give the pool a name.').max(120),
  description: z.string().trim().max(2000).nullable().default(null),
  access: z.enum(poolAccess).default('team'),
  /** Who sees a private pool besides its owner. */
  readers: z.array(z.uuid()).max(200).default([]),
}

export const poolStagePlan = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(1, 'Give the stage a name.').max(80),
  /** Whoever stands here could be asked to apply today: counts towards the pool's coverage. */
  isReady: z.boolean().default(false),
})
export type PoolStagePlan = z.output<typeof poolStagePlan>

export interface PoolStage extends PoolStagePlan {
  readonly id: string
  readonly position: number
}

/** The stages a new pool begins with; every one can be renamed, reordered or removed. */
export const poolStagesAtFirst: readonly PoolStagePlan[] = [
  { name: 'Found', isReady: false },
  { name: 'In touch', isReady: false },
  { name: 'Interested', isReady: true },
]

/** A pool has a stage to begin in, and no two of one name. */
export const checkPoolStages = (stages: readonly PoolStagePlan[]): Result<null> => {
  const names = new Set(stages.map(({ name }) => name.toLocaleLowerCase('en')))
  return names.size < stages.length
    ? refuse('stages-names', 'Two stages can’t have the same name.', { field: 'stages' })
    : ok(null)
}
