import { cellText, countryCode, several, yesOrNo } from './cell.ts'
import type { ColumnRole } from './column.ts'
import type { Mapping } from './mapping.ts'

/** What a row says about a person. */
export interface PersonInRow {
  readonly name: string
  readonly goesBy?: string | undefined
  readonly pronouns?: string | undefined
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly links: readonly string[]
  readonly title?: string | undefined
  readonly headline?: string | undefined
  readonly company?: string | undefined
  readonly location?: string | undefined
  readonly country?: string | undefined
  readonly language?: string | undefined
  readonly tags: readonly string[]
  readonly skills: readonly string[]
  readonly note?: string | undefined
  readonly source?: string | undefined
  readonly ownerMail?: string | undefined
  readonly externalId?: string | undefined
  /** Must not be contacted at all. */
  readonly isHeld: boolean
  /** Wants no newsletters, events or talent-pool mail. */
  readonly isUnsubscribed: boolean
  readonly consents: readonly Claim[]
  /** What of the row could not be used, in the reader's words. */
  readonly remarks: readonly Remark[]
}

/** A consent that the file claims. Without a proof and the text shown it permits nothing (R58). */
export interface Claim {
  readonly purpose: 'talent-pool' | 'newsletter'
  readonly event: 'given' | 'withdrawn' | 'unproven'
  readonly proof?: string | undefined
  readonly textShown?: string | undefined
}

/** A sentence about a row, with a code for programs. */
export interface Remark {
  readonly code: string
  readonly says: string
}

/** Reads a row by its mapping. Never fails: what can't be used is remarked on. */
export const personInRow = (cells: readonly string[], mapping: Mapping): PersonInRow => {
  const held = new Map<ColumnRole, string[]>()
  mapping.columns.forEach((role, at) => {
    const text = cellText(cells[at] ?? '')
    if (role && text !== '') held.set(role, [...(held.get(role) ?? []), text])
  })
  const all = (role: ColumnRole): string[] => held.get(role) ?? []
  const first = (role: ColumnRole): string | undefined => held.get(role)?.[0]
  const short = (role: ColumnRole, length: number) => first(role)?.slice(0, length)
  const country = countryOf(first('country'), mapping.country)
  const emails = all('email').flatMap((cell) => several(cell, /[;|,\s]+(?=\S+@)|[;|\n]/u))
  const remarks: Remark[] = []
  const wrong = emails.filter((email) => !/^[^\s@]+@[^\s@]+$/u.test(email.replace(/^.*<([^<>]+)>$/u, '$1')))
  if (wrong.length > 0)
    remarks.push({
      code: 'no-address',
      says: `“${wrong[0]!.slice(0, 80)}” is not a mail address and was left out.`,
    })
  const language = first('language')
  return {
    name: nameOf(held).slice(0, 200),
    goesBy: short('goesBy', 100),
    pronouns: short('pronouns', 50),
    emails: emails.filter((email) => !wrong.includes(email)),
    phones: all('phone').flatMap((cell) => several(cell, /[;|\n]|,\s*(?=\+)/u)),
    links: all('link').flatMap((cell) => several(cell, /[;|\s]+|,\s*(?=http|www)/u)),
    title: short('title', 200),
    headline: short('headline', 300),
    company: short('company', 200),
    location: placeOf(held),
    country,
    language: language && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(language) ? language : undefined,
    tags: [
      ...mapping.tags,
      ...all('tags')
        .flatMap((cell) => several(cell))
        .map((tag) => tag.slice(0, 60)),
    ],
    skills: all('skills').flatMap((cell) => several(cell)),
    note: all('notes').join('\n\n') || undefined,
    source: (first('source') ?? mapping.source)?.slice(0, 100),
    ownerMail: first('ownerMail'),
    externalId: short('externalId', 200),
    // Anything but a clear no stops contact: doubt is for the person.
    isHeld:
      all('doNotContact').some((cell) => yesOrNo(cell) !== false) ||
      all('mayContact').some((cell) => yesOrNo(cell) === false),
    isUnsubscribed: all('unsubscribed').some((cell) => yesOrNo(cell) !== false),
    consents: claimsOf(held),
    remarks,
  }
}

/** Whether a row is empty in every column: such rows are not reported. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

const nameOf = (held: ReadonlyMap<ColumnRole, readonly string[]>): string => {
  const parts = ['givenName', 'middleName', 'familyName'].flatMap(
    (role) => held.get(role as ColumnRole)?.[0] ?? [],
  )
  const full = held.get('fullName')?.[0]
  return (held.has('familyName') || !full ? parts.join(' ') || full || '' : full).replace(/\s+/gu, ' ').trim()
}

const placeOf = (held: ReadonlyMap<ColumnRole, readonly string[]>): string | undefined => {
  const one = held.get('location')?.[0]
  if (one) return one.slice(0, 200)
  const parts = (['city', 'region', 'country'] as const).flatMap((role) => held.get(role)?.[0] ?? [])
  return parts.join(', ').slice(0, 200) || undefined
}

const countryOf = (named: string | undefined, usual: string | undefined): string | undefined =>
  (named === undefined ? undefined : countryCode(named)) ?? (named === undefined ? usual : undefined)

const claimsOf = (held: ReadonlyMap<ColumnRole, readonly string[]>): Claim[] => {
  const proof = held.get('consentProof')?.[0]
  const textShown = held.get('consentText')?.[0]
  const on = held.get('consentDate')?.[0]
  const claim = (purpose: Claim['purpose'], role: ColumnRole): Claim[] => {
    const cell = held.get(role)?.[0]
    if (cell === undefined) return []
    const answer = yesOrNo(cell)
    if (answer === false) return [{ purpose, event: 'withdrawn' }]
    if (answer && proof && textShown)
      return [{ purpose, event: 'given', textShown, proof: on ? `${proof} (${on})` : proof }]
    return [
      { purpose, event: 'unproven', proof: [proof, on].filter(Boolean).join(' ') || undefined, textShown },
    ]
  }
  return [...claim('talent-pool', 'poolConsent'), ...claim('newsletter', 'newsletterConsent')]
}
