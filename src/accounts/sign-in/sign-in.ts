import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok } from '../../kernel/model/result.ts'
import { signInLimits } from '../model/attempt.ts'
import { signInFailed } from '../model/facts.ts'
import { atSignIn } from '../model/permissions.ts'
import { mailKeyOf, passwordSchema } from '../model/user.ts'
import type { AccountsPorts } from '../ports.ts'
import { credentialsByMail, savePassword } from '../users/user.sql.ts'
import { countFailure, forgetFailures, secondsUntilTry } from './attempts.ts'
import { originSchema } from './origin.ts'
import { startSession } from './start-session.ts'

/**
 * The first factor. A wrong one is an answer, not a refusal, because the try must be kept; and it is the
 * same answer, after the same time, whether the mail is unknown, the account disabled or the password wrong.
 */
export const signIn = ({ passwords, secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.signIn',
    says: 'Signs in with mail and password.',
    permission: atSignIn,
    input: z.strictObject({ mail: z.string().max(254), password: passwordSchema, origin: originSchema }),
    handle: async (tx, { mail, password, origin }) => {
      const account = mailKeyOf(mail)
      const address = origin.address ?? 'unknown'
      const limited = [
        { key: secrets.sign('try here', `${account}\0${address}`), limit: signInLimits.accountHere },
        { key: secrets.sign('try account', account), limit: signInLimits.account },
        { key: secrets.sign('try address', address), limit: signInLimits.address },
      ]
      const wait = await secondsUntilTry(tx, limited)
      if (wait > 0) return ok({ outcome: 'too-many', retryAfterSeconds: wait } as const)
      const user = await tx.row(credentialsByMail(account))
      const matches = await passwords.verify(password, user?.passwordHash)
      if (!user || !matches || user.disabledAt !== null) {
        await countFailure(tx, limited)
        tx.record(signInFailed({ subjectId: user?.id ?? null }, { because: 'wrong-password' }))
        return ok({ outcome: 'wrong' } as const)
      }
      await forgetFailures(tx, limited.slice(0, 2))
      if (passwords.isOutdated(user.passwordHash!))
        await tx.change(savePassword(user.id, await passwords.hash(password)))
      return ok(await startSession(tx, secrets, user, { way: 'password', origin }))
    },
  })
