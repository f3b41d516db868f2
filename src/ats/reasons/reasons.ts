import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { reasonsChanged } from '../model/facts.ts'
import { manageReasons, seeJobs } from '../model/permissions.ts'
import { setReasons as reasonsAsWished } from '../model/reason.ts'
import { loadReasons, lockReasons, saveReasons } from './reason.sql.ts'

/** The organisation's typed reasons, in the order of the keys 1 to 9. */
export const reasons = defineQuery({
  name: 'ats.reasons',
  says: 'The typed reasons for which applications end, each with its side and template.',
  permission: seeJobs,
  input: z.object({}),
  handle: async (tx) => ok({ reasons: (await tx.rows(loadReasons())).filter((reason) => !reason.retired) }),
})

/** Every reason there ever was, for Settings. */
export const everyReason = defineQuery({
  name: 'ats.everyReason',
  says: 'All typed reasons, those out of use too.',
  permission: manageReasons,
  input: z.strictObject({}),
  handle: async (tx) => ok({ reasons: await tx.rows(loadReasons()) }),
})

/** Writes the whole list in its order: what a reason is called, its letter, whether it is in use; and adds new ones. */
export const setReasons = defineCommand({
  name: 'ats.setReasons',
  says: 'Sets the typed reasons in their order; an old one can go out of use, never away.',
  permission: manageReasons,
  input: z.strictObject({
    reasons: z
      .array(
        z.strictObject({
          code: z.string().max(60).optional(),
          says: z.string().trim().min(1, 'A reason needs words.').max(120),
          side: z.enum(['us', 'them', 'neither']),
          templateKey: z.string().max(80).nullable(),
          retired: z.boolean().default(false),
        }),
      )
      .min(1)
      .max(100),
  }),
  handle: async (tx, input) => {
    await tx.rows(lockReasons())
    const set = reasonsAsWished(await tx.rows(loadReasons()), input.reasons)
    if (!set.ok) return set
    await tx.change(saveReasons(set.value.reasons, tx.now))
    tx.record(reasonsChanged({}, { added: set.value.added, changed: set.value.changed }))
    return ok({ reasons: set.value.reasons })
  },
})
