import { noteLeadsApplied } from '../crm/door.ts'
import { defineReaction } from '../kernel/reaction.ts'

/** The same person on the same job: the lead goes on as the application, nobody is copied. */
export const whenPersonAppliesEndLead = defineReaction({
  name: 'when-person-applies-end-lead',
  on: ['application.received', 'application.added', 'application.transferred'],
  handle: async ({ about, particulars: { toJobId, toApplicationId } }, running) => {
    const jobId = toJobId ?? about.jobId
    const applicationId = toApplicationId ?? about.applicationId
    if (about.candidateId && typeof jobId === 'string' && typeof applicationId === 'string')
      await running.run(noteLeadsApplied, { candidateId: about.candidateId, jobId, applicationId })
  },
})
