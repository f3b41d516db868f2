import type { ConsentNow } from '../../candidates/model/consent.ts'
import { daysAfter, type Instant } from '../../kernel/model/time.ts'
import type { ContactTerms } from './contact-terms.ts'
import { isMarketing, type MailPurpose } from './outgoing-mail.ts'
import { endOfQuietHours, type QuietHours } from './quiet-hours.ts'

/** Everything the contact guard looks at for one mail to one person; absent means it is not so. */
export type AdmissionQuestion = {
  readonly purpose: MailPurpose
  /** What the mail does, where that changes the rule: answering a mail of theirs, or rejecting. */
  readonly act?: 'reply' | 'rejection'
  /** Consent for this purpose; outreach to someone known rests on legitimate interest and may be `none`. */
  readonly consent: ConsentNow['state']
  readonly suppression: Suppression
  readonly doNotContact: boolean
  readonly isInProcess: boolean
  /** Onboarding speaks with them now. */
  readonly isHired?: boolean
  readonly hasEverApplied: boolean
  readonly rejectedAt?: Instant
  /** A colleague who owns a conversation of the last days, other than the sender. */
  readonly colleague?: { readonly name: string; readonly lastWord: Instant }
  /** Marketing mails of any kind to this person, newest last. */
  readonly recentMarketing: readonly Instant[]
  readonly terms: ContactTerms
  readonly quietHours?: QuietHours
  readonly now: Instant
}

/** `hard`: the address is dead; `complaint` and `marketing` end marketing only; `erased`: the law forbids any mail. */
export type Suppression = 'none' | 'hard' | 'complaint' | 'marketing' | 'erased'

export type Admission =
  | { readonly allowed: true; readonly notBefore?: Instant }
  | {
      readonly allowed: false
      readonly code: RefusalCode
      readonly says: string
      readonly override: 'never' | 'with-note'
      /** When the rule ends by itself, for “wait until …”. */
      readonly until?: Instant
    }

export type RefusalCode =
  | 'erased'
  | 'address-dead'
  | 'do-not-contact'
  | 'complained'
  | 'unsubscribed'
  | 'consent-withdrawn'
  | 'no-consent'
  | 'never-applied'
  | 'in-process'
  | 'hired'
  | 'rejected-recently'
  | 'colleague-in-conversation'
  | 'too-often'

/**
 * Whether this mail may go to this person now. Asked when a mail is queued and again when it is sent; the first
 * rule that says no decides. Quiet hours never say no, they move the mail to the morning.
 */
export function admit(question: AdmissionQuestion): Admission {
  for (const rule of RULES) {
    const refusal = rule(question)
    if (refusal) return { allowed: false, ...refusal }
  }
  const notBefore = waitsForMorning(question)
    ? endOfQuietHours(question.quietHours!, question.now)
    : undefined
  return notBefore ? { allowed: true, notBefore } : { allowed: true }
}

type Refused = Omit<Extract<Admission, { allowed: false }>, 'allowed'>
type Rule = (question: AdmissionQuestion) => Refused | null

const RULES: readonly Rule[] = [
  ({ suppression }) =>
    suppression === 'erased' ? never('erased', 'This person’s data was erased; nothing may be sent.') : null,

  ({ suppression }) =>
    suppression === 'hard'
      ? never('address-dead', 'Mail to this address came back for good; use another address.')
      : null,

  // Whoever asked to be left alone still gets an answer to their own mail and what a process owes them.
  ({ doNotContact, purpose }) =>
    doNotContact && purpose !== 'process' && purpose !== 'service'
      ? never('do-not-contact', 'They asked not to be contacted.')
      : null,

  // GDPR Art. 21(3): an objection to marketing ends it, whatever else holds.
  ({ purpose, suppression }) =>
    isMarketing(purpose) && suppression === 'complaint'
      ? never('complained', 'They reported a mail of ours as spam.')
      : null,
  ({ purpose, suppression }) =>
    isMarketing(purpose) && suppression === 'marketing'
      ? never('unsubscribed', 'They unsubscribed from mail like this.')
      : null,
  ({ purpose, consent }) =>
    isMarketing(purpose) && consent === 'withdrawn'
      ? never('consent-withdrawn', 'They withdrew their consent to mail like this.')
      : null,
  ({ purpose, consent }) =>
    (purpose === 'newsletter' || purpose === 'event') && consent !== 'given'
      ? never('no-consent', 'They have not agreed to get mail like this.')
      : null,

  ({ act, hasEverApplied }) =>
    act === 'rejection' && !hasEverApplied
      ? never('never-applied', 'They never applied, so there is nothing to reject.')
      : null,

  ({ purpose, isInProcess }) =>
    isMarketing(purpose) && isInProcess
      ? never('in-process', 'They are in process: only mail about the process goes out.')
      : null,

  ({ purpose, isHired }) =>
    isMarketing(purpose) && isHired
      ? never('hired', 'They were hired: only mail about their start goes out.')
      : null,

  ({ purpose, rejectedAt, terms, now }) => {
    if (purpose !== 'outreach' || !rejectedAt) return null
    const until = daysAfter(rejectedAt, terms.coolOffDays)
    if (until <= now) return null
    return withNote('rejected-recently', `We rejected them less than ${terms.coolOffDays} days ago.`, until)
  },

  ({ purpose, colleague, terms, now }) => {
    if (purpose !== 'outreach' || !colleague) return null
    const until = daysAfter(colleague.lastWord, terms.conversationDays)
    if (until <= now) return null
    return withNote('colleague-in-conversation', `${colleague.name} is in conversation with them.`, until)
  },

  ({ purpose, recentMarketing, terms, now }) => {
    if (!isMarketing(purpose)) return null
    const counted = recentMarketing.filter((at) => at > daysAfter(now, -terms.budget.days)).toSorted()
    if (counted.length < terms.budget.mails) return null
    const until = daysAfter(counted[counted.length - terms.budget.mails]!, terms.budget.days)
    return withNote(
      'too-often',
      `They already got ${counted.length} mails within ${terms.budget.days} days.`,
      until,
    )
  },
]

const never = (code: RefusalCode, says: string): Refused => ({ code, says, override: 'never' })

const withNote = (code: RefusalCode, says: string, until: Instant): Refused => ({
  code,
  says,
  override: 'with-note',
  until,
})

/** Staff mail and an answer to a mail of theirs are expected now. */
const waitsForMorning = ({ purpose, act, quietHours }: AdmissionQuestion): boolean =>
  quietHours !== undefined && purpose !== 'service' && act !== 'reply'
