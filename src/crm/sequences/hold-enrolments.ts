import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { requireVisible } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { canResume, isOpen } from '../model/enrolment.ts'
import { runSequences } from '../model/permissions.ts'
import { enrolmentHeld, enrolmentResumed } from '../model/sequence-facts.ts'
import { workingDaysAfter } from '../model/working-days.ts'
import { type Change, type EnrolmentRow, lockEnrolments, lockOpenOf, saveChanges } from './enrolment.sql.ts'
import { aboutEnrolment, stopEnrolments, takeWaitingMailsBack } from './stop-enrolments.ts'

export const enrolmentIds = z.array(z.uuid()).min(1).max(5000)

export const pauseEnrolments = defineCommand({
  name: 'crm.pauseEnrolments',
  says: 'Lets a sequence wait for people; a mail of it that has not left is taken back.',
  permission: runSequences,
  input: z.object({ enrolmentIds }),
  handle: async (tx, { enrolmentIds }) => {
    const found = await enrolmentsInSight(tx, enrolmentIds)
    if (!found.ok) return found
    const going = found.value.filter(({ state }) => state === 'active' || state === 'waiting-for-line')
    if (going.length > 0) {
      await takeWaitingMailsBack(tx, going)
      await tx.change(
        saveChanges(
          going.map((one) => ({ ...settled(one), state: 'paused' })),
          tx.now,
        ),
      )
      tx.record(...going.map((one) => enrolmentHeld(aboutEnrolment(one), { because: 'by-hand' })))
    }
    return ok({ paused: going.map(({ id }) => id) })
  },
})

export const resumeEnrolments = defineCommand({
  name: 'crm.resumeEnrolments',
  says: 'Lets a sequence go on for people for whom it was paused, or who were taken out; whoever is in another by now stays out.',
  permission: runSequences,
  input: z.object({ enrolmentIds }),
  handle: async (tx, { enrolmentIds }) => {
    const found = await enrolmentsInSight(tx, enrolmentIds)
    if (!found.ok) return found
    const people = found.value.map(({ candidateId }) => candidateId)
    const open = new Map((await tx.rows(lockOpenOf(people))).map(({ candidateId, id }) => [candidateId, id]))
    const free = found.value.filter(
      (one) => canResume(one.state, one.stoppedBecause) && (open.get(one.candidateId) ?? one.id) === one.id,
    )
    const back = [...new Map(free.map((one) => [one.candidateId, one])).values()]
    if (back.length > 0) {
      const senders = await loadUsers(tx, [...new Set(back.map(({ senderId }) => senderId))])
      const zones = new Map(senders.map(({ id, timeZone }) => [id as string, timeZone]))
      const due = (one: EnrolmentRow) =>
        one.dueAt > tx.now ? one.dueAt : workingDaysAfter(tx.now, 0, zones.get(one.senderId) ?? 'UTC')
      await tx.change(
        saveChanges(
          back.map((one) => ({ ...settled(one), state: 'active', dueAt: due(one) })),
          tx.now,
        ),
      )
      tx.record(...back.map((one) => enrolmentResumed(aboutEnrolment(one), {})))
    }
    return ok({ resumed: back.map(({ id }) => id) })
  },
})

export const takeOut = defineCommand({
  name: 'crm.takeOut',
  says: 'Takes people out of a sequence; a mail of it that has not left is taken back.',
  permission: runSequences,
  input: z.object({ enrolmentIds }),
  handle: async (tx, { enrolmentIds }) => {
    const found = await enrolmentsInSight(tx, enrolmentIds)
    if (!found.ok) return found
    const open = found.value.filter(({ state }) => isOpen(state))
    await stopEnrolments(tx, open, 'by-hand')
    return ok({ takenOut: open.map(({ id }) => id) })
  },
})

export const settled = ({ id }: EnrolmentRow): Omit<Change, 'state'> => ({
  id,
  stoppedBecause: null,
  heldBecause: null,
})

/** Enrolments whose sequence and person are in sight, locked; else as if there were none. */
export const enrolmentsInSight = async (
  tx: WriteTx,
  ids: readonly string[],
): Promise<Result<readonly EnrolmentRow[]>> => {
  const found = await tx.rows(lockEnrolments(tx.actor, ids))
  const none = refuse('not-found', 'There is nobody like that in a sequence, or it is not yours to see.')
  if (found.length < new Set(ids).size) return none
  const visible = await requireVisible(
    tx,
    found.map(({ candidateId }) => candidateId),
  )
  return visible.ok ? ok(found) : none
}
