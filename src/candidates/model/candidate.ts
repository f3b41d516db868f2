import type { Instant } from '../../kernel/model/time.ts'

/** A name as its owner writes it: `full` is the truth, the parts are what they told us about it. */
export interface CandidateName {
  full: string
  given?: string
  family?: string
  /** What to call them in a greeting. */
  goesBy?: string
  pronouns?: string
}

/** Where a value came from, when, and who brought it. */
export interface Provenance {
  from: Origin
  at: Instant
  /** The user, mailbox or import that brought it: an id, never a name. */
  by?: string
}

export type Origin = (typeof origins)[number]
export const origins = ['application', 'import', 'referral', 'mail', 'event', 'user', 'resume'] as const

/** Where something came from, as it stands after it. */
export const originSays: Readonly<Record<string, string>> = {
  application: 'from their application',
  import: 'from an import',
  referral: 'from a referral',
  mail: 'from a mail',
  event: 'from an event',
  user: 'by hand',
  resume: 'from their résumé',
} satisfies Readonly<Record<Origin, string>>

export type ContactKind = (typeof contactKinds)[number]
export const contactKinds = ['email', 'phone', 'link'] as const

/** Derived, never stored by hand: which half of the product acts for a person (field-guide A12). */
export type RelationshipState = (typeof relationshipStates)[number]
export const relationshipStates = [
  'known',
  'engaged',
  'lead',
  'applicant',
  'decided-not-now',
  'dormant',
  'hired',
  'do-not-contact',
] as const
