import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { organisationChanged } from '../model/facts.ts'
import { manageOrganisation } from '../model/permissions.ts'
import { languageSchema, mailSchema, nameSchema, zoneSchema } from '../model/user.ts'
import { organisation } from './load-organisation.ts'
import { type Organisation, saveOrganisation } from './organisation.sql.ts'

export const changeOrganisation = defineCommand({
  name: 'accounts.changeOrganisation',
  says: 'Changes what the organisation says about itself.',
  permission: manageOrganisation,
  input: z.strictObject({
    name: nameSchema.optional(),
    postalAddress: z.string().max(500).nullable().optional(),
    website: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .optional(),
    mailFrom: mailSchema.nullable().optional(),
    brandColour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, 'A colour is written #0f5b73.')
      .optional(),
    language: languageSchema.optional(),
    timeZone: zoneSchema.optional(),
  }),
  handle: async (tx, changes) => {
    const before = await organisation(tx)
    if (!before) return refuse('not-found', 'There is no organisation yet.')
    const after: Organisation = { ...before, ...given(changes) }
    const fields = (Object.keys(changes) as (keyof typeof changes)[]).filter(
      (field) => after[field] !== before[field],
    )
    if (fields.length > 0) {
      await tx.change(saveOrganisation(after))
      tx.record(organisationChanged({}, { fields }))
    }
    return ok({ changed: fields })
  },
})

const given = <Changes extends object>(changes: Changes) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [Field in keyof Changes]: Exclude<Changes[Field], undefined>
  }
