import { z } from 'zod'
import { anyone } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { offices } from './load-offices.ts'
import { organisation } from './load-organisation.ts'
import { settingOf } from './setting-of.ts'

/** What the public pages show of the organisation; null before there is one. */
export const publicFace = defineQuery({
  name: 'accounts.publicFace',
  says: 'What the public pages show of the organisation and its open offices.',
  permission: anyone,
  input: z.strictObject({}),
  handle: async (tx) => {
    const one = await organisation(tx)
    if (!one) return ok(null)
    const { name, postalAddress, website, mailFrom, brandColour, language, timeZone } = one
    return ok({
      organisation: { name, postalAddress, website, mailFrom, brandColour, language, timeZone },
      offices: (await offices(tx)).filter((office) => office.closedAt === null),
      intro: await settingOf(tx, 'careers.intro'),
    })
  },
})
