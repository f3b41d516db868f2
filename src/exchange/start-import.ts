import { z } from 'zod'
import { takeUpload } from '../documents/door.ts'
import { defineCommand } from '../kernel/command.ts'
import { userIdOf } from '../kernel/model/actor.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { insertImport } from './import.sql.ts'
import { importStarted } from './model/facts.ts'
import { importPeople } from './model/permissions.ts'

/** Begins an import: the rows are read in the background, then the columns can be checked. */
export const startImport = defineCommand({
  name: 'exchange.startImport',
  says: 'Begins an import from an uploaded CSV or XLSX file; its rows are read in the background.',
  permission: importPeople,
  input: z.strictObject({ upload: z.string().min(20).max(100) }),
  handle: async (tx, { upload }) => {
    const file = await takeUpload(tx, upload)
    if (!file) return refuse('not-found', 'This upload is no longer there. Choose the file again.')
    if (file.state === 'quarantined') return refuse('quarantined', 'A scanner found malware in this file.')
    await tx.change(
      insertImport({
        id: file.id,
        fileName: file.name,
        storageKey: file.storageKey,
        startedBy: userIdOf(tx.actor),
        at: tx.now,
      }),
    )
    tx.record(importStarted({ subjectId: file.id }, { bytes: file.bytes }))
    tx.deliver('work-on-import', { importId: file.id })
    return ok({ importId: file.id as string })
  },
})
