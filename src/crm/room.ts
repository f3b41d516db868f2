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
import { enrol, previewEnrolment } from './sequences/enrol.ts'
import { pauseEnrolments, resumeEnrolments, takeOut } from './sequences/hold-enrolments.ts'
import { changeSequence, makeSequence, setSequencesState } from './sequences/make-sequences.ts'
import { noteAnswers, writePersonalLines } from './sequences/note-enrolments.ts'
import { previewSequence } from './sequences/preview-sequence.ts'
import { sendDueSteps } from './sequences/send-due-steps.ts'
import { sequencesOf } from './sequences/sequences-of.ts'
import { noteStepNotSent, stopSequencesOf } from './sequences/stop-enrolments.ts'
import { whenAddressIsSuppressedStopSequence } from './when-address-is-suppressed-stop-sequence.ts'
import { whenClockStrikesSendDueSteps } from './when-clock-strikes-send-due-steps.ts'
import { whenClockStrikesWakeSnoozed } from './when-clock-strikes-wake-snoozed.ts'
import { whenContactIsHeldStopSequence } from './when-contact-is-held-stop-sequence.ts'
import { whenMailArrivesStopSequence } from './when-mail-arrives-stop-sequence.ts'
import { whenStepDoesNotLeaveHoldSequence } from './when-step-does-not-leave-hold-sequence.ts'

/** Before the application: pools of people, what the team knows of when they would move, and outreach in steps. */
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
    makeSequence,
    changeSequence,
    setSequencesState,
    enrol,
    pauseEnrolments,
    resumeEnrolments,
    takeOut,
    writePersonalLines,
    noteAnswers,
    sendDueSteps,
    stopSequencesOf,
    noteStepNotSent,
  ],
  queries: [poolsOf, prospectOf, previewEnrolment, previewSequence, sequencesOf],
  facts: crmFacts,
  permissions: crmPermissions,
  reactions: [
    whenMailArrivesStopSequence,
    whenAddressIsSuppressedStopSequence,
    whenContactIsHeldStopSequence,
    whenStepDoesNotLeaveHoldSequence,
  ],
  schedules: [whenClockStrikesWakeSnoozed, whenClockStrikesSendDueSteps],
} as const)
