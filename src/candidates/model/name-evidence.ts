import type { Agreement, NameAgreement } from './name-agreement.ts'
import { type Population, share } from './population.ts'
import type { Reason } from './reason.ts'

/** What the names of two records say; an agreement on a rare name says more. */
export function nameEvidence(name: NameAgreement, population: Population): Reason[] {
  const reasons: Reason[] = []
  if (name.given !== 'unknown') reasons.push(partEvidence('given', name.given, name.givenWord, population))
  if (name.family !== 'unknown')
    reasons.push(partEvidence('family', name.family, name.familyWord, population))
  const agree = reasons.some((reason) => reason.weight > 0)
  if (name.swapped && agree)
    reasons.push({ code: 'names-swapped', says: 'First and family name are swapped', weight: -1.5 })
  return reasons
}

function partEvidence(
  part: 'given' | 'family',
  agreement: Agreement,
  word: string,
  population: Population,
): Reason {
  const code: Reason['code'] = `${part}-name-${agreement}`
  const says = sentences[agreement].replace('#', part === 'given' ? 'first name' : 'family name')
  if (agreement !== 'same') return { code, says, weight: weights[part][agreement] }
  return { code, says, weight: Math.max(0, Math.log2(0.8 / share(population, part, word))) }
}

const sentences: Record<Agreement, string> = {
  same: 'Same #',
  form: 'Forms of one #',
  close: 'Nearly the same #',
  initial: 'The initial fits the #',
  unknown: '',
  differs: 'Different #',
}

// log2 of (how often within one person's records / how often between two people), from typing, nicknames and changes of name.
const weights: Record<'given' | 'family', Record<Exclude<Agreement, 'same'>, number>> = {
  given: {
    form: Math.log2(0.06 / 0.004),
    close: Math.log2(0.1 / 0.008),
    initial: Math.log2(0.9 / 0.09),
    unknown: 0,
    differs: Math.log2(0.08 / 0.98),
  },
  family: {
    form: 0,
    close: Math.log2(0.1 / 0.003),
    initial: Math.log2(0.9 / 0.09),
    unknown: 0,
    differs: Math.log2(0.08 / 0.99),
  },
}
