import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { officeClosed } from '../model/facts.ts'
import { manageOrganisation } from '../model/permissions.ts'
import { countrySchema, nameSchema, zoneSchema } from '../model/user.ts'
import { offices } from './load-offices.ts'
import { openOffice } from './make-organisation.ts'
import { closeOffice } from './office.sql.ts'

export const saveOffices = defineCommand({
  name: 'accounts.saveOffices',
  says: 'Adds or changes offices and the legal entities behind them.',
  permission: manageOrganisation,
  input: z.strictObject({
    offices: z
      .array(
        z.strictObject({
          id: z.uuid().optional(),
          name: nameSchema,
          legalEntity: z.string().trim().max(200).nullable().optional(),
          city: z.string().trim().max(200).nullable().optional(),
          region: z.string().trim().max(200).nullable().optional(),
          country: countrySchema,
          timeZone: zoneSchema,
        }),
      )
      .min(1)
      .max(50),
  }),
  handle: async (tx, input) => {
    const known = new Set((await offices(tx)).map((office) => office.id))
    if (input.offices.some((office) => office.id !== undefined && !known.has(office.id)))
      return refuse('not-found', 'There is no such office.')
    const ids: string[] = []
    for (const office of input.offices) ids.push(await openOffice(tx, office))
    return ok({ ids })
  },
})

/** A closed office stays where jobs point to it and is offered no more. */
export const closeOffices = defineCommand({
  name: 'accounts.closeOffices',
  says: 'Closes offices; what happened there stays.',
  permission: manageOrganisation,
  input: z.strictObject({ ids: z.array(z.uuid()).min(1).max(50) }),
  handle: async (tx, { ids }) => {
    const open = (await offices(tx)).filter((office) => office.closedAt === null)
    if (!ids.every((id) => open.some((office) => office.id === id)))
      return refuse('not-found', 'There is no such open office.')
    if (open.length === new Set(ids).size) return refuse('last-office', 'One office must stay open.')
    for (const id of ids) {
      await tx.change(closeOffice(id, tx.now))
      tx.record(officeClosed({ subjectId: id }, {}))
    }
    return ok({ closed: ids.length })
  },
})
