import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { runSequences } from '../model/permissions.ts'
import {
  checkSteps,
  keepsSentSteps,
  type StepPlan,
  sequencePlan,
  sequenceStates,
  stepPlans,
} from '../model/sequence.ts'
import { sequenceChanged, sequenceMade, sequenceStateSet } from '../model/sequence-facts.ts'
import {
  insertSequence,
  loadSteps,
  lockSequences,
  namesTaken,
  type SequenceRow,
  saveSteps,
  sentSteps,
  setState,
  updateSequence,
} from './sequence.sql.ts'

export const noSuchSequence = refuse('not-found', 'There is no such sequence, or it is not yours to see.')

export const makeSequence = defineCommand({
  name: 'crm.makeSequence',
  says: 'Writes a sequence of mails with waits between them; nothing leaves before it is started.',
  permission: runSequences,
  input: z.object({ ...sequencePlan, steps: stepPlans }),
  handle: async (tx, { name, access, steps }) => {
    const ownerId = userIdOf(tx.actor)
    if (!ownerId) return refuse('sign-in-needed', 'A sequence belongs to somebody: sign in first.')
    const checked = checkSteps(steps)
    if (!checked.ok) return checked
    const id = newId() as string
    if ((await tx.rows(insertSequence({ id, name, access, ownerId }, tx.now))).length === 0) return sameName
    await tx.change(saveSteps(id, numbered(steps.map((step) => ({ ...step, id: undefined })))))
    tx.record(sequenceMade({ subjectId: id }, { access, steps: steps.length }))
    return ok({ sequenceId: id })
  },
})

export const changeSequence = defineCommand({
  name: 'crm.changeSequence',
  says: 'Changes what a sequence is called, says, who owns it and who sees it. Steps that were sent stay in their place.',
  permission: runSequences,
  input: z.object({
    sequenceId: z.uuid(),
    name: sequencePlan.name.optional(),
    access: z.enum(['team', 'private']).optional(),
    ownerId: z.uuid().optional(),
    steps: stepPlans.optional(),
  }),
  handle: async (tx, { sequenceId, steps, ...change }) => {
    const [sequence] = await tx.rows(lockSequences(tx.actor, [sequenceId]))
    if (!sequence) return noSuchSequence
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const wanted = { ...sequence, ...said } as SequenceRow
    if (change.ownerId && (await loadUsers(tx, [change.ownerId])).length === 0)
      return refuse('no-such-user', 'This person has no account here.', { field: 'ownerId' })
    if (change.name && (await tx.row(namesTaken([wanted])))) return sameName
    const kept = steps ? await replaceSteps(tx, sequenceId, steps) : ok(null)
    if (!kept.ok) return kept
    await tx.change(updateSequence(wanted, tx.now))
    const fields = [...Object.keys(said), ...(steps ? ['steps'] : [])]
    tx.record(sequenceChanged({ subjectId: sequenceId }, { fields }))
    return ok({ sequenceId })
  },
})

export const setSequencesState = defineCommand({
  name: 'crm.setSequencesState',
  says: 'Starts sequences, stops them for a while as drafts, or puts them away; whoever is in one waits where they are.',
  permission: runSequences,
  input: z.object({
    sequenceIds: z.array(z.uuid()).min(1).max(200),
    state: z.enum(sequenceStates),
  }),
  handle: async (tx, { sequenceIds, state }) => {
    const sequences = await tx.rows(lockSequences(tx.actor, sequenceIds))
    if (sequences.length < new Set(sequenceIds).size) return noSuchSequence
    const back = sequences.filter((one) => one.state === 'archived' && state !== 'archived')
    if (back.length > 0 && (await tx.row(namesTaken(back)))) return sameName
    const changed = await tx.rows(setState(sequenceIds, state, tx.now))
    for (const { id } of changed) tx.record(sequenceStateSet({ subjectId: id }, { state }))
    return ok({
      changed: sequences
        .filter((one) => changed.some(({ id }) => id === one.id))
        .map(({ id, state }) => ({ sequenceId: id, before: state })),
    })
  },
})

const sameName = refuse('name-taken', 'There is a sequence of this name already. Choose another name.', {
  field: 'name',
})

const numbered = (steps: readonly StepPlan[]) =>
  steps.map((step, position) => ({ ...step, id: step.id ?? (newId() as string), position }))

const replaceSteps = async (
  tx: WriteTx,
  sequenceId: string,
  steps: readonly StepPlan[],
): Promise<Result<null>> => {
  const checked = checkSteps(steps)
  if (!checked.ok) return checked
  const known = new Set((await tx.rows(loadSteps([sequenceId]))).map(({ id }) => id))
  const given = steps.flatMap(({ id }) => id ?? [])
  if (new Set(given).size < given.length || given.some((id) => !known.has(id)))
    return refuse('not-found', 'One of the steps is not of this sequence.')
  if (!keepsSentSteps(steps, await tx.rows(sentSteps(sequenceId))))
    return refuse('step-sent', 'A step that was sent stays where it is; its words can change.', {
      field: 'steps',
    })
  await tx.change(saveSteps(sequenceId, numbered(steps)))
  return ok(null)
}
