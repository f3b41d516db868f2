import { stopSequencesOf } from '../crm/door.ts'
import { defineReaction } from '../kernel/reaction.ts'

/** Whoever is in process is courted no more: from now on only the process writes. */
export const whenPersonAppliesStopSequences = defineReaction({
  name: 'when-person-applies-stop-sequences',
  on: ['application.received', 'application.added', 'application.hired'],
  handle: async ({ name, about: { candidateId } }, running) => {
    if (!candidateId) return
    const because = name === 'application.received' ? 'applied' : 'process'
    await running.run(stopSequencesOf, { candidateIds: [candidateId], because })
  },
})
