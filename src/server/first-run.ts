import { createHash, randomBytes } from 'node:crypto'
import { loadMemory, saveMemory } from '../kernel/memory.sql.ts'
import { system } from '../kernel/model/actor.ts'
import type { Product } from './product.ts'

/** Under this key lies the SHA-256 of the token that guards the first page. */
export const firstRunKey = 'first-run-token'

/** The first page's address with a fresh token, or undefined once there is an organisation. */
export const firstRunAddress = async (product: Product): Promise<string | undefined> => {
  const query = product.kernel.queryNamed('accounts.isSetUp')
  if (!query) return undefined
  const answer = await product.kernel.ask<unknown, boolean>(query, {}, { actor: system('first-run') })
  if (!answer.ok || answer.value) return undefined
  const token = randomBytes(24).toString('base64url')
  await saveMemory(firstRunKey, createHash('sha256').update(token).digest('hex')).execute(
    product.database.write,
  )
  return `${product.url}/app/first-run?token=${token}`
}

/** Whether the token is the one printed last. */
export const firstRunHash = loadMemory<string>(firstRunKey)
