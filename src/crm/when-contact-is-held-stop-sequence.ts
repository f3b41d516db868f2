import { defineReaction } from '../kernel/reaction.ts'
import { stopSequencesOf } from './sequences/stop-enrolments.ts'

/** Whoever asked to be left alone is left alone. */
export const whenContactIsHeldStopSequence = defineReaction({
  name: 'when-contact-is-held-stop-sequence',
  on: ['contact.held'],
  handle: async ({ about: { candidateId } }, running) => {
    if (candidateId)
      await running.run(stopSequencesOf, { candidateIds: [candidateId], because: 'do-not-contact' })
  },
})
