import { z } from 'zod'
import { signedIn } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { offices } from './load-offices.ts'

export const officeList = defineQuery({
  name: 'accounts.offices',
  says: 'The offices, open ones first.',
  permission: signedIn,
  input: z.strictObject({}),
  handle: async (tx) => ok(await offices(tx)),
})
