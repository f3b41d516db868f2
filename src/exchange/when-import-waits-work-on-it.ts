import {
  type Delivery,
  defineDelivery,
  defineSchedule,
  type Running,
  type Schedule,
} from '../kernel/reaction.ts'
import { failRow } from './fail-row.ts'
import { finishReading, keepRows } from './keep-rows.ts'
import { headerLine } from './model/mapping.ts'
import { isBlank } from './model/person-in-row.ts'
import { foreseeRows } from './preview-import.ts'
import { revertBatch } from './revert-import.ts'
import { runBatch } from './run-batch.ts'
import type { TableReading } from './table-reading.ts'
import { forgetImports, importAtWork, stalledImports, wakeImport } from './wake-import.ts'

interface Ports {
  readonly tables: TableReading
}

// Shorter than a delivery may take (five minutes), so that a long import is a chain of deliveries.
const longestTurnMs = 120_000

/** Reads, previews, runs or takes back an import until there is nothing left to do. Done twice at once, both take turns. */
export const whenImportWaitsWorkOnIt = (ports: Ports): Delivery<{ readonly importId: string }> =>
  defineDelivery({
    name: 'work-on-import',
    handle: async (contents, running) => {
      for (const { importId } of contents) await work(ports, importId, running)
    },
  })

/** Each minute: what a killed process left is taken up again. */
export const whenImportStandsStillWakeIt: Schedule = defineSchedule({
  name: 'wake-stalled-imports',
  cron: '* * * * *',
  handle: async (running) => {
    const stalled = await running.ask(stalledImports, {})
    if (stalled.ok) for (const { id } of stalled.value) await running.run(wakeImport, { importId: id })
  },
})

/** Each night old imports forget their cells. */
export const whenNightComesForgetImports: Schedule = defineSchedule({
  name: 'forget-imports',
  cron: '41 3 * * *',
  handle: async (running) => {
    await running.run(forgetImports, {})
  },
})

const work = async (ports: Ports, importId: string, running: Running): Promise<void> => {
  const began = performance.now()
  while (performance.now() - began < longestTurnMs && !running.stopping.aborted) {
    const asked = await running.ask(importAtWork, { importId })
    const list = asked.ok ? asked.value : null
    if (list?.state === 'reading') await read(ports, list, running)
    else if (list?.state === 'previewing') await running.run(foreseeRows, { importId })
    else if (list?.state === 'reverting') await running.run(revertBatch, { importId })
    else if (list?.state === 'running') await bringIn(importId, running)
    else return
  }
  await running.run(wakeImport, { importId })
}

/** A batch that can't be stored is tried in smaller ones, down to the row at fault, which is set aside. */
const bringIn = async (importId: string, running: Running): Promise<void> => {
  try {
    await running.run(runBatch, { importId, rows: 500 })
  } catch {
    for (let tried = 0; tried < 20; tried++)
      try {
        await running.run(runBatch, { importId, rows: 25 })
      } catch {
        for (let single = 0; single < 25; single++)
          try {
            await running.run(runBatch, { importId, rows: 1 })
          } catch {
            await running.run(failRow, { importId })
          }
      }
  }
}

const read = async (
  { tables }: Ports,
  list: { readonly id: string; readonly storageKey: string },
  running: Running,
): Promise<void> => {
  const importId = list.id
  const table = await tables.read(list.storageKey)
  if ('problem' in table) {
    await running.run(finishReading, { importId, problem: table.problem })
    return
  }
  const lines = table.lines.filter(({ cells }) => !isBlank(cells))
  if (lines.length === 0) {
    await running.run(finishReading, { importId, problem: 'There are no rows in this file.' })
    return
  }
  const at = headerLine(lines.map(({ cells }) => cells))
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const rows = lines.slice((at ?? -1) + 1)
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await running.run(keepRows, {
      importId,
      rows: rows.slice(from, from + rowsAtOnce).map(({ number, cells }) => ({
        number,
        cells: cells.map((cell) => cell.toWellFormed().replaceAll('\0', '')),
      })),
    })
  const headings = at === undefined ? [] : lines[at]!.cells
  await running.run(finishReading, {
    importId,
    headerRow: at === undefined ? null : lines[at]!.number,
    headers: Array.from({ length: width }, (_, column) => headings[column]?.trim() ?? ''),
  })
}

const rowsAtOnce = 2000
