import type { Instant } from '../../kernel/model/time.ts'

/** What a person may agree to; one never implies another (GDPR Art. 6(1)(a), 7(2)). */
export type ConsentPurpose = (typeof consentPurposes)[number]
export const consentPurposes = ['application', 'talent-pool', 'newsletter', 'events'] as const

/** One thing that happened to a consent; written once and never changed (GDPR Art. 7(1): proof). */
export interface ConsentEvent {
  purpose: ConsentPurpose
  what: 'given' | 'withdrawn'
  at: Instant
  /** When it ends by itself; without it, when it is withdrawn. */
  until?: Instant
  how: 'form' | 'double-opt-in' | 'mail' | 'verbal' | 'import'
  /** Hash of the exact text that was agreed to; a later text never changes what was agreed. */
  textVersion?: string
  language?: string
  /** Where the proof lies: a form post, an opt-in token, a mail, an imported record's own proof. */
  proof?: string
  /** Who acted: the person, or the user who wrote down what they said. */
  actor: string
}

/** Where one purpose stands now. `unproven` was claimed by an import and permits nothing. */
export interface ConsentNow {
  purpose: ConsentPurpose
  state: 'given' | 'withdrawn' | 'expired' | 'unproven' | 'none'
  since?: Instant
  until?: Instant
  textVersion?: string
  how?: ConsentEvent['how']
}

/** Folds a person's consent events into what holds at `now`; the order in which they arrive does not matter. */
export function consentNow(
  events: readonly ConsentEvent[],
  purpose: ConsentPurpose,
  now: Instant,
): ConsentNow {
  const past = events.filter((event) => event.purpose === purpose && event.at <= now)
  // A withdrawal that claims the same moment as a consent wins: doubt is for the person.
  const inOrder = past.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : rank(a) - rank(b)))
  const decisive = inOrder.findLast((event) => event.what === 'withdrawn' || isProven(event))
  if (decisive === undefined) return claimed(inOrder, purpose)
  const { at, until, textVersion, how } = decisive
  if (decisive.what === 'withdrawn') return { purpose, state: 'withdrawn', since: at }
  const state = until !== undefined && until <= now ? 'expired' : 'given'
  return { purpose, state, since: at, until, textVersion, how }
}

/** Every purpose at once, for the person's page and the archive of an access request. */
export function consentsNow(events: readonly ConsentEvent[], now: Instant): ConsentNow[] {
  return consentPurposes.map((purpose) => consentNow(events, purpose, now))
}

/** Whether a consent can be shown to an authority: the text is known and there is something to show. */
export function isProven(event: ConsentEvent): boolean {
  return event.textVersion !== undefined && event.proof !== undefined
}

function rank(event: ConsentEvent): number {
  return event.what === 'withdrawn' ? 1 : 0
}

// Claims without proof neither refresh a proven consent nor bring back a withdrawn one; alone they are only remembered.
function claimed(inOrder: readonly ConsentEvent[], purpose: ConsentPurpose): ConsentNow {
  const claim = inOrder.at(-1)
  if (claim === undefined) return { purpose, state: 'none' }
  return {
    purpose,
    state: 'unproven',
    since: claim.at,
    until: claim.until,
    textVersion: claim.textVersion,
    how: claim.how,
  }
}
