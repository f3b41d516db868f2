import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import type { Secrets } from '../accounts/secrets.ts'

// Crockford's base 32: no I, L, O or U, which people confuse.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Secrets on an installation key of 32 bytes. Encryption and signing use keys derived from it (HKDF, RFC 5869),
 * so that no use of one tells anything about the other. Throws on a key of another length.
 */
export const secretsOf = (key: Uint8Array): Secrets => {
  if (key.length !== 32) throw new Error('The installation key has 32 bytes.')
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `throughline ${purpose}`, 32))
  const sealing = derived('seal')
  // As a key object: made of bytes anew for each signature it takes eight times as long.
  const signing = createSecretKey(derived('sign'))
  return {
    randomToken: () => randomBytes(32).toString('base64url'),
    randomCode: () => Array.from(randomBytes(10), (byte) => letters[byte & 31]).join(''),
    hash: (token) => createHash('sha256').update(token).digest('hex'),
    sign: (purpose, text) => createHmac('sha256', signing).update(`${purpose}\0${text}`).digest('base64url'),
    seal: (text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    unseal: (sealed) => {
      if (!sealed.startsWith('v1.')) return undefined
      const bytes = Buffer.from(sealed.slice(3), 'base64url')
      if (bytes.length < 28) return undefined
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
