import { z } from 'zod'
import { defineCommand } from '../kernel/command.ts'
import { systemOnly } from '../kernel/model/permission.ts'
import { ok } from '../kernel/model/result.ts'
import { loadMappingFor, lockImport, updateImport } from './import.sql.ts'
import { countRows, insertRows } from './import-row.sql.ts'
import { importRead, importRowsKept } from './model/facts.ts'
import { guessMapping, headersKey } from './model/mapping.ts'

/** Takes over rows of a file as they are; a row that is there already stays. */
export const keepRows = defineCommand({
  name: 'exchange.keepRows',
  says: 'Takes over rows of an import’s file.',
  permission: systemOnly,
  input: z.strictObject({
    importId: z.uuid(),
    rows: z.array(z.strictObject({ number: z.int(), cells: z.array(z.string()) })).max(5000),
  }),
  handle: async (tx, { importId, rows }) => {
    const list = await tx.row(lockImport(importId))
    if (list?.state !== 'reading' || rows.length === 0) return ok({ isReading: false })
    await tx.change(insertRows(importId, rows))
    await tx.change(updateImport(importId, tx.now, {}))
    tx.record(importRowsKept({ subjectId: importId }, { from: rows[0]!.number, rows: rows.length }))
    return ok({ isReading: true })
  },
})

/** Ends the reading of a file: its headings with the mapping they suggest, or why it could not be read. */
export const finishReading = defineCommand({
  name: 'exchange.finishReading',
  says: 'Ends the reading of an import’s file.',
  permission: systemOnly,
  input: z.union([
    z.strictObject({ importId: z.uuid(), problem: z.string().max(500) }),
    z.strictObject({ importId: z.uuid(), headerRow: z.int().nullable(), headers: z.array(z.string()) }),
  ]),
  handle: async (tx, input) => {
    const list = await tx.row(lockImport(input.importId))
    if (list?.state !== 'reading') return ok(null)
    if ('problem' in input) {
      await tx.change(updateImport(input.importId, tx.now, { state: 'unreadable', problem: input.problem }))
      tx.record(importRead({ subjectId: input.importId }, { rows: 0, readable: false }))
      return ok(null)
    }
    const rowCount = (await tx.row(countRows(input.importId)))?.count ?? 0
    const saved = await tx.row(loadMappingFor(headersKey(input.headers)))
    await tx.change(
      updateImport(input.importId, tx.now, {
        state: 'ready',
        headerRow: input.headerRow,
        headers: input.headers,
        rowCount,
        mapping: saved?.content ?? guessMapping(input.headers),
      }),
    )
    tx.record(importRead({ subjectId: input.importId }, { rows: rowCount, readable: true }))
    return ok(null)
  },
})
