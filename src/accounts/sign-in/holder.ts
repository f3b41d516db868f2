import { z } from 'zod'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { atSignIn } from '../model/permissions.ts'
import type { AccountsPorts } from '../ports.ts'
import { loadHolder, loadTokenHolder } from './session.sql.ts'
import { usedSince } from './start-session.ts'

/** Who holds a session's token, for every request; null when it is none, ended, idle for too long or too old. */
export const sessionHolder = ({ secrets }: AccountsPorts) =>
  defineQuery({
    name: 'accounts.sessionHolder',
    says: 'Who a session’s token belongs to.',
    permission: atSignIn,
    input: z.strictObject({ token: z.string() }),
    handle: async (tx, { token }) =>
      ok((await tx.row(loadHolder(secrets.hash(token), tx.now, usedSince(tx.now)))) ?? null),
  })

/** Who holds a program's token; null when it is none, revoked or expired. */
export const tokenHolder = ({ secrets }: AccountsPorts) =>
  defineQuery({
    name: 'accounts.tokenHolder',
    says: 'Who a program’s token belongs to, and its scopes.',
    permission: atSignIn,
    input: z.strictObject({ token: z.string() }),
    handle: async (tx, { token }) => ok((await tx.row(loadTokenHolder(secrets.hash(token), tx.now))) ?? null),
  })
