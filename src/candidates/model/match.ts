import { weighEvidence } from './evidence.ts'
import { namesAgree } from './name-agreement.ts'
import type { Population } from './population.ts'
import type { Reason } from './reason.ts'
import type { Traits } from './traits.ts'

/** What is thought of two records: `same` joins them, `perhaps` asks a person, `different` says nothing. */
export interface Match {
  /** The likelihood that both are one person, 0 to 1, four decimals. */
  score: number
  verdict: 'same' | 'perhaps' | 'different'
  reasons: Reason[]
}

/** From this score on a pair is suggested to a person. */
export const suggestedFrom = 0.5

/**
 * Compares two records by weighted evidence (Fellegi and Sunter 1969): the bits of all reasons, less the bits
 * that a list of this length demands because in long lists strangers agree by chance.
 * `same` needs more than a score: a mailbox, line or profile of their own in common, and nothing that contradicts.
 */
export function match(a: Traits, b: Traits, population: Population): Match {
  const { reasons, name } = weighEvidence(a, b, population)
  const bits = reasons.reduce((sum, reason) => sum + reason.weight, -demanded(population.size))
  const score = Math.round(10_000 / (1 + 2 ** -bits)) / 10_000
  const has = (code: Reason['code']) => reasons.some((reason) => reason.code === code)
  const identified = has('email-same') || has('link-same') || (has('phone-same') && isNamed(name))
  const contradicted = !namesAgree(name) || has('born-differs')
  if (identified && !contradicted) return { score, verdict: 'same', reasons }
  return { score, verdict: score >= suggestedFrom ? 'perhaps' : 'different', reasons }
}

/** log2 of the odds against two records taken at random being one person, when most people stand in a list once. */
function demanded(size: number): number {
  return Math.log2(Math.max(1000, size))
}

// A phone alone joins a caller to whoever shares the line; the first name must be known and agree.
function isNamed(name: { given: string; family: string }): boolean {
  return name.given !== 'unknown' && name.family !== 'unknown'
}
