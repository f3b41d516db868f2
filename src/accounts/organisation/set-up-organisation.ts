import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { deleteMemory, loadMemory } from '../../kernel/memory.sql.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { linkLimit } from '../model/attempt.ts'
import { signInFailed } from '../model/facts.ts'
import { atSignIn } from '../model/permissions.ts'
import {
  countrySchema,
  languageSchema,
  mailSchema,
  nameSchema,
  passwordSchema,
  zoneSchema,
} from '../model/user.ts'
import type { AccountsPorts } from '../ports.ts'
import { countFailure, secondsUntilTry } from '../sign-in/attempts.ts'
import { originSchema } from '../sign-in/origin.ts'
import { startSession } from '../sign-in/start-session.ts'
import { refusalOfPassword } from '../sign-in/weak-password.ts'
import { makeUser } from '../users/make-user.ts'
import { organisation } from './load-organisation.ts'
import { makeOrganisation } from './make-organisation.ts'

const tokenKey = 'first-run-token'

/**
 * The first act in an empty installation: the organisation, its first office and its first administrator, for
 * whoever holds the token printed in the terminal. There is no account before it.
 */
export const setUpOrganisation = ({ passwords, secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.setUpOrganisation',
    says: 'Begins the organisation with its first administrator and office.',
    permission: atSignIn,
    input: z.strictObject({
      token: z.string().max(200),
      organisation: z.strictObject({ name: nameSchema, language: languageSchema.default('en') }),
      admin: z.strictObject({ name: nameSchema, mail: mailSchema, password: passwordSchema }),
      office: z.strictObject({
        name: nameSchema,
        city: nameSchema.optional(),
        country: countrySchema,
        timeZone: zoneSchema,
      }),
      origin: originSchema,
    }),
    handle: async (tx, { token, organisation: wanted, admin, office, origin }) => {
      if (await organisation(tx)) return refuse('gone', 'This installation is set up. Sign in instead.')
      const limited = [{ key: secrets.sign('try link', origin.address ?? 'unknown'), limit: linkLimit }]
      const wait = await secondsUntilTry(tx, limited)
      if (wait > 0) return ok({ outcome: 'too-many', retryAfterSeconds: wait } as const)
      const expected = (await tx.row(loadMemory<string>(tokenKey)))?.value
      if (expected === undefined || secrets.hash(token) !== expected) {
        await countFailure(tx, limited)
        tx.record(signInFailed({}, { because: 'bad-link' }))
        return ok({ outcome: 'wrong' } as const)
      }
      const weak = await refusalOfPassword(tx, admin.password, admin, wanted.name, 'admin.password')
      if (weak) return weak
      const officeIds = await makeOrganisation(tx, {
        ...wanted,
        timeZone: office.timeZone,
        isDemo: false,
        offices: [office],
      })
      if (!officeIds) return refuse('gone', 'This installation is set up. Sign in instead.')
      await tx.change(deleteMemory(tokenKey))
      const id = await makeUser(tx, {
        name: admin.name,
        mail: admin.mail,
        roles: ['admin'],
        language: wanted.language,
        timeZone: office.timeZone,
        passwordHash: await passwords.hash(admin.password),
      })
      if (!id) return refuse('mail-taken', 'There is an account with that mail.')
      const user = { id, roles: ['admin'], secondFactorAt: null }
      const started = await startSession(tx, secrets, user, { way: 'password', origin })
      return ok({ ...started, officeId: officeIds[0] })
    },
  })
