import type { Instant } from '../../kernel/model/time.ts'

/** A mail between us and the person to whom a conversation was linked. */
export interface SpokenMail {
  readonly id: string
  readonly threadId: string
  readonly direction: 'in' | 'out'
  /** The other side's, in lower case. */
  readonly address: string
  /** It answers a mail of ours. */
  readonly isAnswer: boolean
  readonly at: Instant
}

/** How the mails of a link that was wrong part. */
export interface Parting {
  /** The stranger's: those of the conversation, and those that found the person only by the link's address. */
  readonly strangers: readonly SpokenMail[]
  /** The person's own, which came into the conversation meanwhile. */
  readonly persons: readonly SpokenMail[]
  /** Mails in other conversations of the person rely on the address: an answer to us came from it, or we wrote to it. */
  readonly isReliedOn: boolean
}

/** Tells the stranger's mails from the person's, who wrote from these addresses of their own. */
export const partMails = (
  thread: { readonly id: string; readonly fromAddress: string },
  mails: readonly SpokenMail[],
  ownAddresses: ReadonlySet<string>,
): Parting => {
  const stranger = thread.fromAddress.toLowerCase()
  const isHere = (mail: SpokenMail) => mail.threadId === thread.id
  const isPersons = (mail: SpokenMail) => mail.address !== stranger && ownAddresses.has(mail.address)
  const byAddressAlone = (mail: SpokenMail) => mail.direction === 'in' && !mail.isAnswer
  return {
    strangers: mails.filter((mail) => (isHere(mail) ? !isPersons(mail) : byAddressAlone(mail))),
    persons: mails.filter((mail) => isHere(mail) && isPersons(mail)),
    isReliedOn: mails.some((mail) => !isHere(mail) && !byAddressAlone(mail)),
  }
}
