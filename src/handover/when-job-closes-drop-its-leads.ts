import { endLeadsOfJob } from '../crm/door.ts'
import { defineReaction } from '../kernel/reaction.ts'

/** A closed job considers nobody. */
export const whenJobClosesDropItsLeads = defineReaction({
  name: 'when-job-closes-drop-its-leads',
  on: ['job.closed'],
  handle: async ({ about: { jobId } }, running) => {
    if (!jobId) return
    for (let more = true; more; ) {
      const done = await running.run(endLeadsOfJob, { jobId })
      more = done.ok && done.value.more
    }
  },
})
