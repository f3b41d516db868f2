import { z } from 'zod'
import { notifyUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { loadJob } from '../jobs/job.sql.ts'
import { knownPeople } from '../jobs/known-people.ts'
import { noSuchJob } from '../jobs/not-found.ts'
import { openingApproved, openingDeclined, openingRequested } from '../model/facts.ts'
import { jobId, type OpeningId, openingId, userId } from '../model/ids.ts'
import { decideOpenings as decideRight, requestOpenings as requestRight } from '../model/permissions.ts'
import { insertOpenings, lockOpenings, decideOpenings as saveDecision } from './opening.sql.ts'
import { approversOf } from './opening-approvers.ts'

/** Asks for seats on a job; somebody else approves each. */
export const requestOpenings = defineCommand({
  name: 'ats.requestOpenings',
  says: 'Asks for seats on a job, with why and when; another person approves them.',
  permission: requestRight,
  input: z.object({
    jobId,
    seats: z
      .array(
        z.object({
          reason: z.enum(['new', 'backfill']).default('new'),
          targetStart: z.iso.date().optional(),
        }),
      )
      .min(1)
      .max(200),
    approverId: userId.optional(),
  }),
  handle: async (tx, input) => {
    const job = await tx.row(loadJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const by = userIdOf(tx.actor)
    if (input.approverId && input.approverId === by)
      return refuse('own-approval', 'Somebody else has to approve it. Choose another person.', {
        field: 'approverId',
      })
    const people = await knownPeople(tx, input.approverId ? [input.approverId] : [])
    if (!people.ok) return people
    if (input.approverId && !(await approversOf(tx, job)).some((user) => user.id === input.approverId))
      return refuse(
        'may-not-approve',
        'This person may not approve seats of this job. Choose another, or put them on its team with that right.',
        { field: 'approverId' },
      )
    const rows = input.seats.map((seat) => ({
      id: newId<OpeningId>(),
      jobId: job.id,
      reason: seat.reason,
      targetStart: seat.targetStart ?? null,
      approverId: input.approverId ?? null,
    }))
    await tx.change(insertOpenings(rows, tx.now, by))
    tx.record(
      ...rows.map((row) => openingRequested({ jobId: job.id, subjectId: row.id }, { reason: row.reason })),
    )
    if (input.approverId)
      await notifyUsers(tx, [
        { userId: input.approverId, kind: 'approval', jobId: job.id, subjectId: rows[0]!.id },
      ])
    return ok({ openingIds: rows.map((row) => row.id) })
  },
})

/** Approves or declines seats; never one's own request, and only who was asked where somebody was. */
export const decideOpenings = defineCommand({
  name: 'ats.decideOpenings',
  says: 'Approves or declines seats that somebody else asked for.',
  permission: decideRight,
  input: z.object({
    openingIds: z.array(openingId).min(1).max(200),
    approve: z.boolean(),
    note: z.string().trim().max(2000).optional(),
  }),
  handle: async (tx, input) => {
    const ids = [...new Set(input.openingIds)]
    const rows = await tx.rows(lockOpenings(tx.actor, ids))
    if (rows.length < ids.length) return refuse('not-found', 'There is no such opening.')
    const by = userIdOf(tx.actor)
    if (rows.some((row) => row.state !== 'requested'))
      return refuse('already-decided', 'One of these seats was decided on already.')
    if (rows.some((row) => row.requestedBy !== null && row.requestedBy === by))
      return refuse('own-approval', 'You asked for this seat yourself. Somebody else has to approve it.')
    if (rows.some((row) => row.approverId !== null && row.approverId !== by))
      return refuse('other-approver', 'Another person was asked to approve this seat.')
    if (!input.approve && !input.note)
      return refuse('note-needed', 'Say in a note why it is declined.', { field: 'note' })
    await tx.change(
      saveDecision(ids, input.approve ? 'approved' : 'declined', {
        userId: by,
        note: input.note ?? null,
        now: tx.now,
      }),
    )
    const kind = input.approve ? openingApproved : openingDeclined
    tx.record(...rows.map((row) => kind({ jobId: row.jobId, subjectId: row.id }, {})))
    const askers = [...new Map(rows.map((row) => [row.requestedBy, row])).values()].filter(
      (row) => row.requestedBy,
    )
    if (askers.length > 0)
      await notifyUsers(
        tx,
        askers.map((row) => ({
          userId: row.requestedBy!,
          kind: 'approval-decided',
          jobId: row.jobId,
          subjectId: row.id,
        })),
      )
    return ok({ decided: rows.length })
  },
})
