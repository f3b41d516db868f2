import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { daysAfter } from '../../kernel/model/time.ts'
import { deleteAttemptsBefore } from './attempt.sql.ts'
import { deleteSessionsBefore } from './session.sql.ts'

/** Tries older than a day limit nothing; sessions keep address and browser, so they go a month after their end. */
export const forgetOldSignIns = defineCommand({
  name: 'accounts.forgetOldSignIns',
  says: 'Deletes old tries and old sessions.',
  permission: systemOnly,
  input: z.strictObject({}),
  handle: async (tx) => {
    await tx.tidy(deleteAttemptsBefore(daysAfter(tx.now, -1)))
    await tx.tidy(deleteSessionsBefore(daysAfter(tx.now, -30)))
    return ok(null)
  },
})
