import { defineRoom } from '../kernel/room.ts'
import { askToApply } from './ask-to-apply.ts'
import { considerForJob } from './consider-for-job.ts'
import { dropLeadsOfJobs, takeUpLeads } from './drop-leads.ts'
import { mergePeople } from './merge-people.ts'
import { setPoolNeeds } from './set-pool-needs.ts'
import { undoMerge } from './undo-merge.ts'
import { whenApplicationEndsLeadsStand } from './when-application-ends-leads-stand.ts'
import { whenAskIsStoppedConsiderAgain } from './when-ask-is-stopped-consider-again.ts'
import { whenJobClosesDropItsLeads } from './when-job-closes-drop-its-leads.ts'
import { whenPersonAppliesEndLead } from './when-person-applies-end-lead.ts'
import { whenPersonAppliesStopSequences } from './when-person-applies-stop-sequences.ts'
import { whenTeamChangesShowLeads } from './when-team-changes-show-leads.ts'

/** What both halves of the product do together: one file a policy. */
export const handover = defineRoom({
  name: 'handover',
  commands: [mergePeople, undoMerge, considerForJob, askToApply, dropLeadsOfJobs, takeUpLeads, setPoolNeeds],
  reactions: [
    whenPersonAppliesEndLead,
    whenPersonAppliesStopSequences,
    whenApplicationEndsLeadsStand,
    whenJobClosesDropItsLeads,
    whenTeamChangesShowLeads,
    whenAskIsStoppedConsiderAgain,
  ],
} as const)
