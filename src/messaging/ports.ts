import type { Sign } from './model/address-token.ts'
import type { OutgoingMail } from './model/outgoing-mail.ts'
import type { ParsedMail } from './model/parsed-mail.ts'

/** What the mail server answered: taken, or refused for good (`permanent`) or for now; or it was not asked at all. */
export type SendAnswer =
  | { readonly ok: true; readonly response: string }
  | {
      readonly ok: false
      readonly permanent: boolean
      readonly code: string
      readonly says: string
      readonly notBegun?: true
    }

/** The way out. Without a mail server nothing leaves the machine and the mailbox page shows every mail. */
export interface Mailer {
  /** False without a mail server: then mails are marked sent and stay here. */
  readonly leaves: boolean
  /** Mails that may leave in a minute, over all processes. */
  readonly perMinute: number
  /** Mails given to `send` at the same time: more than are under way, so that a connection never waits for one. */
  readonly parallel: number
  /**
   * Answers instead of throwing when the server refuses; throws only for a mail that was never allowed. What the
   * server took is noted before it is answered, so that nothing has to be heard between the two. A mail that no
   * connection was free for before `beginBefore` (milliseconds since 1970) is not begun.
   */
  send(mail: OutgoingMail, note: SentNote, beginBefore: number): Promise<SendAnswer>
  /** What waits for a connection is not begun any more: the process stops. */
  letGo(): void
}

/** Where a mailer notes that this mail was taken: a line in the file of a shift. */
export interface SentNote {
  readonly file: string
  readonly mailId: string
}

/**
 * Which mails the mail server took, kept through a kill of this process until the database has it: what a
 * transaction for each mail would do, at a hundredth of its price.
 */
export interface SentNotes {
  /** The notes of one shift of sending. */
  open(): {
    readonly file: string
    /** All that was noted is in the database. */
    clear(): void
    /** The shift is over; what it did not clear is left to others. */
    close(): void
  }
  /** What shifts that were killed or failed did not clear; `forget` it once the database has it. */
  takeLeft(): Promise<
    readonly { readonly mailIds: readonly string[]; readonly forget: () => Promise<void> }[]
  >
}

/** Our own mail addresses: their domain, and the signature that makes them impossible to invent. */
export interface MailAddresses {
  /** Where answers, bounces and opt-outs come in: `reply+…@domain`. */
  readonly domain: string
  readonly sign: Sign
  /** Under which the public key for our signatures stands; absent where mail is not signed. */
  readonly dkimSelector?: string | undefined
}

/** Originals of incoming mail, by a key of ours. */
export interface RawMails {
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Uint8Array | undefined>
  remove(key: string): Promise<void>
}

export interface MailFile {
  readonly name: string
  readonly mediaType: string
  readonly contentId: string | null
  readonly bytes: Uint8Array
}

/** Takes a raw mail apart; rejects only for what no mail program would open. */
export interface MailReading {
  read(raw: Uint8Array): Promise<{ readonly mail: ParsedMail; readonly files: readonly MailFile[] }>
}

/** Gives files that came by mail to a person; answers each file's id in order, null for one that was refused. */
export interface AttachmentKeeping {
  keep(candidateId: string, files: readonly MailFile[]): Promise<readonly (string | null)[]>
  /** Takes such files from their person again, whose mail it was not after all. */
  giveBack(fileIds: readonly string[]): Promise<void>
}

/** The name service: texts of a name, nothing where there is none. */
export interface NameService {
  texts(name: string): Promise<readonly string[]>
}

/** What this room needs from outside. */
export interface MessagingPorts {
  readonly mailer: Mailer
  readonly sentNotes: SentNotes
  readonly mailAddresses: MailAddresses
  readonly mailReading: MailReading
  readonly attachments: AttachmentKeeping
  readonly names: NameService
  readonly files: RawMails
  /** Whether mail comes in over IMAP; without it an administrator can answer as the candidate. */
  readonly mailComesIn: { readonly overImap: boolean }
}
