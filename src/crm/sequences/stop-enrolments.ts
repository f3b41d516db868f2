import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { cancelMail } from '../../messaging/door.ts'
import { afterRefusal, type StoppedBecause, stops } from '../model/enrolment.ts'
import { enrolmentHeld, enrolmentStopped, repliedAfterEnd } from '../model/sequence-facts.ts'
import { workingDaysAfter } from '../model/working-days.ts'
import {
  type EnrolmentRow,
  lastMailsOf,
  lockByMail,
  lockOpenOf,
  saveChanges,
  saveReplied,
  takeStepsBack,
} from './enrolment.sql.ts'

/** Whom and what a fact about an enrolment is about. */
export const aboutEnrolment = ({
  candidateId,
  sequenceId,
}: Pick<EnrolmentRow, 'candidateId' | 'sequenceId'>) => ({
  candidateId,
  subjectId: sequenceId,
})

/** Ends sequences for people, and takes back a mail of theirs that has not left. */
export const stopEnrolments = async (
  tx: WriteTx,
  enrolments: readonly EnrolmentRow[],
  because: StoppedBecause,
): Promise<void> => {
  if (enrolments.length === 0) return
  await takeWaitingMailsBack(tx, enrolments)
  await tx.change(
    saveChanges(
      enrolments.map(({ id }) => ({
        id,
        state: 'stopped',
        stoppedBecause: because,
        heldBecause: null,
      })),
      tx.now,
    ),
  )
  tx.record(...enrolments.map((one) => enrolmentStopped(aboutEnrolment(one), { because })))
}

/** A mail that still waits is taken back, and its step comes again if the sequence ever goes on. */
export const takeWaitingMailsBack = async (
  tx: WriteTx,
  enrolments: readonly EnrolmentRow[],
): Promise<void> => {
  const last = await tx.rows(lastMailsOf(enrolments.map(({ id }) => id)))
  if (last.length === 0) return
  const gone = await cancelMail(tx, { messageIds: last.map(({ messageId }) => messageId) })
  if (gone.length > 0) await tx.change(takeStepsBack(gone))
}

/** Done twice, the second finds nobody in a sequence. */
export const stopSequencesOf = defineCommand({
  name: 'crm.stopSequencesOf',
  says: 'Ends every sequence that people are in: they wrote, applied, want no more mail, or no mail reaches them.',
  permission: systemOnly,
  input: z.object({ candidateIds: z.array(z.uuid()).min(1).max(5000), because: z.enum(stops) }),
  handle: async (tx, { candidateIds, because }) => {
    const open = await tx.rows(lockOpenOf(candidateIds))
    if (because === 'reply')
      for (const one of await tx.rows(saveReplied(candidateIds, tx.now)))
        if (one.state === 'finished') tx.record(repliedAfterEnd(aboutEnrolment(one), {}))
    await stopEnrolments(tx, open, because)
    return ok({ stopped: open.length })
  },
})

/** What a mail of a step that did not leave means: it was cancelled, refused at the last moment, or failed. */
export const noteStepNotSent = defineCommand({
  name: 'crm.noteStepNotSent',
  says: 'Makes a sequence wait, or ends it, for a person whose mail did not leave.',
  permission: systemOnly,
  input: z.object({
    messageId: z.uuid(),
    code: z.string().max(100),
  }),
  handle: async (tx, { messageId, code }) => {
    const [enrolment] = await tx.rows(lockByMail(messageId))
    if (!enrolment || enrolment.state === 'stopped') return ok({})
    await tx.change(takeStepsBack([messageId]))
    const after = afterRefusal({ code })
    if (after.kind === 'stop') {
      await stopEnrolments(tx, [enrolment], after.because)
      return ok({})
    }
    const [sender] = await loadUsers(tx, [enrolment.senderId])
    const waits = {
      id: enrolment.id,
      state:
        after.kind === 'pause' || enrolment.state === 'paused' ? ('paused' as const) : ('active' as const),
      stoppedBecause: null,
      heldBecause: code,
      ...(after.kind === 'later' ? { dueAt: workingDaysAfter(tx.now, 1, sender?.timeZone ?? 'UTC') } : {}),
    }
    await tx.change(saveChanges([waits], tx.now))
    tx.record(enrolmentHeld(aboutEnrolment(enrolment), { because: code }))
    return ok({})
  },
})
