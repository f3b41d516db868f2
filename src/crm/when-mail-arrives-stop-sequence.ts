import { defineReaction } from '../kernel/reaction.ts'
import { stopSequencesOf } from './sequences/stop-enrolments.ts'

/** Any word of theirs ends it; an out-of-office note is none (RFC 3834), and a report is none either. */
export const whenMailArrivesStopSequence = defineReaction({
  name: 'when-mail-arrives-stop-sequence',
  on: ['mail.received', 'thread.linked'],
  handle: async ({ about: { candidateId }, particulars: { kind } }, running) => {
    if (candidateId && kind !== 'auto-reply')
      await running.run(stopSequencesOf, { candidateIds: [candidateId], because: 'reply' })
  },
})
