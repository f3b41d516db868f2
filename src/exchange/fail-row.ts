import { z } from 'zod'
import { defineCommand } from '../kernel/command.ts'
import { systemOnly } from '../kernel/model/permission.ts'
import { ok } from '../kernel/model/result.ts'
import { lockImport, updateImport } from './import.sql.ts'
import { loadWaiting, saveOutcomes } from './import-row.sql.ts'
import { importProgressed } from './model/facts.ts'

/** Sets the next row aside, because it can't be brought in even alone: one row never stops a file. */
export const failRow = defineCommand({
  name: 'exchange.failRow',
  says: 'Sets aside the next row of an import, which can’t be brought in.',
  permission: systemOnly,
  input: z.strictObject({ importId: z.uuid() }),
  handle: async (tx, { importId }) => {
    const list = await tx.row(lockImport(importId))
    const [row] = list?.state === 'running' ? await tx.rows(loadWaiting(importId, 1)) : []
    if (!row) return ok(null)
    const says = [
      {
        code: 'not-stored',
        says: 'This row could not be stored. Check it for odd signs and bring it again.',
      },
    ]
    await tx.change(
      saveOutcomes(importId, [
        {
          number: row.number,
          outcome: 'error',
          says,
          candidateId: null,
          suggestions: 0,
          tagIds: [],
          noteId: null,
        },
      ]),
    )
    await tx.change(updateImport(importId, tx.now, {}))
    tx.record(importProgressed({ subjectId: importId }, { added: 0, joined: 0, skipped: 0, failed: 1 }))
    return ok(null)
  },
})
