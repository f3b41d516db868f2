import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import type { ScorecardId } from './ids.ts'
import { type Recommendation, recommendationSays } from './scorecard.ts'

export const decisionOutcomes = ['offer', 'see-again', 'not-now'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]
export const outcomeSays: Readonly<Record<DecisionOutcome, string>> = {
  offer: 'Make an offer',
  'see-again': 'See them again',
  'not-now': 'Not now',
}

/** A scorecard that is in, as a debrief weighs it. */
export interface CardWeighed {
  readonly scorecardId: ScorecardId
  readonly authorName: string
  readonly recommendation: Recommendation
}

/** Whose recommendation the outcome goes against. To see somebody again goes against nobody. */
export const dissenters = <Card extends Pick<CardWeighed, 'recommendation'>>(
  outcome: DecisionOutcome,
  cards: readonly Card[],
): readonly Card[] =>
  outcome === 'see-again'
    ? []
    : cards.filter(({ recommendation }) => recommendation.endsWith('no') === (outcome === 'offer'))

/** A decision stands on scorecards that are in, waits for the others or says why not, and keeps who disagreed. */
export const checkDecision = (
  decision: {
    readonly outcome: DecisionOutcome
    readonly evidence: readonly string[]
    readonly dissent: string
    /** Why it does not wait. */
    readonly without: string
  },
  cards: readonly CardWeighed[],
  missing: number,
): Result<null> => {
  if (missing > 0 && !decision.without)
    return refuse(
      'scorecards-missing',
      `${missing === 1 ? 'A scorecard is' : `${missing} scorecards are`} not in. Wait, or say why you decide without.`,
      { field: 'without' },
    )
  const known = new Set<string>(cards.map(({ scorecardId }) => scorecardId))
  if (decision.evidence.length === 0 || decision.evidence.some((id) => !known.has(id)))
    return refuse('no-evidence', 'Name the scorecards it stands on; only sent ones count.', {
      field: 'evidence',
    })
  const [against] = dissenters(decision.outcome, cards)
  if (against && !decision.dissent)
    return refuse(
      'dissent-unsaid',
      `${against.authorName} said “${recommendationSays[against.recommendation]}”. Write down why, in their words, so that it is kept.`,
      { field: 'dissent' },
    )
  return ok(null)
}
