import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok } from '../../kernel/model/result.ts'
import { minutesAfter } from '../../kernel/model/time.ts'
import { atSignIn } from '../model/permissions.ts'
import { touchSession, touchToken } from './session.sql.ts'

/** Notes that a session or token was used, to the minute. */
export const noteSeen = defineCommand({
  name: 'accounts.noteSeen',
  says: 'Notes that a session or token was used.',
  permission: atSignIn,
  input: z.strictObject({ sessionId: z.uuid().optional(), tokenId: z.uuid().optional() }),
  handle: async (tx, { sessionId, tokenId }) => {
    const minuteAgo = minutesAfter(tx.now, -1)
    if (sessionId) await tx.tidy(touchSession(sessionId, tx.now, minuteAgo))
    if (tokenId) await tx.tidy(touchToken(tokenId, tx.now, minuteAgo))
    return ok(null)
  },
})
