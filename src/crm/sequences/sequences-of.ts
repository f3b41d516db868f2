import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { requireVisible } from '../../candidates/door.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { seeSequences } from '../model/permissions.ts'
import { loadSequencesOf } from './enrolment.sql.ts'

export const sequencesOf = defineQuery({
  name: 'crm.sequencesOf',
  says: 'The sequences that a person is in or was, of those one may see.',
  permission: seeSequences,
  input: z.object({ candidateId: z.uuid() }),
  handle: async (tx, { candidateId }) => {
    const visible = await requireVisible(tx, [candidateId])
    if (!visible.ok) return visible
    const rows = await tx.rows(loadSequencesOf(tx.actor, candidateId))
    const names = new Map(
      (await loadUsers(tx, [...new Set(rows.map(({ senderId }) => senderId))])).map(({ id, name }) => [
        id as string,
        name,
      ]),
    )
    return ok({ sequences: rows.map((row) => ({ ...row, senderName: names.get(row.senderId) ?? '' })) })
  },
})
