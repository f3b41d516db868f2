import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Secrets } from '../accounts/secrets.ts'
import { createImapMailbox } from '../adapters/imap-mailbox.ts'
import { nameService } from '../adapters/name-service.ts'
import { readMailWithFiles } from '../adapters/read-mail.ts'
import { sentNotesIn } from '../adapters/sent-notes.ts'
import { smtpMailerOnThread } from '../adapters/smtp-mailer-on-thread.ts'
import type { FileStore } from '../documents/file-store.ts'
import type { VirusScanner } from '../documents/virus-scanner.ts'
import type { Database, Kernel } from '../kernel/kernel.ts'
import { saveMemory } from '../kernel/memory.sql.ts'
import { keepMailboxPosition, mailboxPosition } from '../messaging/inbound/mailbox-position.ts'
import { whenMailArrivesReceiveIt } from '../messaging/inbound/when-mail-arrives-receive-it.ts'
import type { Mailer, MessagingPorts } from '../messaging/ports.ts'
import { mailAttachments } from './mail-attachments.ts'
import { baseUrlOf, type Settings } from './settings.ts'

/** Where mail goes out and comes in. Without SMTP_URL nothing leaves the machine. */
export const plugInMail = (
  settings: Settings,
  parts: {
    readonly secrets: Secrets
    readonly files: FileStore
    readonly scanner: VirusScanner
    readonly log: Logger
  },
) => {
  const { mailer, close } = mailerOf(settings)
  let kernel: Kernel | undefined
  const ports: Omit<MessagingPorts, 'files'> = {
    mailer,
    sentNotes: sentNotesIn(join(settings.dataDir, 'sent-notes')),
    mailAddresses: {
      domain: mailDomainOf(settings),
      dkimSelector: settings.DKIM_PRIVATE_KEY_FILE ? settings.DKIM_SELECTOR : undefined,
      sign: (text) => Buffer.from(parts.secrets.sign('mail address', text), 'base64url').toString('hex'),
    },
    mailReading: { read: readMailWithFiles },
    attachments: mailAttachments(() => ({ ...parts, kernel: kernel! })),
    names: nameService(),
    mailComesIn: { overImap: settings.IMAP_URL !== undefined },
  }
  return {
    ports,
    connect: (running: Kernel) => {
      kernel = running
    },
    /** Watches the mailbox where there is one. Several workers may: a mail taken twice is kept once. */
    startWork: (running: Kernel): (() => Promise<void>) => {
      if (!settings.IMAP_URL) return async () => undefined
      const by = running.as('when-mail-arrives-receive-it')
      const name = new URL(settings.IMAP_URL)
      const mailbox = `${name.username}@${name.host}${name.pathname}`
      const receive = whenMailArrivesReceiveIt({ ...ports, files: parts.files })
      const watching = createImapMailbox({
        url: settings.IMAP_URL,
        load: async () => {
          const position = await by.ask(mailboxPosition, { mailbox })
          return position.ok ? position.value : null
        },
        save: async (position) => {
          await by.run(keepMailboxPosition, { mailbox, ...position })
        },
        receive: async (raw, uid, uidValidity) => {
          try {
            await receive(raw, `${mailbox} ${uidValidity}:${uid}`, by)
          } catch (error) {
            if (!(error instanceof Error) || !/headers|nest/i.test(error.message)) throw error
            parts.log.error(
              { uid, message: error.message },
              'a mail could not be opened and stays in the mailbox',
            )
          }
        },
        onTrouble: (error, retryInMs) =>
          parts.log.warn({ message: error.message, retryInMs }, 'the mailbox is out of reach'),
      })
      return () => watching.close()
    },
    close,
  }
}

/** The domain of our own mail addresses. */
const mailDomainOf = (settings: Settings): string =>
  settings.MAIL_DOMAIN ?? new URL(baseUrlOf(settings)).hostname

const mailerOf = (settings: Settings): { mailer: Mailer; close: () => void } => {
  const { SMTP_URL, MAIL_PER_MINUTE, MAIL_DOMAIN, DKIM_PRIVATE_KEY_FILE, DKIM_SELECTOR } = settings
  if (!SMTP_URL)
    return {
      mailer: {
        leaves: false,
        perMinute: 1_000_000,
        parallel: 1,
        send: async () => ({ ok: true, response: 'kept for the mailbox page' }),
        letGo: () => undefined,
      },
      close: () => undefined,
    }
  const connections = 4
  const smtp = smtpMailerOnThread({
    url: SMTP_URL,
    connections,
    // Above this the line is faster than a second can be cut.
    ...(MAIL_PER_MINUTE < 6000 ? { perSecond: Math.max(1, Math.ceil(MAIL_PER_MINUTE / 60)) } : {}),
    ...(DKIM_PRIVATE_KEY_FILE && MAIL_DOMAIN
      ? {
          dkim: {
            domain: MAIL_DOMAIN,
            selector: DKIM_SELECTOR,
            privateKey: readFileSync(DKIM_PRIVATE_KEY_FILE, 'utf8'),
          },
        }
      : {}),
  })
  return {
    mailer: {
      leaves: true,
      perMinute: MAIL_PER_MINUTE,
      parallel: connections * 16,
      send: smtp.send,
      letGo: smtp.letGo,
    },
    close: () => smtp.close(),
  }
}

/** Keeps the addresses that mails name, for whoever queues one: a web process, a worker, the command line. */
export const rememberAddresses = async (settings: Settings, database: Database): Promise<void> => {
  await saveMemory('site.address', baseUrlOf(settings)).execute(database.write)
  await saveMemory('mail.domain', mailDomainOf(settings)).execute(database.write)
}
