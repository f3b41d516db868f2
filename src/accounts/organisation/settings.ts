import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { signedIn } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { settingChanged } from '../model/facts.ts'
import { manageOrganisation } from '../model/permissions.ts'
import { settingKeys, settings, settingValue } from '../model/setting.ts'
import { loadSettings, saveSetting } from './setting.sql.ts'

/** Every setting with what it means and what it is. None of them is a secret: those come by environment. */
export const settingList = defineQuery({
  name: 'accounts.settings',
  says: 'All settings with their values.',
  permission: signedIn,
  input: z.strictObject({}),
  handle: async (tx) => {
    const stored = await tx.rows(loadSettings(settingKeys))
    return ok(
      settingKeys.map((key) => {
        const one = stored.find((row) => row.key === key)
        return {
          key,
          says: settings[key].says,
          value: settingValue(key, one?.value) as unknown,
          isDefault: !one,
          mayBeEmpty: settings[key].schema.safeParse(null).success,
        }
      }),
    )
  },
})

export const changeSettings = defineCommand({
  name: 'accounts.changeSettings',
  says: 'Changes settings.',
  permission: manageOrganisation,
  input: z.strictObject({
    settings: z
      .array(z.strictObject({ key: z.enum(settingKeys), value: z.unknown() }))
      .min(1)
      .max(50),
  }),
  handle: async (tx, input) => {
    for (const { key, value } of input.settings) {
      const parsed = settings[key].schema.safeParse(value)
      if (!parsed.success)
        return refuse('bad-input', `${settings[key].says}: ${parsed.error.issues[0]?.message}`, {
          field: key,
        })
      await tx.change(saveSetting({ key, value: parsed.data, at: tx.now, by: userIdOf(tx.actor) }))
      tx.record(settingChanged({ subjectId: key }, { key }))
    }
    return ok({ changed: input.settings.map((one) => one.key) })
  },
})
