import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { codeLimit } from '../model/attempt.ts'
import { recoveryCodeUsed, signInFailed } from '../model/facts.ts'
import { atSignIn } from '../model/permissions.ts'
import type { AccountsPorts } from '../ports.ts'
import type { Secrets } from '../secrets.ts'
import { countFailure, forgetFailures, secondsUntilTry } from '../sign-in/attempts.ts'
import { originSchema } from '../sign-in/origin.ts'
import { endSession, lockSession } from '../sign-in/session.sql.ts'
import { startSession, usedSince } from '../sign-in/start-session.ts'
import { type Credentials, lockCredentials } from '../users/user.sql.ts'
import { stepOfCode } from './one-time-code.ts'
import { hashOfRecoveryCode } from './recovery-codes.ts'
import { countRecoveryCodes, saveUsedStep, spendRecoveryCode } from './second-factor.sql.ts'

/** The second factor: a code of the authenticator app, or a recovery code. The session goes on under a new token. */
export const passSecondFactor = ({ secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.passSecondFactor',
    says: 'Shows the second factor after the first.',
    permission: atSignIn,
    input: z.strictObject({ token: z.string(), code: z.string().max(50), origin: originSchema }),
    handle: async (tx, { token, code, origin }) => {
      const session = await tx.row(lockSession(secrets.hash(token), tx.now, usedSince(tx.now)))
      if (session?.stage !== 'second-factor') return ok({ outcome: 'no-session' } as const)
      const limited = [{ key: secrets.sign('try code', session.userId), limit: codeLimit }]
      const wait = await secondsUntilTry(tx, limited)
      if (wait > 0) return ok({ outcome: 'too-many', retryAfterSeconds: wait } as const)
      const user = await tx.row(lockCredentials(session.userId))
      if (!user || user.disabledAt !== null) return ok({ outcome: 'no-session' } as const)
      const shown = await codeShown(tx, secrets, user, code)
      if (!shown) {
        await countFailure(tx, limited)
        tx.record(signInFailed({ subjectId: user.id }, { because: 'wrong-code' }))
        return ok({ outcome: 'wrong' } as const)
      }
      await forgetFailures(tx, limited)
      await tx.change(endSession(secrets.hash(token), tx.now))
      const started = await startSession(tx, secrets, user, {
        way: session.way,
        origin,
        secondFactorShown: true,
      })
      return ok({ ...started, ...shown })
    },
  })

/** Uses the code up when it is right. */
const codeShown = async (
  tx: WriteTx,
  secrets: Secrets,
  user: Credentials,
  code: string,
): Promise<{ readonly recoveryCodesLeft?: number } | undefined> => {
  const secret = user.secondFactorSecret === null ? undefined : secrets.unseal(user.secondFactorSecret)
  const step = secret && stepOfCode(secret, code, tx.now, user.secondFactorCounter)
  if (step) {
    await tx.change(saveUsedStep(user.id, step))
    return {}
  }
  const used = await tx.change(spendRecoveryCode(user.id, hashOfRecoveryCode(secrets, user.id, code), tx.now))
  if (used === 0) return undefined
  const left = (await tx.row(countRecoveryCodes(user.id)))?.left ?? 0
  tx.record(recoveryCodeUsed({ subjectId: user.id }, { left }))
  return { recoveryCodesLeft: left }
}
