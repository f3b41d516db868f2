import { z } from 'zod'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import type { Instant } from '../../kernel/model/time.ts'
import type { Focus } from './interview.ts'

/** The scale, from far above what the job needs to far below; each number means the same on every job. */
export const ratingSays: Readonly<Record<number, string>> = {
  5: 'Far above',
  4: 'Above',
  3: 'At the bar',
  2: 'Below',
  1: 'Far below',
}

export const recommendations = ['strong-no', 'no', 'yes', 'strong-yes'] as const
export type Recommendation = (typeof recommendations)[number]
export const recommendationSays: Readonly<Record<Recommendation, string>> = {
  'strong-no': 'Strong no',
  no: 'No',
  yes: 'Yes',
  'strong-yes': 'Strong yes',
}

/** What an interviewer writes; kept as it grows. */
export const scorecardContent = z.object({
  ratings: z
    .array(
      z.object({
        attributeId: z.string().min(1).max(60),
        /** 1 to 5; null where the interview did not show it. */
        rating: z.number().int().min(1).max(5).nullable(),
        /** What was heard or seen. */
        words: z.string().trim().max(4000).default(''),
      }),
    )
    .max(12)
    .default([]),
  recommendation: z.enum(recommendations).nullable().default(null),
  summary: z.string().trim().max(4000).default(''),
})
export type ScorecardContent = z.output<typeof scorecardContent>

export const emptyScorecard: ScorecardContent = { ratings: [], recommendation: null, summary: '' }

/** Only “at the bar” speaks for itself: for the other numbers others read what was heard. */
export const needsWords = (rating: number | null | undefined): boolean =>
  rating !== null && rating !== undefined && rating !== 3

/** Whether a scorecard says enough to be sent: every criterion rated or not seen, numbers with words, a recommendation. */
export const checkScorecard = (
  content: ScorecardContent,
  interview: {
    readonly attributes: readonly Focus[]
    readonly startsAt: Instant | null
    readonly cancelledAt: Instant | null
  },
  now: Instant,
): Result<null> => {
  if (interview.cancelledAt)
    return refuse('cancelled', 'This interview was called off, so nothing is to be said about it.')
  if (interview.startsAt && interview.startsAt > now)
    return refuse('not-yet', 'This interview has not begun. What you wrote is kept until then.')
  const known = new Set(interview.attributes.map(({ id }) => id))
  if (content.ratings.some(({ attributeId }) => !known.has(attributeId)))
    return refuse('unknown-criterion', 'This interview does not rate one of these criteria.')
  const given = new Map(content.ratings.map((one) => [one.attributeId, one]))
  for (const { id, says } of interview.attributes) {
    const one = given.get(id)
    if (!one) return refuse('unrated', `Rate “${says}”, or say that you did not see it.`, { details: { id } })
    if (needsWords(one.rating) && !one.words)
      return refuse('words-needed', `Write what you heard on “${says}”: others read that, not the number.`, {
        details: { id },
      })
  }
  if (!content.recommendation)
    return refuse('no-recommendation', 'Say whether you would hire them.', { field: 'recommendation' })
  if (interview.attributes.length === 0 && !content.summary)
    return refuse('words-needed', 'Write in a line or two why.', { field: 'summary' })
  return ok(null)
}
