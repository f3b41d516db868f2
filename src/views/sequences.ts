import { z } from 'zod'
import { enrolmentStates } from '../crm/model/enrolment.ts'
import { seeSequences } from '../crm/model/permissions.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import { cursorOf, readCursor } from './model/cursor.ts'
import { loadEnrolled, loadSequences, loadStepFigures } from './sequences.sql.ts'

export const sequences = defineQuery({
  name: 'views.sequences',
  says: 'The sequences one may see, each with how many people are in it, answered and are interested.',
  permission: seeSequences,
  input: z.object({ archived: z.boolean().default(false) }),
  handle: async (tx, { archived }) => ok({ sequences: await tx.rows(loadSequences(tx.actor, { archived })) }),
})

export const sequence = defineQuery({
  name: 'views.sequence',
  says: 'One sequence: its steps with what came of each, and how it does.',
  permission: seeSequences,
  input: z.object({ sequenceId: z.uuid() }),
  handle: async (tx, { sequenceId }) => {
    const found = await tx.row(loadSequences(tx.actor, { sequenceId }))
    if (!found) return refuse('not-found', 'There is no such sequence, or it is not yours to see.')
    return ok({ ...found, steps: await tx.rows(loadStepFigures(tx.actor, sequenceId)) })
  },
})

export const enrolledPeople = defineQuery({
  name: 'views.enrolledPeople',
  says: 'The people in a sequence and how each stands, the latest enrolled first.',
  permission: seeSequences,
  input: z.object({
    sequenceId: z.uuid(),
    states: z
      .array(z.enum(enrolmentStates))
      .min(1)
      .default([...enrolmentStates]),
    after: z.string().max(500).optional(),
    limit: z.number().int().min(1).max(100).default(50),
  }),
  handle: async (tx, { sequenceId, states, after, limit }) => {
    const place = readCursor(after, 'at', 'id')
    const people = await tx.rows(
      loadEnrolled(tx.actor, sequenceId, { states, most: limit + 1, after: place }),
    )
    const last = people[limit - 1]
    return ok({
      people: people.slice(0, limit),
      next:
        people.length > limit && last ? cursorOf({ at: last.enrolledAt, id: last.enrolmentId }) : undefined,
    })
  },
})
