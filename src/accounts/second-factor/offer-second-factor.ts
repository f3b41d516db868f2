import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { secondFactorOffered } from '../model/facts.ts'
import { atSignIn } from '../model/permissions.ts'
import { organisation } from '../organisation/load-organisation.ts'
import type { AccountsPorts } from '../ports.ts'
import { lockSession } from '../sign-in/session.sql.ts'
import { usedSince } from '../sign-in/start-session.ts'
import { lockCredentials } from '../users/user.sql.ts'
import { codeAddress, newCodeSecret } from './one-time-code.ts'
import { savePendingFactor } from './second-factor.sql.ts'

/** Shows a new secret for an authenticator app. It counts only after a code of it has been seen. */
export const offerSecondFactor = ({ secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.offerSecondFactor',
    says: 'Begins to set up a second factor.',
    permission: atSignIn,
    input: z.strictObject({ token: z.string() }),
    handle: async (tx, { token }) => {
      const session = await tx.row(lockSession(secrets.hash(token), tx.now, usedSince(tx.now)))
      if (!session || session.stage === 'second-factor') return refuse('sign-in-needed', 'Sign in first.')
      const user = await tx.row(lockCredentials(session.userId))
      if (!user) return refuse('sign-in-needed', 'Sign in first.')
      if (user.secondFactorAt !== null && session.secondFactorAt === null)
        return refuse('second-factor-needed', 'Sign in again with your present second factor to change it.')
      const secret = newCodeSecret()
      await tx.change(savePendingFactor(user.id, secrets.seal(secret)))
      tx.record(secondFactorOffered({ subjectId: user.id }, {}))
      const name = (await organisation(tx))?.name ?? 'Throughline'
      return ok({ secret, address: codeAddress(secret, user.mail, name) })
    },
  })
