import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../../kernel/kernel.ts'
import { loadMemory, saveMemory } from '../../kernel/memory.sql.ts'
import { organisationKind } from '../demo/demo-state.sql.ts'
import type { Product } from '../product.ts'

/** Under this key lies the SHA-256 of the token that guards the first page. */
export const firstRunKey = 'first-run-token'

/** The first page's address with a fresh token; undefined once there is an organisation of one's own. */
export const firstRunAddress = async (product: Product): Promise<string | undefined> => {
  const state = await firstRunState(product.database)
  return state === 'own'
    ? undefined
    : `${product.url}/app/first-run?token=${await newFirstRunToken(product.database)}`
}

/** Whether nobody is here yet, the demo is, or an organisation of one's own. */
export const firstRunState = async (database: Database): Promise<'empty' | 'demo' | 'own'> => {
  const found = (await organisationKind.execute(database.write)).rows[0]
  return found === undefined || (found.isDemo && !found.isTold) ? 'empty' : found.isDemo ? 'demo' : 'own'
}

/** A token for the first page; the one before it no longer works. */
export const newFirstRunToken = async (database: Database): Promise<string> => {
  const token = randomBytes(24).toString('base64url')
  await saveMemory(firstRunKey, createHash('sha256').update(token).digest('hex')).execute(database.write)
  return token
}

/** Whether this is the token that was printed last. */
export const isFirstRunToken = async (database: Database, token: string): Promise<boolean> => {
  const kept = (await loadMemory<string>(firstRunKey).execute(database.write)).rows[0]?.value
  return kept !== undefined && kept === createHash('sha256').update(token).digest('hex')
}
