import { addressEvidence } from './address-evidence.ts'
import { contactEvidence } from './contact-evidence.ts'
import { agreeOnName, type NameAgreement } from './name-agreement.ts'
import { nameEvidence } from './name-evidence.ts'
import { type Population, share } from './population.ts'
import type { Reason } from './reason.ts'
import { typingErrors } from './similarity.ts'
import type { Traits } from './traits.ts'

/** Everything that two records say about being one person, strongest first, with how their names agree. */
export function weighEvidence(
  a: Traits,
  b: Traits,
  population: Population,
): { reasons: Reason[]; name: NameAgreement } {
  const name = agreeOnName(a.names, b.names)
  const reasons = [
    ...nameEvidence(name, population),
    ...contactEvidence('email', a.emails, b.emails),
    ...contactEvidence('phone', a.phones, b.phones),
    ...contactEvidence('link', a.links, b.links),
    ...birthEvidence(a.born, b.born, population),
    ...addressEvidence(a, b, population),
    ...employerEvidence(a, b, population),
  ]
  reasons.push(...householdEvidence(reasons))
  return {
    reasons: reasons.flatMap(hundredths).sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight)),
    name,
  }
}

// Rounded before they are added, so that what the screen shows adds up; what rounds to nothing says nothing.
function hundredths(reason: Reason): Reason[] {
  const weight = Math.round(reason.weight * 100) / 100
  return weight === 0 ? [] : [{ ...reason, weight }]
}

function birthEvidence(a: string, b: string, population: Population): Reason[] {
  if (a === '' || b === '') return []
  if (a === b) {
    const weight = Math.log2(0.9 / share(population, 'born', a))
    return [{ code: 'born-same', says: 'Same date of birth', weight }]
  }
  const dayAndMonthSwapped =
    a.slice(0, 4) + a.slice(6) + a.slice(4, 6) === b || a.slice(2, 4) + a.slice(0, 2) + a.slice(4) === b
  // About 40 dates lie one slip of the finger from a date, of the 20,000 on which people of working age were born.
  if (dayAndMonthSwapped || typingErrors(a, b, 1) === 1)
    return [
      {
        code: 'born-close',
        says: 'Dates of birth differ by one slip of the finger',
        weight: Math.log2(0.06 / 0.002),
      },
    ]
  return [{ code: 'born-differs', says: 'Different dates of birth', weight: Math.log2(0.04) }]
}

function employerEvidence(a: Traits, b: Traits, population: Population): Reason[] {
  const shared = a.employers.filter((employer) => b.employers.includes(employer))
  if (shared.length === 0) return []
  const weight = Math.max(
    ...shared.map((employer) => Math.log2(0.5 / share(population, 'employer', employer))),
  )
  return [
    { code: 'employer-same', says: 'Worked for the same employer', weight: Math.max(0, Math.min(6, weight)) },
  ]
}

// Partners, siblings and twins share family name, address, often phone and mailbox: the same cause must not count thrice.
function householdEvidence(reasons: readonly Reason[]): Reason[] {
  const has = (code: Reason['code']) => reasons.some((reason) => reason.code === code)
  const oneBirth = has('born-same') || has('born-close')
  if (oneBirth || !has('given-name-differs')) return []
  // A line or mailbox under two first names is as often one person with an everyday name as it is a couple.
  const weight = has('address-same') ? -8 : has('phone-same') || has('email-same') ? -4 : 0
  if (weight === 0) return []
  return [
    {
      code: 'household',
      says: 'Another first name at the same address or line: perhaps one household',
      weight,
    },
  ]
}
