import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { permissionChanged } from '../model/facts.ts'
import { managePermissions, manageUsers } from '../model/permissions.ts'
import { roleSchema } from '../model/role.ts'
import { deleteDeparture, loadDepartures, saveDeparture } from './role-permission.sql.ts'

const keptByAdministrators: readonly string[] = [manageUsers.name, managePermissions.name]

/** `granted: null` goes back to the default. Administrators keep the rights without which nobody could give any back. */
export const changePermissions = defineCommand({
  name: 'accounts.changePermissions',
  says: 'Changes what roles may do.',
  permission: managePermissions,
  input: z.strictObject({
    changes: z
      .array(
        z.strictObject({
          role: roleSchema,
          permission: z.string().regex(/^[a-z-]+\.[A-Za-z-]+$/),
          granted: z.boolean().nullable(),
        }),
      )
      .min(1)
      .max(500),
  }),
  handle: async (tx, { changes }) => {
    for (const { role, permission, granted } of changes) {
      if (role === 'admin' && granted === false && keptByAdministrators.includes(permission))
        return refuse(
          'kept-by-administrators',
          'Administrators keep this right, or nobody could give it back.',
        )
      await tx.change(
        granted === null ? deleteDeparture(role, permission) : saveDeparture({ role, permission, granted }),
      )
      tx.record(permissionChanged({ subjectId: permission }, { role, permission, granted }))
    }
    return ok({ changed: changes.length })
  },
})

/** Where roles depart from the defaults; the defaults themselves stand in the API's page. */
export const permissionDepartures = defineQuery({
  name: 'accounts.permissionDepartures',
  says: 'Where administrators departed from the default rights of a role.',
  permission: managePermissions,
  input: z.strictObject({}),
  handle: async (tx) => ok(await tx.rows(loadDepartures())),
})
