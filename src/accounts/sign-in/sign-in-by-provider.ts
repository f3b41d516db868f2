import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { identityLinked, invitationAccepted, signInFailed } from '../model/facts.ts'
import { atSignIn } from '../model/permissions.ts'
import type { Role } from '../model/role.ts'
import { mailKeyOf } from '../model/user.ts'
import { settingOf } from '../organisation/setting-of.ts'
import type { AccountsPorts } from '../ports.ts'
import { makeUser } from '../users/make-user.ts'
import { type Credentials, credentialsByMail, lockCredentials } from '../users/user.sql.ts'
import { acceptInvitation, insertIdentity, loadIdentity, lockInvitationOf } from './link.sql.ts'
import { originSchema } from './origin.ts'
import { startSession } from './start-session.ts'

const claims = z.strictObject({
  issuer: z.string(),
  subject: z.string(),
  mail: z.string().optional(),
  mailIsVerified: z.boolean(),
  name: z.string().max(200).optional(),
  /** The provider says that it checked more than a password (RFC 8176). */
  secondFactorShown: z.boolean(),
})

/**
 * Signs in whom the OpenID Connect provider vouches for: who was linked before, or whose verified mail has an account
 * or an open invitation. Nobody gets in by having an account at the provider alone.
 */
export const signInByProvider = ({ secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.signInByProvider',
    says: 'Signs in somebody whom the sign-in provider vouches for.',
    permission: atSignIn,
    input: z.strictObject({ claims, origin: originSchema }),
    handle: async (tx, { claims, origin }) => {
      const user = await userOf(tx, claims)
      if (!user || user.disabledAt !== null) {
        tx.record(signInFailed({ subjectId: user?.id ?? null }, { because: 'provider-unknown' }))
        return ok({ outcome: 'wrong' } as const)
      }
      const secondFactorShown =
        claims.secondFactorShown || (await settingOf(tx, 'security.providerChecksSecondFactor'))
      return ok(await startSession(tx, secrets, user, { way: 'provider', origin, secondFactorShown }))
    },
  })

const userOf = async (tx: WriteTx, given: z.output<typeof claims>): Promise<Credentials | undefined> => {
  const linked = await tx.row(loadIdentity(given.issuer, given.subject))
  if (linked) return tx.row(lockCredentials(linked.userId))
  if (given.mail === undefined || !given.mailIsVerified) return undefined
  const mailKey = mailKeyOf(given.mail)
  const user = (await tx.row(credentialsByMail(mailKey))) ?? (await joinInvited(tx, mailKey, given.name))
  if (!user) return undefined
  const { issuer, subject } = given
  await tx.change(insertIdentity({ issuer, subject, userId: user.id, linkedAt: tx.now }))
  tx.record(identityLinked({ subjectId: user.id }, {}))
  return user
}

const joinInvited = async (
  tx: WriteTx,
  mailKey: string,
  name: string | undefined,
): Promise<Credentials | undefined> => {
  const invitation = await tx.row(lockInvitationOf(mailKey, tx.now))
  if (!invitation) return undefined
  await makeUser(tx, {
    name: name?.trim() || invitation.name,
    mail: invitation.mail,
    roles: invitation.roles as Role[],
  })
  await tx.change(acceptInvitation(invitation.id, tx.now))
  tx.record(invitationAccepted({ subjectId: invitation.id }, {}))
  return tx.row(credentialsByMail(mailKey))
}
