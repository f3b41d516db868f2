import { Secret, TOTP } from 'otpauth'

/** What an authenticator app shows now for a secret. */
export const codeAt = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
