import { loadUsers, organisation, settingsOf } from '../../accounts/door.ts'
import { contactOf } from '../../candidates/door.ts'
import { nameParts } from '../../candidates/model/name.ts'
import { loadMemory } from '../../kernel/memory.sql.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { type Instant, minutesAfter } from '../../kernel/model/time.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { isSafeAddress } from '../model/header-text.ts'
import { nextWorkingMorning } from '../model/next-morning.ts'
import type { MailAddress } from '../model/parsed-mail.ts'
import {
  inLanguage,
  type MergeValues,
  type Rendered,
  renderTemplate,
  type TemplateText,
} from '../model/template.ts'
import { templatesOf } from '../templates/load-templates.ts'
import { askGuard, type Verdict } from './ask-guard.ts'
import type { MailToQueue } from './mail-to-queue.ts'

/** A mail as it would be sent, and whether it may. */
export interface Draft {
  readonly asked: MailToQueue
  readonly act: 'reply' | 'rejection' | null
  readonly from: MailAddress
  readonly to: MailAddress
  readonly language: string
  readonly subject: string
  readonly text: string
  readonly rendered: Rendered
  readonly verdict: Verdict
  /** The rule that was set aside, with the note. */
  readonly overridden: { readonly code: string; readonly note: string } | null
  readonly sendAfter: Instant
}

/** Renders and judges many mails, each in its person's language; a constant number of statements. Writes nothing. */
export const draftMails = async (tx: ReadTx, mails: readonly MailToQueue[]): Promise<readonly Draft[]> => {
  const senders = await sendersOf(tx, mails)
  const people = await contactOf(
    tx,
    mails.flatMap((mail) => mail.candidateId ?? []),
  )
  const templates = Map.groupBy(
    await templatesOf(tx, [...new Set(mails.flatMap((mail) => mail.template?.key ?? []))]),
    (one) => one.key,
  )
  const { 'mail.delayMinutes': delay, 'mail.rejectionHour': rejectionHour } = await settingsOf(tx, [
    'mail.delayMinutes',
    'mail.rejectionHour',
  ])

  const written = mails.map((mail) => {
    const sender = senders.of(mail)
    const person = mail.candidateId ? people.get(mail.candidateId) : undefined
    const to = mail.to ?? { address: person?.mail ?? '', name: person?.name ?? '' }
    const texts = mail.template ? templates.get(mail.template.key) : undefined
    const language = mail.language ?? person?.language ?? sender.language
    const text = textFor(mail, texts, language, sender.language)
    const act = mail.act ?? (mail.template?.key.startsWith('rejection-') ? 'rejection' : null)
    const rendered = renderTemplate(text, {
      ...personValues(person?.goesBy ?? null, to.name || person?.name || ''),
      ...sender.values,
      ...mail.template?.fields,
    })
    return { mail, sender, to, text, act: act as Draft['act'], rendered }
  })
  const { verdicts } = await askGuard(
    tx,
    written.map(({ mail, to, act }) => ({
      candidateId: mail.candidateId ?? null,
      applicationId: mail.applicationId ?? null,
      senderId: mail.senderId ?? userIdOf(tx.actor),
      address: to.address,
      purpose: mail.purpose,
      act,
    })),
    { sentOnly: false, fromDomain: domainOf(senders.address) },
  )
  return written.map(({ mail, sender, to, text, act, rendered }, at) => {
    const guard = verdicts[at]!
    const note = mail.override?.note.trim()
    const set = !guard.allowed && guard.override === 'with-note' && note ? { code: guard.code, note } : null
    const verdict =
      flawOf({ mail, to, rendered, sender, isUnknown: mail.template !== undefined && text.subject === '' }) ??
      (set ? ({ allowed: true } as const) : guard)
    const usual =
      act === 'rejection'
        ? nextWorkingMorning(tx.now, sender.timeZone, rejectionHour)
        : mail.automated || mail.purpose === 'service'
          ? tx.now
          : minutesAfter(tx.now, delay)
    const asked = mail.sendAfter ?? usual
    const notBefore = verdict.allowed && 'notBefore' in verdict ? verdict.notBefore : undefined
    return {
      asked: mail,
      act,
      from: { name: mail.automated ? sender.organisation : sender.name, address: sender.address },
      to,
      language: text.language,
      subject: rendered.ok ? rendered.subject : text.subject,
      text: rendered.ok ? rendered.text : text.body,
      rendered,
      verdict,
      overridden: set,
      sendAfter: notBefore && notBefore > asked ? notBefore : asked,
    }
  })
}

