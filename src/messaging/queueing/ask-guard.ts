import { loadUsers, organisation, settingsOf } from '../../accounts/door.ts'
import { type Contact, consentsOf, contactOf } from '../../candidates/door.ts'
import { emailKeys } from '../../candidates/model/contact-point.ts'
import { daysAfter, type Instant } from '../../kernel/model/time.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { type Admission, type AdmissionQuestion, admit } from '../model/admission.ts'
import { contactTermKeys, contactTermsOf } from '../model/contact-terms.ts'
import { marketingRefusal } from '../model/marketing-standing.ts'
import { isMarketing, type MailPurpose } from '../model/outgoing-mail.ts'
import { countComplaints, loadContactHistory, loadDomainCheck, loadSuppressions } from './guard.sql.ts'

/** What the guard is asked about one mail. */
export interface GuardedMail {
  readonly candidateId: string | null
  readonly applicationId: string | null
  /** Who writes: their own conversation does not stand in their way. */
  readonly senderId: string | null
  readonly address: string
  readonly purpose: MailPurpose
  readonly act: 'reply' | 'rejection' | null
}

export type Verdict =
  | Admission
  | { readonly allowed: false; readonly code: string; readonly says: string; readonly override: 'never' }

/** An address as it is compared and suppressed. */
export const addressKey = (address: string): string =>
  emailKeys(address)?.exact ?? address.trim().toLowerCase()

/**
 * Asks the contact guard about many mails with what is true now; in the order given. Mails of one list count for each other. A constant number of statements.
 */
export const askGuard = async (
  tx: ReadTx,
  mails: readonly GuardedMail[],
  how: { readonly sentOnly: boolean; readonly fromDomain: string },
): Promise<{ readonly verdicts: readonly Verdict[]; readonly people: ReadonlyMap<string, Contact> }> => {
  const ids = [...new Set(mails.flatMap((mail) => (mail.candidateId ? [mail.candidateId] : [])))]
  const people = await contactOf(tx, ids)
  const consents = await consentsOf(tx, ids)
  const suppressed = Map.groupBy(
    await tx.rows(loadSuppressions([...new Set(mails.map((mail) => addressKey(mail.address)))])),
    (row) => row.address,
  )
  const anyMarketing = mails.some((mail) => isMarketing(mail.purpose))
  const refusal = anyMarketing ? await refusalToAll(tx, how.fromDomain) : null
  const chosen = anyMarketing ? await settingsOf(tx, marketingSettings) : undefined
  const terms = contactTermsOf(chosen ?? {})
  const history = anyMarketing
    ? new Map(
        (
          await tx.rows(
            loadContactHistory(guarded(mails), {
              marketingSince: daysAfter(tx.now, -terms.budget.days),
              wordSince: daysAfter(tx.now, -terms.conversationDays),
              sentOnly: how.sentOnly,
            }),
          )
        ).map((row) => [`${row.candidateId} ${row.senderId}`, row]),
      )
    : new Map()
  const colleagues = new Map(
    (
      await loadUsers(
        tx,
        [...history.values()].flatMap((row) => row.colleagueId ?? []),
      )
    ).map((user) => [user.id as string, user.name]),
  )
  const quiet = chosen
    ? {
        from: `${String(chosen['mail.quietFromHour']).padStart(2, '0')}:00`,
        to: `${String(chosen['mail.quietUntilHour']).padStart(2, '0')}:00`,
        zone: (await organisation(tx))?.timeZone ?? 'UTC',
        weekends: false,
      }
    : null
  const counted = new Map<string, Instant[]>()
  const verdicts = mails.map((mail): Verdict => {
    const person = mail.candidateId ? people.get(mail.candidateId) : undefined
    if (isMarketing(mail.purpose) && refusal) return refusal
    const past = mail.candidateId ? history.get(`${mail.candidateId} ${mail.senderId}`) : undefined
    const already = (mail.candidateId && counted.get(mail.candidateId)) || []
    const hasApplied = ['applicant', 'decided-not-now', 'hired'].includes(person?.relationship ?? '')
    const question: AdmissionQuestion = {
      purpose: mail.purpose,
      ...(mail.act ? { act: mail.act } : {}),
      consent: consentFor(mail.purpose, (mail.candidateId && consents.get(mail.candidateId)) || []),
      suppression:
        mail.candidateId && !person
          ? 'erased'
          : gravest((suppressed.get(addressKey(mail.address)) ?? []).map((row) => row.kind)),
      doNotContact: person?.doNotContactAt != null,
      isInProcess: person?.relationship === 'applicant',
      isHired: person?.relationship === 'hired',
      hasEverApplied: mail.applicationId !== null || hasApplied,
      ...(person?.lastRejectedAt ? { rejectedAt: person.lastRejectedAt } : {}),
      ...(past?.colleagueId && past.colleagueAt
        ? {
            colleague: {
              name: colleagues.get(past.colleagueId) ?? 'A colleague',
              lastWord: past.colleagueAt,
            },
          }
        : {}),
      recentMarketing: [...(past?.marketing ?? []), ...already],
      terms,
      ...(quiet && isMarketing(mail.purpose)
        ? { quietHours: { ...quiet, zone: person?.timeZone ?? quiet.zone } }
        : {}),
      now: tx.now,
    }
    const verdict = admit(question)
    if (verdict.allowed && mail.candidateId && isMarketing(mail.purpose))
      counted.set(mail.candidateId, [...already, tx.now])
    return verdict
  })
  return { verdicts, people }
}

const marketingSettings = [...contactTermKeys, 'mail.quietFromHour', 'mail.quietUntilHour'] as const

const guarded = (mails: readonly GuardedMail[]) =>
  mails.flatMap(({ candidateId, senderId }) => (candidateId ? [{ candidateId, senderId }] : []))

/** Outreach to people we know rests on legitimate interest; a withdrawn consent to be kept in mind ends it. */
const consentFor = (
  purpose: MailPurpose,
  consents: readonly { readonly purpose: string; readonly state: AdmissionQuestion['consent'] }[],
): AdmissionQuestion['consent'] => {
  const asked = {
    outreach: 'talent-pool',
    newsletter: 'newsletter',
    event: 'events',
    process: 'application',
    service: 'application',
  }[purpose]
  return consents.find((one) => one.purpose === asked)?.state ?? 'none'
}

const gravest = (kinds: readonly string[]): AdmissionQuestion['suppression'] =>
  (['hard', 'complaint', 'marketing'] as const).find((kind) => kinds.includes(kind)) ?? 'none'

const refusalToAll = async (tx: ReadTx, domain: string): Promise<Verdict | null> =>
  marketingRefusal({
    domain,
    findings: (await tx.row(loadDomainCheck(domain)))?.findings ?? [],
    ...(await tx.row(countComplaints(daysAfter(tx.now, -30))))!,
    postalAddress: (await organisation(tx))?.postalAddress ?? null,
  })
