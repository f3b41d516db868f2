import type { Instant } from '../../kernel/model/time.ts'
import type { MailPurpose } from '../model/outgoing-mail.ts'
import type { MergeValues } from '../model/template.ts'

/** One mail to one person, as another room asks for it. */
export interface MailToQueue {
  /** Without one (a kept form of someone who is not on record) `to` says where it goes. */
  readonly candidateId?: string | null | undefined
  readonly applicationId?: string | null | undefined
  readonly jobId?: string | null | undefined
  /** The conversation it belongs to; else that of the application, else a new one. */
  readonly threadId?: string | null | undefined
  /** In whose name it is written, where that is not whoever acts. */
  readonly senderId?: string | undefined
  readonly purpose: MailPurpose
  readonly act?: 'reply' | 'rejection' | undefined
  readonly template?: { readonly key: string; readonly fields?: MergeValues | undefined } | undefined
  /** Without a template, or instead of its text; may hold merge fields too. */
  readonly subject?: string | undefined
  readonly text?: string | undefined
  readonly to?: { readonly address: string; readonly name: string } | undefined
  readonly language?: string | undefined
  readonly sendAfter?: Instant | undefined
  /** One mail a reason: a second one with the same key is not made, the first is answered. */
  readonly dedupeKey?: string | undefined
  readonly override?: { readonly note: string } | undefined
  /** Sent by a rule, not by a person: marked so (RFC 3834), and nobody counts it as a conversation. */
  readonly automated?: boolean | undefined
}

export type MailState = 'waiting' | 'sending' | 'sent' | 'cancelled' | 'blocked' | 'failed'

export interface QueuedMail {
  readonly messageId: string
  readonly threadId: string
  /** `blocked` also for a mail of the same dedupe key that was cancelled or failed. */
  readonly state: 'waiting' | 'blocked'
  readonly sendAfter?: Instant | undefined
  /** Why it is blocked, for the user. */
  readonly says?: string | undefined
}
