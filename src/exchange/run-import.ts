import { z } from 'zod'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import type { WriteTx } from '../kernel/transaction.ts'
import { lockImport, updateImport } from './import.sql.ts'
import { loadCellsOf, markHeld } from './import-row.sql.ts'
import { stoppingRoles } from './model/column.ts'
import { importCancelled, importRun } from './model/facts.ts'
import { type Mapping, mappingSchema } from './model/mapping.ts'
import { importPeople } from './model/permissions.ts'
import { personInRow } from './model/person-in-row.ts'
import { chooseMapping, noSuchImport } from './preview-import.ts'
import { totalsOf } from './totals-of.ts'

/** Brings the people in, in the background, in batches; one that was stopped goes on where it stopped. */
export const runImport = defineCommand({
  name: 'exchange.runImport',
  says: 'Brings the people of a file in, in the background; one that was stopped goes on. Sends no mail.',
  permission: importPeople,
  input: z.strictObject({ importId: z.uuid(), mapping: mappingSchema.optional() }),
  handle: async (tx, { importId, mapping }) => {
    const list = await tx.row(lockImport(importId))
    if (!list) return noSuchImport
    if (list.state === 'running') return ok({ importId })
    if (!['ready', 'previewing', 'previewed', 'cancelled'].includes(list.state))
      return refuse('not-now', sayings[list.state] ?? 'This import can’t be run now.')
    if (list.forgottenAt) return refuse('not-now', 'This import is too old: upload the file again.')
    const again = list.state === 'cancelled'
    if (mapping && again)
      return refuse('not-now', 'Rows came in already: the columns can’t be changed any more.')
    const chosen = await chooseMapping(tx, list, mapping)
    if (!chosen.ok) return chosen
    await putStopsFirst(tx, importId, chosen.value)
    await tx.change(updateImport(importId, tx.now, { state: 'running' }))
    tx.record(importRun({ subjectId: importId }, { again }))
    tx.deliver('work-on-import', { importId })
    return ok({ importId })
  },
})

/** Who must not be contacted comes in first: otherwise a mail could be quicker than a row further down. */
const putStopsFirst = async (tx: WriteTx, importId: string, mapping: Mapping): Promise<void> => {
  const columns = mapping.columns.flatMap((role, at) => (role && stoppingRoles.has(role) ? [at] : []))
  if (columns.length === 0) return
  const onlyStops = { ...mapping, columns: columns.map((at) => mapping.columns[at]!) }
  const stopped = (await tx.rows(loadCellsOf(importId, columns))).filter(({ cells }) => {
    const person = personInRow(
      cells.map((cell) => cell ?? ''),
      onlyStops,
    )
    return person.isHeld || person.isUnsubscribed
  })
  await tx.change(
    markHeld(
      importId,
      stopped.map(({ number }) => number),
    ),
  )
}

const sayings: Readonly<Record<string, string>> = {
  reading: 'The file is still being read. Try again in a moment.',
  unreadable: 'This file could not be read. Upload another one.',
  done: 'This import is done already.',
  reverting: 'This import is being taken back.',
  reverted: 'This import was taken back. Upload the file again to bring its people in.',
}

/** Stops an import between two batches; who came in so far stays, and it can go on or be taken back. */
export const cancelImport = defineCommand({
  name: 'exchange.cancelImport',
  says: 'Stops an import; who came in so far stays. It can go on or be taken back.',
  permission: importPeople,
  input: z.strictObject({ importId: z.uuid() }),
  handle: async (tx, { importId }) => {
    const list = await tx.row(lockImport(importId))
    if (!list) return noSuchImport
    if (list.state === 'cancelled') return ok({ importId })
    if (!['ready', 'previewing', 'previewed', 'running'].includes(list.state))
      return refuse('not-now', 'There is nothing to stop: this import is not running.')
    await tx.change(
      updateImport(importId, tx.now, {
        state: 'cancelled',
        totals: (await totalsOf(tx, [importId])).get(importId)!,
      }),
    )
    tx.record(importCancelled({ subjectId: importId }, {}))
    return ok({ importId })
  },
})
