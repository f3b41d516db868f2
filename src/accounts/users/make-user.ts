import type { UserId } from '../../kernel/model/id.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { userAdded } from '../model/facts.ts'
import type { Role } from '../model/role.ts'
import { mailKeyOf } from '../model/user.ts'
import { insertUser, replaceRoles } from './user.sql.ts'

/** Adds a user and records it. Answers undefined where somebody has that mail already. */
export const makeUser = async (
  tx: WriteTx,
  user: {
    readonly id?: string
    readonly name: string
    readonly mail: string
    readonly roles: readonly Role[]
    readonly title?: string | null
    readonly language?: string
    readonly timeZone?: string
    readonly passwordHash?: string | null
  },
): Promise<UserId | undefined> => {
  const id = (user.id ?? newId()) as UserId
  const added = await tx.change(
    insertUser({
      id,
      name: user.name,
      mail: user.mail.trim(),
      mailKey: mailKeyOf(user.mail),
      title: user.title ?? null,
      language: user.language ?? 'en',
      timeZone: user.timeZone ?? 'UTC',
      passwordHash: user.passwordHash ?? null,
      createdAt: tx.now,
    }),
  )
  if (added === 0) return undefined
  await tx.change(replaceRoles([{ userId: id, roles: user.roles }]))
  tx.record(userAdded({ subjectId: id }, { roles: user.roles }))
  return id
}
