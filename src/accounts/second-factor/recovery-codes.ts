import type { WriteTx } from '../../kernel/transaction.ts'
import type { Secrets } from '../secrets.ts'
import { replaceRecoveryCodes } from './second-factor.sql.ts'

const count = 10

/** Ten new codes for the day the telephone is lost, each good once, in place of the old. Shown once: only hashes stay. */
export const renewRecoveryCodes = async (
  tx: WriteTx,
  secrets: Secrets,
  userId: string,
): Promise<readonly string[]> => {
  const codes = Array.from({ length: count }, () => secrets.randomCode())
  await tx.change(
    replaceRecoveryCodes(
      userId,
      codes.map((code) => hashOfRecoveryCode(secrets, userId, code)),
    ),
  )
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
}

/** Without dashes and case, and with letters that people confuse read as Crockford's base 32 does. */
export const hashOfRecoveryCode = (secrets: Secrets, userId: string, code: string): string =>
  secrets.sign(
    'recovery code',
    `${userId}\0${code
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1')}`,
  )
