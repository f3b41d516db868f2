import { z } from 'zod'
import { defineCommand } from '../kernel/command.ts'
import { systemOnly } from '../kernel/model/permission.ts'
import { ok } from '../kernel/model/result.ts'
import { daysAfter, minutesAfter } from '../kernel/model/time.ts'
import { defineQuery } from '../kernel/query.ts'
import { forgetRows, loadForgettable, loadImport, loadStalled, updateImport } from './import.sql.ts'
import { importForgotten } from './model/facts.ts'

/** Has the work on an import go on, in any process. */
export const wakeImport = defineCommand({
  name: 'exchange.wakeImport',
  says: 'Has the work on an import go on.',
  permission: systemOnly,
  input: z.strictObject({ importId: z.uuid() }),
  handle: async (tx, { importId }) => {
    tx.deliver('work-on-import', { importId })
    return ok(null)
  },
})

/** Imports that should be going on but gave no sign of life for a minute: their process was killed. */
export const stalledImports = defineQuery({
  name: 'exchange.stalledImports',
  says: 'Imports whose process was killed.',
  permission: systemOnly,
  input: z.strictObject({}),
  handle: async (tx) => ok(await tx.rows(loadStalled(minutesAfter(tx.now, -1)))),
})

/** Where an import stands, for the process that works on it. */
export const importAtWork = defineQuery({
  name: 'exchange.importAtWork',
  says: 'Where an import stands and where its file lies.',
  permission: systemOnly,
  input: z.strictObject({ importId: z.uuid() }),
  handle: async (tx, { importId }) => ok((await tx.row(loadImport(importId))) ?? null),
})

/** Empties the rows of imports nobody touched for thirty days: they are people's values beside their records. */
export const forgetImports = defineCommand({
  name: 'exchange.forgetImports',
  says: 'Empties the rows of imports older than thirty days; who came in stays.',
  permission: systemOnly,
  input: z.strictObject({}),
  handle: async (tx) => {
    const old = await tx.rows(loadForgettable(daysAfter(tx.now, -30)))
    for (const { id } of old) {
      const rows = await tx.change(forgetRows(id))
      await tx.change(updateImport(id, tx.now, { forgottenAt: tx.now }))
      tx.record(importForgotten({ subjectId: id }, { rows }))
    }
    return ok({ forgotten: old.length })
  },
})
