import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { holds } from '../../kernel/model/actor.ts'
import { signedIn } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { daysAfter } from '../../kernel/model/time.ts'
import { newId } from '../../kernel/new-id.ts'
import { defineQuery } from '../../kernel/query.ts'
import { apiTokenCreated, apiTokenRevoked } from '../model/facts.ts'
import { atSignIn, manageUsers } from '../model/permissions.ts'
import { nameSchema } from '../model/user.ts'
import type { AccountsPorts } from '../ports.ts'
import { insertApiToken, loadApiTokens, revokeTokens } from './api-token.sql.ts'
import { refusalOfPrograms } from './by-oneself.ts'

/** Tokens begin with this, so that scanners of repositories find one that leaked. */
export const apiTokenPrefix = 'tl_'

/** A token for a program: acts as its user, inside the scopes only. Shown once; its hash is kept. */
export const createApiToken = ({ secrets }: AccountsPorts) =>
  defineCommand({
    name: 'accounts.createApiToken',
    says: 'Makes a token for a program, with the rights it may use.',
    permission: atSignIn,
    input: z.strictObject({
      name: nameSchema,
      scopes: z.array(z.string().max(100)).max(200),
      expiresInDays: z.int().min(1).max(366).default(90),
    }),
    handle: async (tx, { name, scopes, expiresInDays }) => {
      const { actor } = tx
      const program = refusalOfPrograms(tx)
      if (program) return program
      if (actor.kind !== 'user') return refuse('sign-in-needed', 'Sign in first.')
      const beyond = scopes.find((scope) => scope === atSignIn.name || !actor.permissions.has(scope))
      if (beyond !== undefined)
        return refuse('not-allowed', `A token cannot do more than you: “${beyond}” is not yours.`, {
          field: 'scopes',
        })
      const id = newId()
      const token = `${apiTokenPrefix}${secrets.randomToken()}`
      const expiresAt = daysAfter(tx.now, expiresInDays)
      await tx.change(
        insertApiToken({
          id,
          userId: actor.id,
          name,
          tokenHash: secrets.hash(token),
          scopes: [...new Set(scopes)],
          createdAt: tx.now,
          expiresAt,
        }),
      )
      tx.record(apiTokenCreated({ subjectId: id }, { userId: actor.id, scopes }))
      return ok({ id, token, expiresAt })
    },
  })

/** Own tokens; for those who manage users, everybody's. Never the tokens themselves. */
export const apiTokens = defineQuery({
  name: 'accounts.apiTokens',
  says: 'Tokens of programs that are in use.',
  permission: signedIn,
  input: z.strictObject({ everybodys: z.boolean().default(false) }),
  handle: async (tx, { everybodys }) => {
    if (tx.actor.kind !== 'user') return refuse('sign-in-needed', 'Sign in first.')
    if (everybodys && !holds(tx.actor, manageUsers))
      return refuse('not-allowed', 'Only those who manage users see everybody’s tokens.')
    return ok(await tx.rows(loadApiTokens(everybodys ? undefined : tx.actor.id, tx.now)))
  },
})

export const revokeApiTokens = defineCommand({
  name: 'accounts.revokeApiTokens',
  says: 'Takes tokens of programs back.',
  permission: signedIn,
  input: z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  handle: async (tx, { ids }) => {
    const program = refusalOfPrograms(tx)
    if (program) return program
    const own = tx.actor.kind === 'user' && !holds(tx.actor, manageUsers) ? tx.actor.id : undefined
    const revoked = await tx.rows(revokeTokens(ids, own, tx.now))
    if (revoked.length === 0) return refuse('not-found', 'There is no such token in use.')
    for (const { id } of revoked) tx.record(apiTokenRevoked({ subjectId: id }, {}))
    return ok({ revoked: revoked.length })
  },
})
