import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { mailsASenderADay } from '../model/sequence.ts'
import { enrolmentFinished, enrolmentHeld } from '../model/sequence-facts.ts'
import { type DueStep, lockDueSteps, lockSendingOfSteps } from './due-step.sql.ts'
import { saveChanges, saveReplied } from './enrolment.sql.ts'
import { aboutEnrolment, stopEnrolments } from './stop-enrolments.ts'
import { whatIsKnown, writeSteps } from './write-steps.ts'

/**
 * Makes ready the mails of the steps that are due, in one transaction: whoever answered, is gone or may not be
 * written to gets none. Killed at any point, all of it happened or nothing did.
 */
export const sendDueSteps = defineCommand({
  name: 'crm.sendDueSteps',
  says: 'Makes ready the mails of the steps that are due, after asking the contact guard for each.',
  permission: systemOnly,
  input: z.object({ limit: z.number().int().min(1).max(1000).default(200) }),
  handle: async (tx, { limit }) => {
    await tx.rows(lockSendingOfSteps())
    const due = await tx.rows(lockDueSteps(tx.now, { limit, aSenderADay: mailsASenderADay }))
    if (due.length === 0) return ok({ taken: 0, more: false })
    const known = await whatIsKnown(tx, due)
    const those = Map.groupBy(due, known.next)
    await stopEnrolments(tx, those.get('gone') ?? [], 'refused:erased')
    await endReplied(tx, those.get('replied') ?? [])
    const waiting = (those.get('wait-for-line') ?? []).map((one) => ({
      ...keeping(one),
      state: 'waiting-for-line' as const,
    }))
    const finished = (those.get('finish') ?? []).map((one) => ({
      ...keeping(one),
      state: 'finished' as const,
    }))
    if (waiting.length + finished.length > 0) await tx.change(saveChanges([...waiting, ...finished], tx.now))
    tx.record(
      ...(those.get('wait-for-line') ?? []).map((one) =>
        enrolmentHeld(aboutEnrolment(one), { because: 'personal-line' }),
      ),
      ...(those.get('finish') ?? []).map((one) => enrolmentFinished(aboutEnrolment(one), {})),
    )
    await writeSteps(tx, those.get('write') ?? [], known)
    return ok({ taken: due.length, more: due.length === limit })
  },
})

const keeping = ({ id }: DueStep) => ({ id, stoppedBecause: null, heldBecause: null })

/** Their word came in; what ends the sequence for it is on its way and finds it ended. */
const endReplied = async (tx: WriteTx, replied: readonly DueStep[]): Promise<void> => {
  if (replied.length === 0) return
  await tx.rows(
    saveReplied(
      replied.map(({ candidateId }) => candidateId),
      tx.now,
    ),
  )
  await stopEnrolments(tx, replied, 'reply')
}
