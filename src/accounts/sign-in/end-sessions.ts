import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { holds } from '../../kernel/model/actor.ts'
import { signedIn } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { sessionsEnded } from '../model/facts.ts'
import { manageUsers } from '../model/permissions.ts'
import { refusalOfPrograms } from '../own/by-oneself.ts'
import { endSessionsById } from './session.sql.ts'

/** One's own sessions; for those who manage users, anybody's. Others' sessions are as good as absent. */
export const endSessions = defineCommand({
  name: 'accounts.endSessions',
  says: 'Ends sessions, for example on a lost laptop.',
  permission: signedIn,
  input: z.strictObject({ sessionIds: z.array(z.uuid()).min(1).max(200) }),
  handle: async (tx, { sessionIds }) => {
    const program = refusalOfPrograms(tx)
    if (program) return program
    const own = tx.actor.kind === 'user' && !holds(tx.actor, manageUsers) ? tx.actor.id : undefined
    const ended = await tx.rows(endSessionsById(sessionIds, own, tx.now))
    if (ended.length === 0) return refuse('not-found', 'There is no such session; it may have ended already.')
    for (const [userId, of] of Map.groupBy(ended, (one) => one.userId))
      tx.record(sessionsEnded({ subjectId: userId }, { because: 'ended', count: of.length }))
    return ok({ ended: ended.length })
  },
})
