import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import type { AccountsPorts } from '../ports.ts'
import { originSchema } from '../sign-in/origin.ts'
import { startSession } from '../sign-in/start-session.ts'
import { loadUsers } from '../users/load-users.ts'
import { organisation } from './load-organisation.ts'

/** Seats somebody in the demo as one of its invented people. Only the demo has seats; nobody there has a password. */
export const takeSeat = ({ secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.takeSeat',
    says: 'Seats a visitor of the demo as one of its people.',
    permission: systemOnly,
    input: z.strictObject({ userId: z.uuid(), origin: originSchema }),
    handle: async (tx, { userId, origin }) => {
      if (!(await organisation(tx))?.isDemo) return refuse('not-allowed', 'Only the demo has seats to take.')
      const [user] = await loadUsers(tx, [userId])
      if (!user) return refuse('not-found', 'There is no such seat.')
      return ok(
        await startSession(
          tx,
          secrets,
          { id: user.id, roles: user.roles, secondFactorAt: null },
          { way: 'password', origin, secondFactorShown: true },
        ),
      )
    },
  })
