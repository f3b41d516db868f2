import type { Standing } from './application.ts'
import type { Stage } from './stage.ts'

/** One step as the candidate sees it; rendered from the same state that the team works on, so it can't drift. */
export interface Step {
  readonly state: 'done' | 'now' | 'next' | 'ended'
  readonly says: string
  readonly kind: Stage['kind']
  readonly durationSays: string | null
  /** When it began, for steps that did. */
  readonly at: string | null
}

/** Whose turn it is and what is promised. What the team typed for itself is not in it. */
export type Told =
  | { readonly kind: 'our-turn'; readonly what: string; readonly by: string | null; readonly late: boolean }
  | { readonly kind: 'your-turn'; readonly what: string; readonly by: string | null }
  | { readonly kind: 'on-hold'; readonly until: string }
  | { readonly kind: 'out'; readonly side: 'rejected' | 'withdrawn' | 'closed'; readonly at: string }
  | { readonly kind: 'hired'; readonly at: string }

/**
 * The steps of an application. A no that waits for its mail is not shown before the person has been told by
 * it: until then the page says what it said before (`seen` is the standing as last made known).
 */
export const stepsOf = (
  stages: readonly Stage[],
  seen: Standing,
  wentThrough: readonly { readonly stageId: string; readonly at: string }[],
): readonly Step[] => {
  const here = stages.findIndex((stage) => stage.id === seen.stageId)
  const entered = new Map(wentThrough.map((step) => [step.stageId, step.at]))
  return stages.map((stage, at) => ({
    state:
      at < here || seen.state === 'hired'
        ? 'done'
        : at > here
          ? 'next'
          : seen.state === 'active'
            ? 'now'
            : 'ended',
    says: stage.candidateSays ?? stage.name,
    kind: stage.kind,
    durationSays: stage.durationSays ?? null,
    at: at === here ? seen.enteredStageAt : at < here ? (entered.get(stage.id) ?? null) : null,
  }))
}

/** The first sentence of the own page, from the state alone. */
export const toldOf = (seen: Standing, now: string): Told => {
  if (seen.state === 'hired') return { kind: 'hired', at: seen.closedAt ?? now }
  if (seen.state !== 'active') return { kind: 'out', side: seen.state, at: seen.closedAt ?? now }
  if (seen.heldUntil) return { kind: 'on-hold', until: seen.heldUntil }
  if (seen.turn === 'them') return { kind: 'your-turn', what: seen.turnSays ?? '', by: seen.promisedFor }
  return {
    kind: 'our-turn',
    what: seen.turnSays ?? '',
    by: seen.promisedFor,
    late: seen.promisedFor !== null && seen.promisedFor < now,
  }
}
