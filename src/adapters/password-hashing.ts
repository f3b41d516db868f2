import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Passwords } from '../accounts/passwords.ts'

export interface Argon2Cost {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

/** OWASP's password storage cheat sheet: argon2id, 19 MiB, 2 passes, 1 lane. */
export const owaspCost: Argon2Cost = { memory: 19_456, passes: 2, parallelism: 1 }

const derive = promisify(argon2)
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')
const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Argon2id (RFC 9106) from Node itself. Passwords are compared after NFC, as people type them. */
export const passwordHashing = (cost: Argon2Cost = owaspCost): Passwords => {
  const nobodys = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(randomBytes(16))}$${base64(randomBytes(32))}`
  return {
    hash: async (password) => {
      const salt = randomBytes(16)
      const tag = await tagOf(password, salt, cost)
      return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`
    },
    verify: async (password, stored) => {
      const parts = form.exec(stored ?? nobodys)
      if (!parts) throw new Error('A stored password hash is not in PHC form.')
      const [, memory, passes, parallelism, salt, tag] = parts
      const made = await tagOf(password, Buffer.from(salt!, 'base64'), {
        memory: Number(memory),
        passes: Number(passes),
        parallelism: Number(parallelism),
      })
      const expected = Buffer.from(tag!, 'base64')
      return expected.length === made.length && timingSafeEqual(expected, made) && Boolean(stored)
    },
    isOutdated: (stored) => {
      const parts = form.exec(stored)
      return !parts || Number(parts[1]) < cost.memory || Number(parts[2]) < cost.passes
    },
  }
}

const tagOf = async (password: string, salt: Uint8Array, cost: Argon2Cost): Promise<Buffer> =>
  Buffer.from(
    await derive('argon2id', { message: password.normalize('NFC'), nonce: salt, tagLength: 32, ...cost }),
  )
