import { createHash } from 'node:crypto'
import type { Running } from '../../kernel/reaction.ts'
import { tokenAmong } from '../model/address-token.ts'
import { headerText } from '../model/header-text.ts'
import { readInbound } from '../model/inbound.ts'
import { headerOf, type ParsedMail } from '../model/parsed-mail.ts'
import { safeMailHtml } from '../model/safe-mail-html.ts'
import { answeredIds, normalMessageId } from '../model/threading.ts'
import type { MessagingPorts } from '../ports.ts'
import type { IncomingMail } from './incoming-mail.ts'
import { receiveMail } from './receive-mail.ts'

// No letter is longer; what is goes to the file store only.
const longestText = 500_000

/**
 * Takes one raw mail from a mailbox: the original into the file store first, then the row. The same mail handed
 * over again (after a crash, after UIDVALIDITY changed) is known by its number or its Message-ID and dropped.
 */
export const whenMailArrivesReceiveIt =
  (ports: Pick<MessagingPorts, 'mailReading' | 'mailAddresses' | 'files'>) =>
  async (raw: Uint8Array, sourceKey: string, running: Running): Promise<void> => {
    const digest = createHash('sha256').update(raw).digest('hex')
    const rawKey = `mail/${digest.slice(0, 2)}/${digest}.eml`
    const { mail, files } = await ports.mailReading.read(raw)
    await ports.files.put(rawKey, raw)
    const incoming = incomingOf(mail, ports.mailAddresses)
    const answer = await running.run(receiveMail, {
      ...incoming,
      sourceKey,
      rawKey,
      messageId: incoming.messageId || `${digest}@no-message-id`,
      attachments: files.map(({ name, mediaType, contentId }) => ({ name, mediaType, contentId })),
    })
    if (!answer.ok) throw new Error(answer.refusal.says)
  }

/** What a parsed mail says to us. PostgreSQL's text holds no NUL; a mail may. */
export const incomingOf = (
  mail: ParsedMail,
  { domain, sign }: MessagingPorts['mailAddresses'],
): Omit<IncomingMail, 'sourceKey' | 'rawKey' | 'attachments'> => {
  const inbound = readInbound(mail)
  const clean = (text: string) => text.replaceAll('\0', '').slice(0, longestText)
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].flatMap((name) =>
    mail.headers.filter((header) => header.name === name).map((header) => header.value),
  )
  const to = [...mail.to.map((one) => one.address), ...delivered].map(clean).slice(0, 200)
  return {
    messageId: normalMessageId(headerOf(mail, 'message-id')),
    from: { name: headerText(clean(mail.from?.name ?? '')), address: clean(mail.from?.address ?? '') },
    to,
    subject: headerText(clean(mail.subject)),
    text: clean(inbound.text),
    folded: clean(inbound.folded),
    html: mail.html === '' ? null : clean(safeMailHtml(mail.html)),
    kind: inbound.kind,
    token: tokenAmong(to, domain, sign),
    answers: [...answeredIds(mail)],
    inReplyTo: normalMessageId(headerOf(mail, 'in-reply-to')) || null,
    references: [...answeredIds(mail)].toReversed().slice(-21),
    bounce: inbound.bounce
      ? { class: inbound.bounce.class, recipient: inbound.bounce.recipient, code: inbound.bounce.code }
      : null,
    complaint: inbound.complaint ?? null,
    invitationAnswer: answerOf(mail),
  }
}

/** An answer to an invitation of ours: those are called by an id. */
const answerOf = ({ invitationAnswer }: ParsedMail): IncomingMail['invitationAnswer'] => {
  if (!invitationAnswer || !uuid.test(invitationAnswer.uid)) return null
  const { uid, ...said } = invitationAnswer
  return { appointmentId: uid.toLowerCase(), ...said }
}
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
