import { z } from 'zod'
import { visibleNames } from '../candidates/door.ts'
import { ok } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import type { ReadTx } from '../kernel/transaction.ts'
import { type ImportRow, loadImport, loadImports } from './import.sql.ts'
import { loadShown } from './import-row.sql.ts'
import { columnRoles } from './model/column.ts'
import { importPeople } from './model/permissions.ts'
import { noSuchImport } from './preview-import.ts'
import { totalsOf } from './totals-of.ts'

/** Imports, the newest first, with how far each is. */
export const imports = defineQuery({
  name: 'exchange.imports',
  says: 'Imports, the newest first, with how far each is.',
  permission: importPeople,
  input: z.object({
    limit: z.number().int().min(1).max(100).default(25),
    after: z.object({ startedAt: z.iso.datetime(), id: z.uuid() }).optional(),
  }),
  handle: async (tx, { limit, after }) => {
    const rows = await tx.rows(loadImports(limit + 1, after))
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return ok({
      rows: await shown(tx, page),
      next: rows.length > limit && last ? { startedAt: last.startedAt, id: last.id } : undefined,
    })
  },
})

/** One import: its columns with a few rows, the mapping, counts and progress. */
export const importOf = defineQuery({
  name: 'exchange.import',
  says: 'One import: its columns with sample rows, the mapping, counts and progress.',
  permission: importPeople,
  input: z.strictObject({ importId: z.uuid() }),
  handle: async (tx, { importId }) => {
    const list = await tx.row(loadImport(importId))
    if (!list) return noSuchImport
    const sample = await tx.rows(loadShown(importId, -1, 5, {}))
    return ok({
      ...(await shown(tx, [list]))[0]!,
      sample: sample.map(({ cells }) => cells),
      roles: columnRoles,
    })
  },
})

/** The report of an import, row by row: what would become of each, or what did. */
export const importRows = defineQuery({
  name: 'exchange.importRows',
  says: 'The report of an import, row by row.',
  permission: importPeople,
  input: z.object({
    importId: z.uuid(),
    outcome: z.enum(['added', 'joined', 'skipped', 'error']).optional(),
    /** Only rows that are perhaps somebody on record. */
    suggested: z.boolean().optional(),
    after: z.number().int().default(-1),
    limit: z.number().int().min(1).max(1000).default(100),
  }),
  handle: async (tx, { importId, outcome, suggested, after, limit }) => {
    if (!(await tx.row(loadImport(importId)))) return noSuchImport
    const rows = await tx.rows(loadShown(importId, after, limit + 1, { outcome, suggested }))
    const page = rows.slice(0, limit)
    const names = await visibleNames(
      tx,
      page.flatMap(({ candidateId }) => candidateId ?? []),
    )
    return ok({
      rows: page.map(({ candidateId, ...row }) => {
        const name = candidateId ? names.get(candidateId) : undefined
        // A record out of sight is not named: whoever imports must not learn who is on it.
        return { ...row, candidate: candidateId && name ? { id: candidateId, name } : null }
      }),
      next: rows.length > limit ? page.at(-1)!.number : undefined,
    })
  },
})

/** Counted anew only while rows change: a page of large imports costs no more than one of small ones. */
const shown = async (tx: ReadTx, lists: readonly ImportRow[]) => {
  const moving = lists.filter(({ totals, state }) => totals === null || workingStates.has(state))
  const counts = await totalsOf(
    tx,
    moving.map(({ id }) => id),
  )
  return lists.map(({ storageKey: _, totals, ...list }) => ({ ...list, ...(counts.get(list.id) ?? totals!) }))
}

const workingStates: ReadonlySet<string> = new Set(['reading', 'previewing', 'running', 'reverting'])
