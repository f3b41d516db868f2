import { z } from 'zod'
import { signedIn } from '../kernel/model/permission.ts'
import { ok } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import { payPacks } from './model/pay-packs.ts'
import { questionRules } from './model/question-rules.ts'
import { wordingRules } from './model/wording-rules.ts'

/** Every rule the product knows, with its place, first day and source: what stands on the settings page. */
export const rulePacks = defineQuery({
  name: 'jurisdictions.rulePacks',
  says: 'The rules of law that postings and questions are checked against, with source and dates.',
  permission: signedIn,
  input: z.object({}),
  handle: async () =>
    ok({
      pay: payPacks,
      questions: questionRules.map(({ asks: _, unless: __, ...rule }) => rule),
      wording: wordingRules.map(({ finds: _, unless: __, ...rule }) => rule),
    }),
})
