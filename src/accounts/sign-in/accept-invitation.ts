import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { linkLimit } from '../model/attempt.ts'
import { invitationAccepted, signInFailed } from '../model/facts.ts'
import { atSignIn } from '../model/permissions.ts'
import type { Role } from '../model/role.ts'
import { languageSchema, nameSchema, passwordSchema, zoneSchema } from '../model/user.ts'
import { organisation } from '../organisation/load-organisation.ts'
import type { AccountsPorts } from '../ports.ts'
import { makeUser } from '../users/make-user.ts'
import { countFailure, secondsUntilTry } from './attempts.ts'
import { acceptInvitation, loadInvitation, lockInvitation } from './link.sql.ts'
import { originSchema } from './origin.ts'
import { startSession } from './start-session.ts'
import { refusalOfPassword } from './weak-password.ts'

/** What the invitation's page greets with. */
export const invitationOf = ({ secrets }: AccountsPorts) =>
  defineQuery({
    name: 'accounts.invitationOf',
    says: 'The open invitation of a link.',
    permission: atSignIn,
    input: z.strictObject({ token: z.string().max(200) }),
    handle: async (tx, { token }) => {
      const invitation = await tx.row(loadInvitation(secrets.hash(token), tx.now))
      if (!invitation)
        return refuse('gone', 'That invitation is used, taken back or expired. Ask for a new one.')
      const { name, mail, roles, expiresAt } = invitation
      return ok({ name, mail, roles, expiresAt, organisation: (await organisation(tx))?.name ?? '' })
    },
  })

/** Makes the account with the roles of the invitation, whatever the page sends, and signs it in. */
export const joinByInvitation = ({ passwords, secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.acceptInvitation',
    says: 'Accepts an invitation and chooses a password.',
    permission: atSignIn,
    input: z.strictObject({
      token: z.string().max(200),
      name: nameSchema,
      password: passwordSchema,
      language: languageSchema.default('en'),
      timeZone: zoneSchema.default('UTC'),
      origin: originSchema,
    }),
    handle: async (tx, { token, name, password, language, timeZone, origin }) => {
      const limited = [{ key: secrets.sign('try link', origin.address ?? 'unknown'), limit: linkLimit }]
      const wait = await secondsUntilTry(tx, limited)
      if (wait > 0) return ok({ outcome: 'too-many', retryAfterSeconds: wait } as const)
      const invitation = await tx.row(lockInvitation(secrets.hash(token), tx.now))
      if (!invitation) {
        await countFailure(tx, limited)
        tx.record(signInFailed({}, { because: 'bad-link' }))
        return ok({ outcome: 'wrong' } as const)
      }
      const weak = await refusalOfPassword(tx, password, { name, mail: invitation.mail })
      if (weak) return weak
      const id = await makeUser(tx, {
        name,
        mail: invitation.mail,
        roles: invitation.roles as Role[],
        language,
        timeZone,
        passwordHash: await passwords.hash(password),
      })
      if (id === undefined)
        return refuse('mail-taken', 'There is an account with that mail. Sign in with it.')
      await tx.change(acceptInvitation(invitation.id, tx.now))
      tx.record(invitationAccepted({ subjectId: invitation.id }, {}))
      const user = { id, roles: invitation.roles, secondFactorAt: null }
      return ok(await startSession(tx, secrets, user, { way: 'password', origin }))
    },
  })
