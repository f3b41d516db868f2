import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The client's address for rate limits and the sessions page, or null where there is no connection. Behind a
 * trusted proxy it is the last address of X-Forwarded-For, the only one that our proxy wrote itself.
 */
export const addressOf = (c: Context, trustProxy: boolean): string | null => {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || connected(c)
}

const connected = (c: Context): string | null => {
  try {
    return getConnInfo(c).remote.address?.replace(/^::ffff:/, '') ?? null
  } catch {
    return null
  }
}
