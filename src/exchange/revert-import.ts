import { z } from 'zod'
import { takeBackArrivals } from '../candidates/door.ts'
import { defineCommand } from '../kernel/command.ts'
import { systemOnly } from '../kernel/model/permission.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { deleteExternalOf, lockImport, updateImport } from './import.sql.ts'
import { loadMade, loadToRevert, saveReverted, settleReverted } from './import-row.sql.ts'
import { importRevertAsked, importTakenBack } from './model/facts.ts'
import { importPeople } from './model/permissions.ts'
import { batchSize, noSuchImport } from './preview-import.ts'
import { runBatch } from './run-batch.ts'
import { totalsOf } from './totals-of.ts'

/** Takes an import back in the background: what only it made goes, what was touched since stays and is reported. */
export const revertImport = defineCommand({
  name: 'exchange.revertImport',
  says: 'Takes an import back: what only it made goes, what was touched since stays. Stops of contact stay always.',
  permission: importPeople,
  input: z.strictObject({ importId: z.uuid() }),
  handle: async (tx, { importId }) => {
    const list = await tx.row(lockImport(importId))
    if (!list) return noSuchImport
    if (list.state === 'reverting') return ok({ importId })
    if (list.state === 'running') return refuse('not-now', 'Stop the import first, then take it back.')
    if (list.state !== 'done' && list.state !== 'cancelled')
      return refuse('not-now', 'There is nothing to take back.')
    await tx.change(updateImport(importId, tx.now, { state: 'reverting' }))
    tx.record(importRevertAsked({ subjectId: importId }, {}))
    tx.deliver('work-on-import', { importId })
    return ok({ importId })
  },
})

/** Takes the next rows back. */
export const revertBatch = defineCommand({
  name: 'exchange.revertBatch',
  says: 'Takes the next rows of an import back.',
  permission: systemOnly,
  input: z.strictObject({ importId: z.uuid() }),
  handle: async (tx, { importId }) => {
    const list = await tx.row(lockImport(importId))
    if (list?.state !== 'reverting') return ok({ isWhole: true })
    const rows = await tx.rows(loadToRevert(importId, batchSize))
    if (rows.length === 0) {
      await tx.change(settleReverted(importId))
      await tx.change(
        updateImport(importId, tx.now, {
          state: 'reverted',
          revertedAt: tx.now,
          totals: (await totalsOf(tx, [importId])).get(importId)!,
        }),
      )
      tx.record(importTakenBack({ subjectId: importId }, { removed: 0, kept: 0, isWhole: true }))
      return ok({ isWhole: true })
    }
    const ids = [...new Set(rows.map(({ candidateId }) => candidateId))]
    const made = new Set((await tx.rows(loadMade(importId, ids))).map(({ candidateId }) => candidateId))
    const { removed, kept } = await takeBackArrivals(
      tx,
      importId,
      { command: runBatch.name },
      rows.map((row) => ({ ...row, isMade: made.has(row.candidateId) })),
    )
    await tx.change(
      saveReverted(
        importId,
        rows.map(({ number, candidateId }) => ({
          number,
          reverted: removed.has(candidateId) ? 'removed' : kept.has(candidateId) ? 'kept' : 'taken-back',
        })),
      ),
    )
    await tx.change(
      deleteExternalOf(
        importId,
        ids.filter((id) => !kept.has(id)),
      ),
    )
    await tx.change(updateImport(importId, tx.now, {}))
    tx.record(
      importTakenBack({ subjectId: importId }, { removed: removed.size, kept: kept.size, isWhole: false }),
    )
    return ok({ isWhole: false })
  },
})
