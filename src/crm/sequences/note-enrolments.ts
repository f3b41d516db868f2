import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { answers } from '../model/enrolment.ts'
import { runSequences } from '../model/permissions.ts'
import { answerNoted, lineWritten } from '../model/sequence-facts.ts'
import { type EnrolmentRow, saveAnswers, saveChanges, saveLines } from './enrolment.sql.ts'
import { enrolmentIds, enrolmentsInSight, settled } from './hold-enrolments.ts'
import { loadSteps } from './sequence.sql.ts'
import { aboutEnrolment } from './stop-enrolments.ts'

export const writePersonalLines = defineCommand({
  name: 'crm.writePersonalLines',
  says: 'Writes what only this person is told in a step; whoever waited for it goes on. An empty line is taken away.',
  permission: runSequences,
  input: z.object({
    lines: z
      .array(z.object({ enrolmentId: z.uuid(), stepId: z.uuid(), line: z.string().trim().max(1000) }))
      .min(1)
      .max(500),
  }),
  handle: async (tx, { lines }) => {
    const ids = [...new Set(lines.map(({ enrolmentId }) => enrolmentId))]
    const found = await enrolmentsInSight(tx, ids)
    if (!found.ok) return found
    const said = new Map(lines.map((one) => [`${one.enrolmentId} ${one.stepId}`, one]))
    const steps = await tx.rows(loadSteps([...new Set(found.value.map(({ sequenceId }) => sequenceId))]))
    const home = new Map(found.value.map((one) => [one.id, one.sequenceId]))
    const isOf = (one: { enrolmentId: string; stepId: string }) =>
      steps.some(({ id, sequenceId }) => id === one.stepId && sequenceId === home.get(one.enrolmentId))
    if (![...said.values()].every(isOf)) return refuse('not-found', 'This step is not of this sequence.')
    await tx.change(saveLines([...said.values()]))
    const next = (one: EnrolmentRow) =>
      steps.find(({ sequenceId, position }) => sequenceId === one.sequenceId && position === one.nextStep)
    const going = found.value.filter(
      (one) => one.state === 'waiting-for-line' && said.get(`${one.id} ${next(one)?.id}`)?.line,
    )
    if (going.length > 0)
      await tx.change(
        saveChanges(
          going.map((one) => ({ ...settled(one), state: 'active' })),
          tx.now,
        ),
      )
    for (const one of found.value)
      tx.record(
        lineWritten(aboutEnrolment(one), {
          steps: [...said.values()].filter(({ enrolmentId }) => enrolmentId === one.id).length,
        }),
      )
    return ok({ goOn: going.map(({ id }) => id) })
  },
})

export const noteAnswers = defineCommand({
  name: 'crm.noteAnswers',
  says: 'Notes how people answered a sequence, or with null that it is not known.',
  permission: runSequences,
  input: z.object({ enrolmentIds, answer: z.enum(answers).nullable() }),
  handle: async (tx, { enrolmentIds, answer }) => {
    const found = await enrolmentsInSight(tx, enrolmentIds)
    if (!found.ok) return found
    const changed = new Set((await tx.rows(saveAnswers(enrolmentIds, answer))).map(({ id }) => id))
    for (const one of found.value)
      if (changed.has(one.id)) tx.record(answerNoted(aboutEnrolment(one), { answer }))
    return ok({ noted: [...changed] })
  },
})
