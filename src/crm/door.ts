export { dropLeads, leadsById, noteAsked, reopenLeads } from './leads/end-leads.ts'
export {
  endLeadsOfJob,
  letLeadsStand,
  noteAskStopped,
  noteLeadsApplied,
  showLeadsToTeam,
} from './leads/follow-applications.ts'
export { openLeads } from './leads/open-leads.ts'
export { lockPool } from './pools/make-pools.ts'
export { moveProspectsForMerge, returnProspectsOfMerge } from './pools/move-for-merge.ts'
export { visiblePool } from './pools/pool.sql.ts'
export { savePoolNeeds } from './pools/save-pool-needs.ts'
export { visibleSequence } from './sequences/sequence.sql.ts'
export { stopSequencesOf } from './sequences/stop-enrolments.ts'
