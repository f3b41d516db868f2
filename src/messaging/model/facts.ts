import { factKind } from '../../kernel/model/fact.ts'

export const mailQueued = factKind<{ purpose: string; template: string | null; sendAfter: string }>()(
  'mail.queued',
  'A mail waits to be sent; until it leaves it can be cancelled.',
)
export const mailBlocked = factKind<{ purpose: string; template: string | null; code: string }>()(
  'mail.blocked',
  'A mail may not go to this person; the code says which rule holds.',
)
export const mailOverridden = factKind<{ purpose: string; code: string }>()(
  'mail.overridden',
  'A colleague sends a mail in spite of a rule, with a note that is kept beside it.',
)
export const mailCancelled = factKind<{ purpose: string; template: string | null }>()(
  'mail.cancelled',
  'A waiting mail will not be sent.',
)
export const mailHastened = factKind()('mail.hastened', 'A waiting mail goes out now.')
export const mailsTaken = factKind<{ count: number }>()(
  'mails.taken',
  'A worker took due mails to send them.',
)
export const mailSent = factKind<{ purpose: string; template: string | null }>()(
  'mail.sent',
  'A mail left to the mail server, or to the mailbox page where there is none.',
)
export const mailDelayed = factKind<{ code: string; attempts: number }>()(
  'mail.delayed',
  'The mail server would not take a mail now; it is tried again.',
)
export const mailFailed = factKind<{ purpose: string; template: string | null; code: string }>()(
  'mail.failed',
  'A mail could not be sent for good.',
)
export const mailPostponed = factKind<{ until: string }>()(
  'mail.postponed',
  'A mail waits for the end of quiet hours.',
)
export const mailReceived = factKind<{ kind: string; channel: string; matchedBy: string }>()(
  'mail.received',
  'Somebody wrote to us.',
)
export const invitationAnswered = factKind<{ answer: string; sequence: number; userId: string | null }>()(
  'invitation.answered',
  'A calendar answered an invitation of ours, for a candidate or a colleague.',
)
export const mailBounced = factKind<{ class: string; code: string }>()(
  'mail.bounced',
  'A mail of ours came back.',
)
export const bounceIgnored = factKind<{ because: string }>()(
  'bounce.ignored',
  'A report of a returned mail carried no token of ours and was ignored.',
)
export const senderFaulted = factKind<{ code: string }>()(
  'sender.faulted',
  'A mail was refused because of our set-up or reputation; the person’s address is fine.',
)
export const addressSuppressed = factKind<{ kind: string; because: string }>()(
  'address.suppressed',
  'No more mail goes to an address, or no more marketing.',
)
export const threadAnswered = factKind()(
  'thread.answered',
  'A colleague answered; the mail waits out its undo time.',
)
export const threadAssigned = factKind<{ assignedTo: string | null }>()(
  'thread.assigned',
  'A colleague looks after a conversation, or nobody does any more.',
)
export const threadClosed = factKind()('thread.closed', 'A conversation needs nothing more.')
export const threadReopened = factKind()('thread.reopened', 'A conversation is open again.')
export const threadLinked = factKind<{ isNew: boolean }>()(
  'thread.linked',
  'Somebody said whose a conversation is that could not be matched.',
)
export const threadUnlinked = factKind<{ address: string; mails: number; files: readonly string[] }>()(
  'thread.unlinked',
  'Whose a conversation was said to be was taken back; `files` came with its mails and leave the person.',
)
export const threadRead = factKind()('thread.read', 'Somebody of the team opened a conversation.')
export const attachmentsKept = factKind<{ count: number }>()(
  'attachments.kept',
  'Files that came with a mail are with the person.',
)
export const templateSaved = factKind<{ key: string; language: string; isNew: boolean }>()(
  'template.saved',
  'A mail template reads differently now.',
)
export const mailboxRead = factKind<{ lastUid: number }>()(
  'mailbox.read',
  'Incoming mail was read up to here.',
)
export const domainChecked = factKind<{ ok: boolean }>()(
  'domain.checked',
  'The sending domain was looked up: may it send marketing?',
)
