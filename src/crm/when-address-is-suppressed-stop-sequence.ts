import { defineReaction } from '../kernel/reaction.ts'
import { stopSequencesOf } from './sequences/stop-enrolments.ts'

/** Whoever unsubscribed, called us spam or cannot be reached by mail gets no further step. */
export const whenAddressIsSuppressedStopSequence = defineReaction({
  name: 'when-address-is-suppressed-stop-sequence',
  on: ['address.suppressed', 'mail.bounced'],
  handle: async ({ name, about: { candidateId }, particulars }, running) => {
    const isDead = name === 'mail.bounced' ? particulars.class === 'hard' : particulars.kind === 'hard'
    if (!candidateId || (name === 'mail.bounced' && !isDead)) return
    await running.run(stopSequencesOf, {
      candidateIds: [candidateId],
      because: isDead ? 'bounced' : 'unsubscribed',
    })
  },
})
