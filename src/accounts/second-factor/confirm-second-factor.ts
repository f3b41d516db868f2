import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok } from '../../kernel/model/result.ts'
import { codeLimit } from '../model/attempt.ts'
import { secondFactorEnrolled, sessionsEnded, signInFailed } from '../model/facts.ts'
import { atSignIn } from '../model/permissions.ts'
import type { AccountsPorts } from '../ports.ts'
import { countFailure, forgetFailures, secondsUntilTry } from '../sign-in/attempts.ts'
import { originSchema } from '../sign-in/origin.ts'
import { endSessionsOfUsers, lockSession } from '../sign-in/session.sql.ts'
import { startSession, usedSince } from '../sign-in/start-session.ts'
import { lockCredentials } from '../users/user.sql.ts'
import { stepOfCode } from './one-time-code.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'
import { adoptFactor } from './second-factor.sql.ts'

/** Takes the shown secret into use once a code of it has been seen; all sessions end and this one goes on under a new token. */
export const confirmSecondFactor = ({ secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.confirmSecondFactor',
    says: 'Takes a second factor into use.',
    permission: atSignIn,
    input: z.strictObject({ token: z.string(), code: z.string().max(50), origin: originSchema }),
    handle: async (tx, { token, code, origin }) => {
      const session = await tx.row(lockSession(secrets.hash(token), tx.now, usedSince(tx.now)))
      if (!session || session.stage === 'second-factor') return ok({ outcome: 'no-session' } as const)
      const limited = [{ key: secrets.sign('try code', session.userId), limit: codeLimit }]
      const wait = await secondsUntilTry(tx, limited)
      if (wait > 0) return ok({ outcome: 'too-many', retryAfterSeconds: wait } as const)
      const user = await tx.row(lockCredentials(session.userId))
      const pending = user?.secondFactorPending ? secrets.unseal(user.secondFactorPending) : undefined
      const step = pending === undefined ? undefined : stepOfCode(pending, code, tx.now, null)
      if (!user || step === undefined) {
        await countFailure(tx, limited)
        tx.record(signInFailed({ subjectId: session.userId }, { because: 'wrong-code' }))
        return ok({ outcome: 'wrong' } as const)
      }
      await forgetFailures(tx, limited)
      await tx.change(adoptFactor(user.id, step, tx.now))
      tx.record(secondFactorEnrolled({ subjectId: user.id }, {}))
      const recoveryCodes = await renewRecoveryCodes(tx, secrets, user.id)
      const count = await tx.change(endSessionsOfUsers([user.id], tx.now))
      tx.record(sessionsEnded({ subjectId: user.id }, { because: 'second-factor', count }))
      const started = await startSession(
        tx,
        secrets,
        { ...user, secondFactorAt: tx.now },
        { way: session.way, origin, secondFactorShown: true },
      )
      return ok({ ...started, recoveryCodes })
    },
  })
