import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { daysAfter } from '../../kernel/model/time.ts'
import { newId } from '../../kernel/new-id.ts'
import { defineQuery } from '../../kernel/query.ts'
import { invitationRevoked, userInvited } from '../model/facts.ts'
import { manageUsers } from '../model/permissions.ts'
import { roleSchema } from '../model/role.ts'
import { mailKeyOf, mailSchema, nameSchema } from '../model/user.ts'
import type { AccountsPorts } from '../ports.ts'
import { linkTokenOf } from '../sign-in/issue-link.ts'
import { insertInvitation, loadOpenInvitations, revokeInvitations } from '../sign-in/link.sql.ts'
import { credentialsByMail } from './user.sql.ts'

const validDays = 7

/** Invites people, who choose their own password. A new invitation replaces an older one; the mails follow from the facts. */
export const inviteUsers = ({ secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.inviteUsers',
    says: 'Invites people by mail, with the roles they will play.',
    permission: manageUsers,
    input: z.strictObject({
      people: z
        .array(
          z.strictObject({
            name: nameSchema,
            mail: mailSchema,
            roles: z.array(roleSchema).min(1, 'Choose at least one role.').max(8),
          }),
        )
        .min(1)
        .max(200),
    }),
    handle: async (tx, { people }) => {
      const mailKeys = people.map((person) => mailKeyOf(person.mail))
      if (new Set(mailKeys).size < mailKeys.length)
        return refuse('bad-input', 'A mail address stands in the list twice.', { field: 'people' })
      const ids: string[] = []
      await tx.change(revokeInvitations({ mailKeys }, tx.now))
      for (const [position, person] of people.entries()) {
        if (await tx.row(credentialsByMail(mailKeys[position]!)))
          return refuse('mail-taken', `${person.mail} has an account already.`, {
            field: `people.${position}.mail`,
          })
        const id = newId()
        await tx.change(
          insertInvitation({
            id,
            tokenHash: secrets.hash(linkTokenOf(secrets, 'invitation', id)),
            name: person.name,
            mail: person.mail,
            roles: [...new Set(person.roles)],
            invitedBy: userIdOf(tx.actor),
            invitedAt: tx.now,
            expiresAt: daysAfter(tx.now, validDays),
          }),
        )
        tx.record(userInvited({ subjectId: id }, { roles: person.roles }))
        ids.push(id)
      }
      return ok({ ids })
    },
  })

export const takeBackInvitations = defineCommand({
  name: 'accounts.revokeInvitations',
  says: 'Takes open invitations back.',
  permission: manageUsers,
  input: z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  handle: async (tx, { ids }) => {
    const revoked = await tx.rows(revokeInvitations({ ids }, tx.now))
    if (revoked.length === 0) return refuse('not-found', 'There is no such open invitation.')
    for (const { id } of revoked) tx.record(invitationRevoked({ subjectId: id }, {}))
    return ok({ revoked: revoked.length })
  },
})

export const invitations = defineQuery({
  name: 'accounts.invitations',
  says: 'Invitations not yet accepted.',
  permission: manageUsers,
  input: z.strictObject({}),
  handle: async (tx) => ok(await tx.rows(loadOpenInvitations(tx.now))),
})
