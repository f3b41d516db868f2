import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { requireVisible, visibleNames } from '../../candidates/door.ts'
import { candidateIds } from '../../candidates/model/input.ts'
import { defineCommand } from '../../kernel/command.ts'
import { holds, userIdOf } from '../../kernel/model/actor.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { defineQuery } from '../../kernel/query.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { draftMails } from '../../messaging/door.ts'
import { writeMail } from '../../messaging/model/permissions.ts'
import { runSequences, sendForColleagues } from '../model/permissions.ts'
import type { SequenceStep } from '../model/sequence.ts'
import { enrolled } from '../model/sequence-facts.ts'
import { workingDaysAfter } from '../model/working-days.ts'
import { enrolledAlready, insertEnrolments } from './enrolment.sql.ts'
import { noSuchSequence } from './make-sequences.ts'
import { loadSequence, loadSteps } from './sequence.sql.ts'
import { wholeSequence } from './step-mail.ts'
import { aboutEnrolment } from './stop-enrolments.ts'

const whom = z.object({
  sequenceId: z.uuid(),
  candidateIds,
  /** In whose name the mails go; whoever acts, where nothing is said. */
  senderId: z.uuid().optional(),
})

export const enrol = defineCommand({
  name: 'crm.enrol',
  says: 'Puts people into a sequence; who may not be written to, lacks something it says or is in one already is left out, with the reason.',
  permission: runSequences,
  input: whom,
  handle: async (tx, input) => {
    const looked = await lookAt(tx, input)
    if (!looked.ok) return looked
    const { sender, fit, skipped } = looked.value
    const dueAt = workingDaysAfter(tx.now, looked.value.steps[0]!.waitDays, sender.timeZone)
    const into = { sequenceId: input.sequenceId, senderId: sender.id, by: userIdOf(tx.actor) }
    const made = await tx.rows(
      insertEnrolments(
        into,
        fit.map((candidateId) => ({ id: newId() as string, candidateId, dueAt })),
        tx.now,
      ),
    )
    tx.record(...made.map((one) => enrolled(aboutEnrolment(one), { senderId: sender.id })))
    return ok({ enrolled: made.map(({ id, candidateId }) => ({ enrolmentId: id, candidateId })), skipped })
  },
})

export const previewEnrolment = defineQuery({
  name: 'crm.previewEnrolment',
  says: 'Who would get a sequence and who would not, each with the reason; changes nothing.',
  permission: runSequences,
  // A query is an address, and addresses are short.
  input: whom.extend({ candidateIds: z.array(z.uuid()).min(1).max(300) }),
  handle: async (tx, input) => {
    const looked = await lookAt(tx, input)
    if (!looked.ok) return looked
    const { sender, fit, skipped } = looked.value
    const names = await visibleNames(tx, input.candidateIds)
    const named = <One extends { readonly candidateId: string }>(one: One) => ({
      ...one,
      name: names.get(one.candidateId) ?? '',
    })
    return ok({
      sender: { id: sender.id as string, name: sender.name },
      fit: fit.map((candidateId) => named({ candidateId })),
      skipped: skipped.map(named),
    })
  },
})

export interface Skipped {
  readonly candidateId: string
  readonly code: string
  readonly says: string
}

/** The sequence, whoever sends it, who can get it and who can’t. A constant number of statements. */
const lookAt = async (tx: ReadTx, input: z.output<typeof whom>) => {
  const sequence = await tx.row(loadSequence(tx.actor, input.sequenceId))
  if (!sequence) return noSuchSequence
  if (sequence.state === 'archived')
    return refuse('sequence-archived', 'This sequence is put away. Take it up again first.')
  const sender = await senderFor(tx, input.senderId)
  if (!sender.ok) return sender
  const asked = [...new Set(input.candidateIds)]
  const visible = await requireVisible(tx, asked)
  if (!visible.ok) return visible
  const steps = await tx.rows(loadSteps([sequence.id]))
  const skipped = await whoIsLeftOut(tx, { sequenceId: sequence.id, senderId: sender.value.id, steps }, asked)
  const out = new Set(skipped.map(({ candidateId }) => candidateId))
  return ok({ sender: sender.value, steps, fit: asked.filter((one) => !out.has(one)), skipped })
}

const whoIsLeftOut = async (
  tx: ReadTx,
  of: { readonly sequenceId: string; readonly senderId: string; readonly steps: readonly SequenceStep[] },
  asked: readonly string[],
): Promise<Skipped[]> => {
  const already = new Map(
    (await tx.rows(enrolledAlready(of.sequenceId, asked))).map((one) => [one.candidateId, one.here]),
  )
  const drafts = await draftMails(
    tx,
    asked.map((candidateId) => wholeSequence(candidateId, of.senderId, of.steps)),
  )
  return asked.flatMap((candidateId, at) => {
    if (already.get(candidateId))
      return { candidateId, code: 'enrolled', says: 'Is or was in this sequence already.' }
    if (already.has(candidateId))
      return { candidateId, code: 'other-sequence', says: 'Is in another sequence.' }
    const { verdict } = drafts[at]!
    return verdict.allowed ? [] : { candidateId, code: verdict.code, says: verdict.says }
  })
}

/** Oneself, or with the right a colleague. */
export const senderFor = async (tx: ReadTx, asked: string | undefined) => {
  const own = userIdOf(tx.actor)
  const id = asked ?? own
  if (!id) return refuse('sign-in-needed', 'The mails come from somebody: sign in first.')
  if (!holds(tx.actor, writeMail)) return notAllowed(writeMail.says)
  if (id !== own && !holds(tx.actor, sendForColleagues)) return notAllowed(sendForColleagues.says)
  const [sender] = await loadUsers(tx, [id])
  return sender && !sender.disabledAt
    ? ok(sender)
    : refuse('no-such-user', 'This person has no account here.', { field: 'senderId' })
}

const notAllowed = (says: string): Result<never> =>
  refuse('not-allowed', `You don’t have the right “${says}”.`)
