import { z } from 'zod'
import { recogniseArrivals } from '../candidates/door.ts'
import { defineCommand } from '../kernel/command.ts'
import { userIdOf } from '../kernel/model/actor.ts'
import { systemOnly } from '../kernel/model/permission.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { newId } from '../kernel/new-id.ts'
import type { WriteTx } from '../kernel/transaction.ts'
import { type ImportRow, lockImport, saveMapping, updateImport } from './import.sql.ts'
import {
  deleteKeys,
  type ForeseenRow,
  insertKeyRows,
  loadKeyRows,
  loadRowsAfter,
  saveForeseen,
} from './import-row.sql.ts'
import { importForeseen, importPreviewAsked, mappingSaved } from './model/facts.ts'
import { headersKey, type Mapping, mappingProblem, mappingSchema, withStops } from './model/mapping.ts'
import { importPeople } from './model/permissions.ts'
import { peopleInRows, type UnderstoodRow } from './people-in-rows.ts'
import { totalsOf } from './totals-of.ts'

export const batchSize = 500

/** Asks for a dry run over every row with this mapping. Writes to no person. */
export const previewImport = defineCommand({
  name: 'exchange.previewImport',
  says: 'Says for every row what an import would do; writes to no person. The mapping is kept for the next such file.',
  permission: importPeople,
  input: z.strictObject({
    importId: z.uuid(),
    mapping: mappingSchema.optional(),
    /** Under this name the mapping is offered again for files with the same headings. */
    saveAs: z.string().trim().min(1).max(100).optional(),
  }),
  handle: async (tx, { importId, mapping, saveAs }) => {
    const list = await tx.row(lockImport(importId))
    if (!list) return noSuchImport
    if (!['ready', 'previewing', 'previewed'].includes(list.state))
      return refuse(
        'not-now',
        'This import can’t be previewed any more: its rows were read or brought in already.',
      )
    const chosen = await chooseMapping(tx, list, mapping, saveAs)
    if (!chosen.ok) return chosen
    await tx.change(deleteKeys(importId))
    await tx.change(updateImport(importId, tx.now, { state: 'previewing', previewedTo: 0 }))
    tx.record(importPreviewAsked({ subjectId: importId }, {}))
    tx.deliver('work-on-import', { importId })
    return ok({ importId, rows: list.rowCount })
  },
})

export const noSuchImport = refuse('not-found', 'There is no such import.')

/** Keeps the mapping with the import, and for later under a name; refuses one that finds nobody. */
export const chooseMapping = async (
  tx: WriteTx,
  list: ImportRow,
  mapping: Mapping | undefined,
  saveAs?: string,
) => {
  const chosen = withStops(mapping ?? list.mapping!, list.headers)
  const problem = mappingProblem(chosen)
  if (problem) return refuse('bad-input', problem, { field: 'mapping' })
  await tx.change(updateImport(list.id, tx.now, { mapping: chosen }))
  if (saveAs) {
    const id = newId()
    await tx.change(
      saveMapping(
        { id, name: saveAs, headersKey: headersKey(list.headers), content: chosen },
        tx.now,
        userIdOf(tx.actor),
      ),
    )
    tx.record(mappingSaved({ subjectId: id }, {}))
  }
  return ok(chosen)
}

/** Looks at the next rows of a dry run. */
export const foreseeRows = defineCommand({
  name: 'exchange.foreseeRows',
  says: 'Looks at the next rows of a dry run.',
  permission: systemOnly,
  input: z.strictObject({ importId: z.uuid() }),
  handle: async (tx, { importId }) => {
    const list = await tx.row(lockImport(importId))
    if (list?.state !== 'previewing') return ok({ isWhole: true })
    const rows = await tx.rows(loadRowsAfter(importId, list.previewedTo, batchSize))
    const foreseen = await foresee(tx, list, await peopleInRows(tx, list, rows))
    if (rows.length > 0) await tx.change(saveForeseen(importId, foreseen))
    const isWhole = rows.length < batchSize
    if (isWhole) await tx.change(deleteKeys(importId))
    await tx.change(
      updateImport(importId, tx.now, {
        previewedTo: rows.at(-1)?.number ?? list.previewedTo,
        ...(isWhole
          ? { state: 'previewed' as const, totals: (await totalsOf(tx, [importId])).get(importId)! }
          : {}),
      }),
    )
    tx.record(importForeseen({ subjectId: importId }, { rows: rows.length, isWhole }))
    return ok({ isWhole })
  },
})

const foresee = async (
  tx: WriteTx,
  list: ImportRow,
  rows: readonly UnderstoodRow[],
): Promise<readonly ForeseenRow[]> => {
  const come = rows.filter((row) => !row.instead && !row.known)
  const recognised = await recogniseArrivals(
    tx,
    come.map(({ arrival }) => arrival),
  )
  const keysOf = new Map(come.map((row, at) => [row.number, withExternal(recognised[at]!.keys, row)]))
  const keys = [...new Set([...keysOf.values()].flat())]
  const earlier = new Map(
    keys.length === 0
      ? []
      : (await tx.rows(loadKeyRows(list.id, keys))).map(({ key, number }) => [key, number]),
  )
  const ofThese = new Map<string, number>()
  const byNumber = new Map(come.map((row, at) => [row.number, recognised[at]!]))
  const foreseen = rows.map(({ number, instead, known, remarks }): ForeseenRow => {
    const found = byNumber.get(number)
    const keys = keysOf.get(number) ?? []
    const sameKey = keys.map((key) => earlier.get(key) ?? ofThese.get(key)).find((row) => row !== undefined)
    const sameAsRow =
      sameKey ?? (found?.joinsArrival === undefined ? undefined : come[found.joinsArrival]!.number)
    for (const key of keys) if (!ofThese.has(key)) ofThese.set(key, sameAsRow ?? number)
    const joins = known ?? found?.joins
    return {
      number,
      foreseen: instead ?? (joins || sameAsRow !== undefined ? 'joined' : 'added'),
      says: remarks,
      candidateId: joins ?? null,
      sameAsRow: joins ? null : (sameAsRow ?? null),
      suggestions: found?.suggests.length ?? 0,
    }
  })
  if (ofThese.size > 0)
    await tx.change(
      insertKeyRows(
        list.id,
        [...ofThese].map(([key, number]) => ({ key, number })),
      ),
    )
  return foreseen
}

const withExternal = (keys: readonly string[], { external }: UnderstoodRow): readonly string[] =>
  external ? [...keys, `${external.system} ${external.externalId}`] : keys
