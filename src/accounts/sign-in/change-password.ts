import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok } from '../../kernel/model/result.ts'
import { signInLimits } from '../model/attempt.ts'
import { passwordChanged, sessionsEnded, signInFailed } from '../model/facts.ts'
import { atSignIn } from '../model/permissions.ts'
import { passwordSchema } from '../model/user.ts'
import type { AccountsPorts } from '../ports.ts'
import { lockCredentials, savePassword } from '../users/user.sql.ts'
import { countFailure, secondsUntilTry } from './attempts.ts'
import { originSchema } from './origin.ts'
import { endSessionsOfUsers, lockSession } from './session.sql.ts'
import { startSession, usedSince } from './start-session.ts'
import { refusalOfPassword } from './weak-password.ts'

/** All sessions end with the old password; the one that changed it goes on under a new token. */
export const changePassword = ({ passwords, secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.changePassword',
    says: 'Changes one’s own password.',
    permission: atSignIn,
    input: z.strictObject({
      token: z.string(),
      current: passwordSchema,
      password: passwordSchema,
      origin: originSchema,
    }),
    handle: async (tx, { token, current, password, origin }) => {
      const session = await tx.row(lockSession(secrets.hash(token), tx.now, usedSince(tx.now)))
      if (session?.stage !== 'open') return ok({ outcome: 'no-session' } as const)
      const limited = [{ key: secrets.sign('try current', session.userId), limit: signInLimits.accountHere }]
      const wait = await secondsUntilTry(tx, limited)
      if (wait > 0) return ok({ outcome: 'too-many', retryAfterSeconds: wait } as const)
      const user = await tx.row(lockCredentials(session.userId))
      if (!user || !(await passwords.verify(current, user.passwordHash))) {
        await countFailure(tx, limited)
        tx.record(signInFailed({ subjectId: session.userId }, { because: 'wrong-current-password' }))
        return ok({ outcome: 'wrong' } as const)
      }
      const weak = await refusalOfPassword(tx, password, user)
      if (weak) return weak
      await tx.change(savePassword(user.id, await passwords.hash(password)))
      const count = await tx.change(endSessionsOfUsers([user.id], tx.now))
      tx.record(
        passwordChanged({ subjectId: user.id }, { because: 'changed' }),
        sessionsEnded({ subjectId: user.id }, { because: 'password-changed', count }),
      )
      return ok(
        await startSession(tx, secrets, user, {
          way: session.way,
          origin,
          secondFactorShown: session.secondFactorAt !== null,
        }),
      )
    },
  })
