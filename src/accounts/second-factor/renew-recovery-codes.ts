import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { recoveryCodesRenewed } from '../model/facts.ts'
import { atSignIn } from '../model/permissions.ts'
import type { AccountsPorts } from '../ports.ts'
import { lockSession } from '../sign-in/session.sql.ts'
import { usedSince } from '../sign-in/start-session.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'

/** Ten new recovery codes, for a session that showed the second factor itself. */
export const giveNewRecoveryCodes = ({ secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.renewRecoveryCodes',
    says: 'Replaces the recovery codes.',
    permission: atSignIn,
    input: z.strictObject({ token: z.string() }),
    handle: async (tx, { token }) => {
      const session = await tx.row(lockSession(secrets.hash(token), tx.now, usedSince(tx.now)))
      if (session?.stage !== 'open') return refuse('sign-in-needed', 'Sign in first.')
      if (session.secondFactorAt === null)
        return refuse('second-factor-needed', 'Set up a second factor first; recovery codes stand in for it.')
      const recoveryCodes = await renewRecoveryCodes(tx, secrets, session.userId)
      tx.record(recoveryCodesRenewed({ subjectId: session.userId }, {}))
      return ok({ recoveryCodes })
    },
  })