/** The domain of an address, in lower case. */
export const domainOf = (address: string): string => address.split('@')[1]?.toLowerCase() ?? 'localhost'

/** Whom our mails come from: the organisation at the address where answers come in. */
export const mailFrom = async (tx: ReadTx): Promise<MailAddress> => {
  const ours = await organisation(tx)
  const domain = (await tx.row(loadMemory<string>('mail.domain')))?.value ?? 'localhost'
  return { name: ours?.name ?? '', address: ours?.mailFrom ?? `jobs@${domain}` }
}

const sendersOf = async (tx: ReadTx, mails: readonly MailToQueue[]) => {
  const ours = await organisation(tx)
  const { name, address } = await mailFrom(tx)
  const actor = userIdOf(tx.actor)
  const ids = [...new Set([...(actor ? [actor] : []), ...mails.flatMap(({ senderId }) => senderId ?? [])])]
  const users = new Map((await loadUsers(tx, ids)).map((user) => [user.id as string, user]))
  const of = ({ senderId }: MailToQueue) => {
    const user = users.get(senderId ?? actor ?? '')
    return {
      organisation: name,
      address,
      name: user ? `${user.name} · ${name}` : name,
      language: ours?.language ?? 'en',
      timeZone: ours?.timeZone ?? 'UTC',
      values: {
        'organisation.name': name,
        'office.postal_address': ours?.postalAddress,
        ...(user
          ? {
              'sender.full_name': user.name,
              'sender.first_name': nameParts({ full: user.name }).given,
              'sender.title': user.title,
            }
          : {}),
      } satisfies MergeValues,
    }
  }
  return { address, of }
}

const personValues = (goesBy: string | null, name: string): MergeValues => {
  const parts = nameParts({ full: name })
  return {
    'candidate.first_name': goesBy ?? (parts.given || name),
    'candidate.last_name': parts.family,
    'candidate.full_name': name,
  }
}

/** What was written by hand wins over the template's text. A template that is nowhere has no subject. */
const textFor = (
  mail: MailToQueue,
  texts: readonly TemplateText[] | undefined,
  language: string,
  ours: string,
): TemplateText => {
  const base = (one: string) => one.toLowerCase().split('-')[0]
  const [first, ...rest] = (texts ?? []).toSorted((a, b) => rank(a) - rank(b))
  function rank(text: TemplateText) {
    return base(text.language) === base(ours) ? 0 : base(text.language) === 'en' ? 1 : 2
  }
  const chosen = first ? inLanguage([first, ...rest], language) : { language, subject: '', body: '' }
  return {
    language: chosen.language,
    subject: mail.subject ?? chosen.subject,
    body: mail.text ?? chosen.body,
  }
}

/** What is wrong with the mail itself, before any rule of contact. */
const flawOf = ({
  mail,
  to,
  rendered,
  sender,
  isUnknown,
}: {
  mail: MailToQueue
  to: MailAddress
  rendered: Rendered
  sender: { address: string }
  isUnknown: boolean
}): Verdict | null => {
  const no = (code: string, says: string): Verdict => ({ allowed: false, code, says, override: 'never' })
  if (isUnknown) return no('no-template', `There is no template “${mail.template?.key}”.`)
  if (to.address === '') return no('no-address', 'There is no mail address. Tell this person another way.')
  if (!isSafeAddress(to.address)) return no('bad-address', 'The mail address is not valid. Correct it first.')
  if (!isSafeAddress(sender.address))
    return no('no-sender', 'The organisation’s own mail address is missing. An administrator sets it.')
  if (!rendered.ok) return no('field-missing', rendered.says)
  if (rendered.subject.trim() === '') return no('no-subject', 'The subject is empty.')
  if (rendered.text.trim() === '') return no('no-text', 'The text is empty.')
  return null
}
