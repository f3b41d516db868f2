import { createHmac } from 'node:crypto'
import { readMailWithFiles } from '../../src/adapters/read-mail.ts'
import { sentNotesIn } from '../../src/adapters/sent-notes.ts'
import { createSmtpMailer } from '../../src/adapters/smtp-mailer.ts'
import type { MailFile, MessagingPorts, SentNotes } from '../../src/messaging/ports.ts'
import { type Ports, unplugged } from '../../src/server/ports.ts'

export const sign = (text: string) => createHmac('sha256', 'northwind').update(text).digest('hex')

const noNotes: SentNotes = {
  open: () => ({ file: '', clear: () => undefined, close: () => undefined }),
  takeLeft: async () => [],
}

/** The outside world of the mail tests: a real SMTP server where given, files in memory, a name service from a table. */
export const plugged = (
  parts: {
    smtpUrl?: string
    perMinute?: number
    parallel?: number
    names?: Record<string, string[]>
    overImap?: boolean
    /** Where notes of sent mails outlive a process; none are taken without it. */
    notesIn?: string
  } = {},
) => {
  const smtp = parts.smtpUrl ? createSmtpMailer({ url: parts.smtpUrl, connections: 4 }) : undefined
  const stored = new Map<string, Uint8Array>()
  const kept: { candidateId: string; files: readonly MailFile[] }[] = []
  const givenBack: string[] = []
  const messaging: MessagingPorts = {
    mailer: {
      leaves: smtp !== undefined,
      perMinute: parts.perMinute ?? 1_000_000,
      parallel: parts.parallel ?? 8,
      send: async (mail, note, beginBefore) =>
        smtp ? smtp.send(mail, note.file ? note : undefined, beginBefore) : { ok: true, response: 'kept' },
      letGo: () => smtp?.letGo(),
    },
    sentNotes: parts.notesIn ? sentNotesIn(parts.notesIn, 0) : noNotes,
    mailAddresses: { domain: 'northwind.example', sign, dkimSelector: 'throughline' },
    mailReading: { read: readMailWithFiles },
    attachments: {
      keep: async (candidateId, files) => {
        kept.push({ candidateId, files })
        return files.map(
          (_, at) => `0192a000-0000-7000-8f11-${String(kept.length * 100 + at).padStart(12, '0')}`,
        )
      },
      giveBack: async (fileIds) => void givenBack.push(...fileIds),
    },
    names: { texts: async (name) => parts.names?.[name] ?? [] },
    files: {
      put: async (key, bytes) => void stored.set(key, bytes),
      get: async (key) => stored.get(key),
      remove: async (key) => void stored.delete(key),
    },
    mailComesIn: { overImap: parts.overImap ?? false },
  }
  const ports = new Proxy(unplugged, {
    get: (target, edge) => Reflect.get(edge in messaging ? messaging : target, edge),
  }) as Ports
  return { ports, messaging, stored, kept, givenBack, close: () => smtp?.close() }
}
