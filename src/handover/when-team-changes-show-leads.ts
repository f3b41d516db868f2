import { showLeadsToTeam } from '../crm/door.ts'
import { defineReaction } from '../kernel/reaction.ts'

/** Whoever is on the team of a job sees whom it considers. */
export const whenTeamChangesShowLeads = defineReaction({
  name: 'when-team-changes-show-leads',
  on: ['job.team-changed'],
  handle: async ({ about: { jobId }, particulars: { added, removed } }, running) => {
    const [joined, left] = [added, removed].map((users) => (Array.isArray(users) ? [...users] : []))
    if (jobId) await running.run(showLeadsToTeam, { jobId, joined: joined!, left: left! })
  },
})
