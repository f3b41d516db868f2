import { noteAskStopped } from '../crm/door.ts'
import { defineReaction } from '../kernel/reaction.ts'
import { askTemplate } from './ask-to-apply.ts'

/** A mail that was taken back asked nobody. */
export const whenAskIsStoppedConsiderAgain = defineReaction({
  name: 'when-ask-is-stopped-consider-again',
  on: ['mail.cancelled'],
  handle: async ({ about: { candidateId, jobId }, particulars: { template } }, running) => {
    if (template === askTemplate && candidateId && jobId)
      await running.run(noteAskStopped, { candidateId, jobId })
  },
})
