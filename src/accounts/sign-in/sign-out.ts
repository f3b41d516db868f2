import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok } from '../../kernel/model/result.ts'
import { sessionsEnded } from '../model/facts.ts'
import { atSignIn } from '../model/permissions.ts'
import type { AccountsPorts } from '../ports.ts'
import { endSession } from './session.sql.ts'

export const signOut = ({ secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.signOut',
    says: 'Ends the session of a token.',
    permission: atSignIn,
    input: z.strictObject({ token: z.string() }),
    handle: async (tx, { token }) => {
      const ended = await tx.row(endSession(secrets.hash(token), tx.now))
      if (ended) tx.record(sessionsEnded({ subjectId: ended.userId }, { because: 'signed-out', count: 1 }))
      return ok({ ended: ended !== undefined })
    },
  })
