import { createTransport } from 'nodemailer'
import type { OutgoingMail } from '../messaging/model/outgoing-mail.ts'
import type { SendAnswer, SentNote } from '../messaging/ports.ts'
import { composeMail, SIGNED_HEADERS } from './mail-composing.ts'
import { noteSent } from './sent-notes.ts'
import { isAscii, localPartOf, takesUtf8 } from './smtp-utf8.ts'

export type SmtpMailer = {
  /** A mail that the server took is noted, where asked, before it is answered. */
  send(mail: OutgoingMail, note?: SentNote, beginBefore?: number): Promise<SendAnswer>
  /** What waits for a connection is not begun any more. */
  letGo(): void
  close(): void
}

export type SmtpMailerOptions = {
  /** `smtp://user:password@host:587` (STARTTLS when offered; `?requireTLS=true` insists) or `smtps://host:465`. */
  readonly url: string
  readonly connections?: number
  /** Mails a second over all connections; none by default. */
  readonly perSecond?: number
  /** Domain, selector and the PEM of a private RSA key of at least 2048 bits. */
  readonly dkim?: { readonly domain: string; readonly selector: string; readonly privateKey: string }
}

/** Sends over a few kept connections, signs with DKIM, and answers instead of throwing when the server refuses. */
export function createSmtpMailer(options: SmtpMailerOptions): SmtpMailer {
  const connections = options.connections ?? 4
  const gate = gateOf(connections)
  const transport = createTransport({
    url: options.url,
    pool: true,
    maxConnections: connections,
    maxMessages: 500,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    ...(options.perSecond ? { rateDelta: 1000, rateLimit: options.perSecond } : {}),
    ...(options.dkim ? { dkim: signing(options.dkim) } : {}),
  })
  return {
    async send(mail, note, beginBefore = Number.POSITIVE_INFINITY) {
      const message = composeMail(mail)
      if (!(await gate.enter())) return notBegun
      try {
        if (Date.now() > beginBefore) return notBegun
        if (!isAscii(localPartOf(mail.to.address)) && !(await takesUtf8(options.url))) return noUtf8
        const { response } = await transport.sendMail(message)
        if (note) noteSent(note)
        return { ok: true, response }
      } catch (error) {
        return refusal(error)
      } finally {
        gate.leave()
      }
    },
    letGo: gate.shut,
    close: () => transport.close(),
  }
}

/** Lets so many in at once, in the order in which they came; when it shuts, whoever waits goes away. */
const gateOf = (places: number) => {
  const waiting: ((isIn: boolean) => void)[] = []
  let free = places
  let isShut = false
  return {
    enter: async (): Promise<boolean> => {
      if (isShut) return false
      if (free === 0) return new Promise((resolve) => waiting.push(resolve))
      free--
      return true
    },
    leave: () => {
      const next = waiting.shift()
      if (next) next(true)
      else free++
    },
    shut: () => {
      isShut = true
      for (const next of waiting.splice(0)) next(false)
    },
  }
}

const notBegun: SendAnswer = {
  ok: false,
  permanent: false,
  code: 'not-begun',
  says: 'No connection was free in time.',
  notBegun: true,
}

/** RFC 6531 section 3.2: such an address may only be given to a server that says it takes them. */
const noUtf8: SendAnswer = {
  ok: false,
  permanent: true,
  code: '5.6.7',
  says: 'The mail server takes no addresses in other scripts before the @ (it does not offer SMTPUTF8). Ask the person for another address, or use a mail server that takes them.',
}

const signing = (dkim: NonNullable<SmtpMailerOptions['dkim']>) => ({
  domainName: dkim.domain,
  keySelector: dkim.selector,
  privateKey: dkim.privateKey,
  headerFieldNames: SIGNED_HEADERS,
})

/** RFC 5321 section 4.2.1: 5yz is final, 4yz and a broken line are worth another try. */
function refusal(error: unknown): SendAnswer {
  const { responseCode, response, code, message } = error as {
    responseCode?: number
    response?: string
    code?: string
    message: string
  }
  const says = response ?? message
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(says)?.[1]
  return {
    ok: false,
    // A refused sign-in (535) is ours to repair: the mail itself may well go later.
    permanent: responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH',
    code: enhanced ?? (responseCode ? String(responseCode) : (code ?? 'unknown')),
    says,
  }
}
