import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { linkLimit } from '../model/attempt.ts'
import { passwordChanged, sessionsEnded, signInFailed } from '../model/facts.ts'
import { atSignIn } from '../model/permissions.ts'
import { passwordSchema } from '../model/user.ts'
import type { AccountsPorts } from '../ports.ts'
import { lockCredentials, savePassword } from '../users/user.sql.ts'
import { countFailure, secondsUntilTry } from './attempts.ts'
import { lockPasswordReset, spendResets } from './link.sql.ts'
import { originSchema } from './origin.ts'
import { endSessionsOfUsers } from './session.sql.ts'
import { refusalOfPassword } from './weak-password.ts'

/** Sets a new password by a mailed link. Signs nobody in: the second factor is asked for as always (R14). */
export const resetPassword = ({ passwords, secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.resetPassword',
    says: 'Sets a new password by a link.',
    permission: atSignIn,
    input: z.strictObject({ token: z.string().max(200), password: passwordSchema, origin: originSchema }),
    handle: async (tx, { token, password, origin }) => {
      const limited = [{ key: secrets.sign('try link', origin.address ?? 'unknown'), limit: linkLimit }]
      const wait = await secondsUntilTry(tx, limited)
      if (wait > 0) return ok({ outcome: 'too-many', retryAfterSeconds: wait } as const)
      const reset = await tx.row(lockPasswordReset(secrets.hash(token), tx.now))
      const user = reset && (await tx.row(lockCredentials(reset.userId)))
      if (!user || user.disabledAt !== null) {
        await countFailure(tx, limited)
        tx.record(signInFailed({}, { because: 'bad-link' }))
        return ok({ outcome: 'wrong' } as const)
      }
      const weak = await refusalOfPassword(tx, password, user)
      if (weak) return weak
      if (await passwords.verify(password, user.passwordHash))
        return refuse('weak-password', 'That is your present password.', { field: 'password' })
      await tx.change(savePassword(user.id, await passwords.hash(password)))
      await tx.change(spendResets(user.id, tx.now))
      const count = await tx.change(endSessionsOfUsers([user.id], tx.now))
      tx.record(
        passwordChanged({ subjectId: user.id }, { because: 'reset' }),
        sessionsEnded({ subjectId: user.id }, { because: 'password-changed', count }),
      )
      return ok({ outcome: 'changed' } as const)
    },
  })
