import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok } from '../../kernel/model/result.ts'
import { candidateFields, contactText, nameText } from '../model/input.ts'
import { edit } from '../model/permissions.ts'
import { identifyCandidates } from './identify-candidate.ts'

const person = z.object({
  ...candidateFields,
  name: nameText,
  emails: z.array(contactText).max(50).optional(),
  phones: z.array(contactText).max(50).optional(),
  links: z.array(contactText).max(50).optional(),
  ownerId: z.uuid().optional(),
  sourceDetail: z.string().max(200).optional(),
})

export const addCandidates = defineCommand({
  name: 'candidates.addCandidates',
  says: 'Puts people on record by hand; who is certainly on record already is recognised instead of doubled.',
  permission: edit,
  input: z.object({ candidates: z.array(person).min(1).max(1000) }),
  handle: async (tx, { candidates }) =>
    ok({
      candidates: await identifyCandidates(
        tx,
        candidates.map((one) => ({ ...withoutNulls(one), name: one.name, source: 'user' })),
      ),
    }),
})

const withoutNulls = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null)) as {
    [K in keyof T]: Exclude<T[K], null>
  }
