import type { MailToQueue } from '../../messaging/door.ts'
import { mailKey } from '../model/enrolment.ts'
import { allWords, personalLineField, type SequenceStep, subjectOf } from '../model/sequence.ts'

/** By it the mails of sequences are known among all. */
export const sequenceTemplate = 'sequence'

/** The mail that a step is to one person. */
export const stepMail = (of: {
  readonly candidateId: string
  readonly senderId: string
  readonly steps: readonly SequenceStep[]
  readonly position: number
  readonly line: string | undefined
  /** None for a look at it before anybody is enrolled. */
  readonly enrolment?: { readonly id: string; readonly attempt: number; readonly threadId: string | null }
}): MailToQueue => {
  const step = of.steps[of.position]!
  return {
    candidateId: of.candidateId,
    senderId: of.senderId,
    purpose: 'outreach',
    template: { key: sequenceTemplate, fields: { [personalLineField]: of.line } },
    subject: subjectOf(of.steps, of.position),
    text: step.body,
    threadId: step.sameThread ? of.enrolment?.threadId : undefined,
    dedupeKey: of.enrolment && mailKey(of.enrolment.id, step.id, of.enrolment.attempt),
  }
}

/** Everything a sequence would ever say to a person, in one: what they lack for any step shows at once. */
export const wholeSequence = (
  candidateId: string,
  senderId: string,
  steps: readonly SequenceStep[],
): MailToQueue => ({
  candidateId,
  senderId,
  purpose: 'outreach',
  template: { key: sequenceTemplate, fields: { [personalLineField]: '…' } },
  ...allWords(steps),
})
