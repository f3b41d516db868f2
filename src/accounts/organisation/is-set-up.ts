import { z } from 'zod'
import { anyone } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { organisation } from './load-organisation.ts'

export const isSetUp = defineQuery({
  name: 'accounts.isSetUp',
  says: 'Whether there is an organisation yet.',
  permission: anyone,
  input: z.strictObject({}),
  handle: async (tx) => ok((await organisation(tx)) !== undefined),
})
