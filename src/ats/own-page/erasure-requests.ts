import { z } from 'zod'
import { contactOf } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { erasureSettled } from '../model/facts.ts'
import { handleErasure } from '../model/permissions.ts'
import { openErasureRequests, settleErasureRequests } from './own.sql.ts'

/** Who asked for erasure and still waits, longest first. */
export const erasureRequests = defineQuery({
  name: 'ats.erasureRequests',
  says: 'Candidates who asked for their data to be erased and still wait.',
  permission: handleErasure,
  input: z.object({}),
  handle: async (tx) => {
    const rows = await tx.rows(openErasureRequests())
    const people = await contactOf(
      tx,
      rows.map((row) => row.candidateId),
    )
    return ok({
      requests: rows.map((row) => ({ ...row, name: people.get(row.candidateId)?.name ?? null })),
    })
  },
})

/** Says that requests were dealt with; the erasing itself is not done by this. */
export const settleErasure = defineCommand({
  name: 'ats.settleErasureRequests',
  says: 'Notes that requests for erasure were dealt with.',
  permission: handleErasure,
  input: z.object({ requestIds: z.array(z.uuid()).min(1).max(500) }),
  handle: async (tx, input) => {
    const settled = await tx.rows(settleErasureRequests(input.requestIds, tx.now, userIdOf(tx.actor)))
    if (settled.length === 0) return refuse('not-found', 'There is no such open request.')
    tx.record(
      ...settled.map((row) =>
        erasureSettled({ candidateId: row.candidateId, subjectId: row.id }, { requestId: row.id }),
      ),
    )
    return ok({ settled: settled.length })
  },
})
