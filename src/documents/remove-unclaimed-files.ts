import { z } from 'zod'
import { defineCommand } from '../kernel/command.ts'
import { systemOnly } from '../kernel/model/permission.ts'
import { ok } from '../kernel/model/result.ts'
import { daysAfter } from '../kernel/model/time.ts'
import { deleteUnclaimedBefore } from './file.sql.ts'
import { fileRemoved } from './model/facts.ts'

/** Forgets uploads that nobody attached within two days; answers where their bytes lie. */
export const removeUnclaimedFiles = defineCommand({
  name: 'documents.removeUnclaimedFiles',
  says: 'Forgets uploads that nobody attached within two days.',
  permission: systemOnly,
  input: z.strictObject({}),
  handle: async (tx) => {
    const files = await tx.rows(deleteUnclaimedBefore(daysAfter(tx.now, -2)))
    tx.record(...files.map((file) => fileRemoved({ subjectId: file.id }, {})))
    return ok(files.flatMap((file) => file.storageKey ?? []))
  },
})
