import { coverageOf } from '../../../crm/model/coverage.ts'
import type { MemberState } from '../../../crm/model/pool.ts'
import { readinessOn } from '../../../crm/model/readiness.ts'
import { dayText, type Reader } from '../../../design/dates.ts'
import { people } from '../candidates/people-words.ts'

/** How the people of a pool are, and what each word means. */
export const memberStateWords: Readonly<
  Record<MemberState, { readonly says: string; readonly means: string }>
> = {
  ready: { says: 'Ready', means: 'in a ready stage, or would move by now' },
  quiet: { says: 'Quiet', means: 'no word from us for 90 days' },
  snoozed: { says: 'Snoozed', means: 'let be until a day' },
  unreachable: { says: 'Can’t be reached', means: 'no mail address' },
}

export interface Said {
  readonly readyFrom: string | null
  readonly readyUntil: string | null
  readonly snoozedUntil?: string | null
}

/** When somebody would move: "Now", "From March 2027", or nothing where it was not said or too long ago. */
export const readinessWords = (said: Said, now: Date, { locale }: Reader): string | undefined => {
  const readiness = readinessOn(said, now.toISOString().slice(0, 10))
  if (readiness === 'unknown') return undefined
  if (readiness === 'now') return 'Now'
  const from = new Date(`${said.readyFrom}T12:00:00Z`)
  const month = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'long',
    ...(from.getUTCFullYear() === now.getUTCFullYear() ? {} : { year: 'numeric' }),
  }).format(from)
  return `From ${month}`
}

/** "Snoozed until Thu 3 Dec". */
export const snoozeWords = (until: string, now: Date, reader: Reader): string =>
  `Snoozed until ${dayText(until, now, reader)}`

/** "4 ready for 6 seats by 1 Mar 2027", or nothing where a pool is kept for no seat. */
export const coverageWords = (
  {
    needs,
    ready,
  }: {
    readonly needs: readonly { readonly seats: number; readonly neededBy: string }[]
    readonly ready: number
  },
  now: Date,
  reader: Reader,
): string | undefined => {
  const reach = coverageOf(needs, ready)
  if (!reach) return undefined
  return `${reach.ready} ready for ${reach.seats} ${reach.seats === 1 ? 'seat' : 'seats'} by ${dayText(reach.by, now, reader)}`
}

export const readinessChoices = [
  { months: 0, says: 'Now' },
  { months: 3, says: 'In 3 months' },
  { months: 6, says: 'In 6 months' },
  { months: 12, says: 'In a year' },
  { months: null, says: 'Not known' },
] as const

/** What became of adding people: how many are in it now and who was passed over, because of what. */
export const addedWords = (
  pool: string,
  {
    added,
    skipped,
  }: { readonly added: readonly string[]; readonly skipped: readonly { readonly code: string }[] },
): { readonly says: string; readonly follows?: string } => {
  const alone = skipped.filter(({ code }) => code === 'do-not-contact').length
  const members = skipped.length - alone
  const follows = [
    alone > 0 && `${alone} skipped: asked not to be contacted`,
    members > 0 && `${members} in it already`,
  ].filter(Boolean)
  return {
    says: added.length > 0 ? `Added ${people(added.length)} to ${pool}` : `Nobody was added to ${pool}`,
    ...(follows.length > 0 ? { follows: follows.join(', ') } : {}),
  }
}
