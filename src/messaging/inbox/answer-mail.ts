import { z } from 'zod'
import { type Instant, instant } from '../../kernel/model/time.ts'
import { mailPurposes } from '../model/outgoing-mail.ts'
import type { MailToQueue } from '../queueing/mail-to-queue.ts'

/** How long an answer waits so that it can be taken back, in seconds. */
export const undoSeconds = 10

/** What the composer sends: a text of one's own, or a template with the fields it needs. */
export const composed = z.strictObject({
  template: z
    .strictObject({
      key: z.string().max(80),
      fields: z.record(z.string().max(80), z.string().max(2000)).optional(),
    })
    .optional(),
  subject: z.string().max(300).optional(),
  text: z.string().max(50_000).optional(),
  sendAfter: z.iso.datetime().optional(),
  override: z.strictObject({ note: z.string().trim().min(3).max(1000) }).optional(),
})

export const answerInput = composed.extend({ threadId: z.uuid() })

export const writingInput = composed.extend({
  candidateIds: z.array(z.uuid()).min(1).max(500),
  purpose: z.enum(mailPurposes).exclude(['service']).default('process'),
  applicationId: z.uuid().optional(),
  jobId: z.uuid().optional(),
})

/** The mail that an answer is: to where they last wrote from, in the conversation, about the process. */
export const answerIn = (
  thread: {
    id: string
    candidateId: string | null
    applicationId: string | null
    jobId: string | null
    subject: string
    fromAddress: string | null
    name: string
  },
  last: { fromAddress: string; fromName: string | null; subject: string } | undefined,
  { template, subject, text, sendAfter, override }: z.output<typeof answerInput>,
  now: Instant,
): MailToQueue => {
  const about = last?.subject || thread.subject
  return {
    candidateId: thread.candidateId,
    applicationId: thread.applicationId,
    jobId: thread.jobId,
    threadId: thread.id,
    purpose: 'process',
    act: last ? 'reply' : undefined,
    ...(last
      ? { to: { address: last.fromAddress, name: last.fromName || thread.name } }
      : thread.candidateId === null
        ? { to: { address: thread.fromAddress ?? '', name: thread.name } }
        : {}),
    template,
    text,
    subject: subject ?? (template ? undefined : literal(/^re:/i.test(about) ? about : `Re: ${about}`)),
    sendAfter: sendAfter ? laterOf(instant(sendAfter), now) : instant(Date.parse(now) + undoSeconds * 1000),
    override,
  }
}

/** A subject that somebody else wrote is no template of ours: its braces are nothing but braces. */
const literal = (subject: string): string => subject.replaceAll('{{', '{ {')

export const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other)

/** The mails that writing to people is: one each. */
export const mailsTo = (input: z.output<typeof writingInput>, now: Instant): MailToQueue[] =>
  [...new Set(input.candidateIds)].map((candidateId) => ({
    candidateId,
    applicationId: input.candidateIds.length === 1 ? input.applicationId : undefined,
    jobId: input.jobId,
    purpose: input.purpose,
    template: input.template,
    subject: input.subject,
    text: input.text,
    sendAfter: input.sendAfter ? laterOf(instant(input.sendAfter), now) : undefined,
    override: input.override,
  }))
