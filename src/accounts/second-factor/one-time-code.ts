import { Secret, TOTP } from 'otpauth'

const period = 30

const totp = (secret: string) =>
  new TOTP({ issuer: 'Throughline', algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) })

/** A new secret of 160 bits in base 32, as RFC 4226 asks. */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator app reads from the QR code. */
export const codeAddress = (secret: string, account: string, organisation: string): string =>
  new TOTP({
    issuer: organisation,
    label: account,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  }).toString()

/**
 * The number of the 30-second step that the code belongs to (RFC 6238; one step of clock difference either
 * way), or undefined when it is wrong or its step was used before: a code works once.
 */
export const stepOfCode = (
  secret: string,
  code: string,
  at: string,
  lastUsed: number | null,
): number | undefined => {
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return undefined
  const timestamp = Date.parse(at)
  const away = totp(secret).validate({ token: digits, timestamp, window: 1 })
  if (away === null) return undefined
  const step = Math.floor(timestamp / 1000 / period) + away
  return lastUsed !== null && step <= lastUsed ? undefined : step
}

/** The code of a moment: for tests and nothing else in the product. */
export const codeAt = (secret: string, at: string): string =>
  totp(secret).generate({ timestamp: Date.parse(at) })
