import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok } from '../../kernel/model/result.ts'
import { minutesAfter } from '../../kernel/model/time.ts'
import { newId } from '../../kernel/new-id.ts'
import { resetLimits } from '../model/attempt.ts'
import { passwordResetRequested } from '../model/facts.ts'
import { atSignIn } from '../model/permissions.ts'
import { mailKeyOf } from '../model/user.ts'
import type { AccountsPorts } from '../ports.ts'
import { credentialsByMail } from '../users/user.sql.ts'
import { countFailure, secondsUntilTry } from './attempts.ts'
import { linkTokenOf } from './issue-link.ts'
import { insertPasswordReset } from './link.sql.ts'
import { originSchema } from './origin.ts'

const validMinutes = 60

/**
 * Asks for a mail with a link. Known or not, the same rows are written and the same answer given (R33); the
 * mail follows from the fact, and only it ever holds the link's token.
 */
export const requestPasswordReset = ({ secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.requestPasswordReset',
    says: 'Asks for a link to set a new password.',
    permission: atSignIn,
    input: z.strictObject({ mail: z.string().max(254), origin: originSchema }),
    handle: async (tx, { mail, origin }) => {
      const account = mailKeyOf(mail)
      const limited = [
        { key: secrets.sign('reset account', account), limit: resetLimits.account },
        { key: secrets.sign('reset address', origin.address ?? 'unknown'), limit: resetLimits.address },
      ]
      const wait = await secondsUntilTry(tx, limited)
      if (wait > 0) return ok({ outcome: 'too-many', retryAfterSeconds: wait } as const)
      await countFailure(tx, limited)
      const user = await tx.row(credentialsByMail(account))
      const known = user !== undefined && user.disabledAt === null
      const id = newId()
      await tx.change(
        insertPasswordReset({
          id,
          tokenHash: secrets.hash(linkTokenOf(secrets, 'reset', id)),
          userId: known ? user.id : null,
          createdAt: tx.now,
          expiresAt: minutesAfter(tx.now, validMinutes),
        }),
      )
      tx.record(passwordResetRequested({ subjectId: id }, { known }))
      return ok({ outcome: 'asked' } as const)
    },
  })
