import { loadUsers } from '../../accounts/door.ts'
import { contactOf } from '../../candidates/door.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { draftMails, queueMail } from '../../messaging/door.ts'
import { afterRefusal, daysAfterLastStep, nextFor, type StoppedBecause } from '../model/enrolment.ts'
import type { SequenceStep } from '../model/sequence.ts'
import { enrolmentHeld, stepQueued } from '../model/sequence-facts.ts'
import { workingDaysAfter } from '../model/working-days.ts'
import { type DueStep, saveStepMails } from './due-step.sql.ts'
import { type Change, loadLines, saveChanges } from './enrolment.sql.ts'
import { loadSteps } from './sequence.sql.ts'
import { stepMail } from './step-mail.ts'
import { aboutEnrolment, stopEnrolments } from './stop-enrolments.ts'

/** What the next step of each is and whether it can be written. A constant number of statements. */
export const whatIsKnown = async (tx: WriteTx, due: readonly DueStep[]) => {
  const steps = Map.groupBy(
    await tx.rows(loadSteps([...new Set(due.map(({ sequenceId }) => sequenceId))])),
    ({ sequenceId }) => sequenceId,
  )
  const lines = new Map(
    (await tx.rows(loadLines(due.map(({ id }) => id)))).map((one) => [
      `${one.enrolmentId} ${one.stepId}`,
      one.line,
    ]),
  )
  const people = await contactOf(
    tx,
    due.map(({ candidateId }) => candidateId),
  )
  const senders = await loadUsers(tx, [...new Set(due.map(({ senderId }) => senderId))])
  const zones = new Map(senders.map(({ id, timeZone }) => [id as string, timeZone]))
  const stepsOf = ({ sequenceId }: DueStep): readonly SequenceStep[] => steps.get(sequenceId) ?? []
  const lineOf = (one: DueStep) => lines.get(`${one.id} ${stepsOf(one)[one.nextStep]?.id}`)
  return {
    stepsOf,
    lineOf,
    zoneOf: ({ senderId }: DueStep) => zones.get(senderId) ?? 'UTC',
    next: (one: DueStep) =>
      nextFor({
        isOnRecord: people.has(one.candidateId),
        repliedAt: people.get(one.candidateId)?.lastInboundAt ?? null,
        lastStepAt: one.lastStepAt,
        step: stepsOf(one)[one.nextStep],
        line: lineOf(one),
      }),
  }
}

type Known = Awaited<ReturnType<typeof whatIsKnown>>

/** Makes the mails of steps ready that the guard lets go; whoever it refuses waits, or is stopped with the reason. */
export const writeSteps = async (tx: WriteTx, due: readonly DueStep[], known: Known): Promise<void> => {
  if (due.length === 0) return
  const mails = due.map((one) =>
    stepMail({
      ...one,
      steps: known.stepsOf(one),
      position: one.nextStep,
      line: known.lineOf(one),
      enrolment: one,
    }),
  )
  const drafts = await draftMails(tx, mails)
  const stopped = new Map<StoppedBecause, DueStep[]>()
  const waiting: Change[] = []
  const allowed: { readonly one: DueStep; readonly mail: (typeof mails)[number] }[] = []
  for (const [at, one] of due.entries()) {
    const { verdict } = drafts[at]!
    if (verdict.allowed) {
      allowed.push({ one, mail: mails[at]! })
      continue
    }
    const after = afterRefusal(verdict)
    if (after.kind === 'stop') {
      stopped.set(after.because, [...(stopped.get(after.because) ?? []), one])
      continue
    }
    const zone = known.zoneOf(one)
    waiting.push({
      id: one.id,
      stoppedBecause: null,
      heldBecause: verdict.code,
      state: after.kind === 'pause' ? 'paused' : 'active',
      ...(after.kind === 'later'
        ? { dueAt: workingDaysAfter(after.until ?? tx.now, after.until ? 0 : 1, zone) }
        : {}),
    })
    tx.record(enrolmentHeld(aboutEnrolment(one), { because: verdict.code }))
  }
  for (const [because, those] of stopped) await stopEnrolments(tx, those, because)
  if (waiting.length > 0) await tx.change(saveChanges(waiting, tx.now))
  const queued = await queueMail(
    tx,
    allowed.map(({ mail }) => mail),
  )
  if (allowed.length === 0) return
  await tx.change(
    saveStepMails(
      allowed.map(({ one }, at) => {
        const steps = known.stepsOf(one)
        const wait = steps[one.nextStep + 1]?.waitDays ?? daysAfterLastStep
        return {
          enrolmentId: one.id,
          stepId: steps[one.nextStep]!.id,
          messageId: queued[at]!.messageId,
          threadId: queued[at]!.threadId,
          senderId: one.senderId,
          nextStep: one.nextStep + 1,
          dueAt: workingDaysAfter(tx.now, wait, known.zoneOf(one)),
        }
      }),
      tx.now,
    ),
  )
  tx.record(...allowed.map(({ one }) => stepQueued(aboutEnrolment(one), { step: one.nextStep + 1 })))
}
