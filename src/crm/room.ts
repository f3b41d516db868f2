import { defineRoom } from '../kernel/room.ts'
import {
  endLeadsOfJob,
  letLeadsStand,
  noteAskStopped,
  noteLeadsApplied,
  showLeadsToTeam,
} from './leads/follow-applications.ts'
import { crmFacts } from './model/facts.ts'
import { crmPermissions } from './model/permissions.ts'
import { archivePools, changePool, makePool } from './pools/make-pools.ts'
import { addToPool, moveInPool, poolsOf, removeFromPool } from './pools/pool-members.ts'
import { setPoolStages } from './pools/set-pool-stages.ts'
import { noteReadiness } from './prospects/note-readiness.ts'
import { prospectOf } from './prospects/prospect-of.ts'
import { snoozeProspects, wakeDueProspects, wakeSnoozed } from './prospects/snooze.ts'
import { whenClockStrikesWakeSnoozed } from './when-clock-strikes-wake-snoozed.ts'

/** Before the application: pools of people, and what the team knows of when they would move. */
export const crm = defineRoom({
  name: 'crm',
  commands: [
    makePool,
    changePool,
    archivePools,
    setPoolStages,
    addToPool,
    moveInPool,
    removeFromPool,
    noteReadiness,
    snoozeProspects,
    wakeSnoozed,
    wakeDueProspects,
    noteLeadsApplied,
    noteAskStopped,
    endLeadsOfJob,
    letLeadsStand,
    showLeadsToTeam,
  ],
  queries: [poolsOf, prospectOf],
  facts: crmFacts,
  permissions: crmPermissions,
  schedules: [whenClockStrikesWakeSnoozed],
} as const)
