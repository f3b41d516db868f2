import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { daysAfter } from '../../kernel/model/time.ts'
import { deleteRequestsBefore } from '../../kernel/requests.sql.ts'

/** Nobody repeats a request after days; its kept answer would outlive what it names. */
export const forgetAnswers = defineCommand({
  name: 'accounts.forgetAnswers',
  says: 'Forgets the answers kept for repeats of requests, three days later.',
  permission: systemOnly,
  input: z.strictObject({}),
  handle: async (tx) => {
    await tx.tidy(deleteRequestsBefore(daysAfter(tx.now, -3)))
    return ok(null)
  },
})
