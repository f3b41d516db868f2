import { z } from 'zod'
import { type Instant, instant, laterOf } from '../../kernel/model/time.ts'
import { mailPurposes } from '../model/outgoing-mail.ts'
import { writtenMail } from '../model/written-mail.ts'
import type { MailToQueue } from '../queueing/mail-to-queue.ts'

/** How long an answer waits so that it can be taken back, in seconds. */
export const undoSeconds = 10

export const answerInput = writtenMail.extend({ threadId: z.uuid() })

export const writingInput = writtenMail.extend({
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
