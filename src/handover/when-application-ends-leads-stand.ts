import { letLeadsStand } from '../crm/door.ts'
import { defineReaction } from '../kernel/reaction.ts'

/** Whoever is considered for another job stands as its lead again once no process holds them. */
export const whenApplicationEndsLeadsStand = defineReaction({
  name: 'when-application-ends-leads-stand',
  on: ['application.rejected', 'application.withdrawn', 'application.closed'],
  handleMany: async (facts, running) => {
    const candidateIds = [...new Set(facts.flatMap(({ about }) => about.candidateId ?? []))]
    if (candidateIds.length > 0) await running.run(letLeadsStand, { candidateIds })
  },
})
