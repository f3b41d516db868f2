import type { WriteTx } from '../../kernel/transaction.ts'
import { type Limit, secondsToWait, windowStart } from '../model/attempt.ts'
import { deleteAttempts, insertAttempts, loadAttempts, lockAttempts } from './attempt.sql.ts'

/** What is limited: a fingerprint of account, address or both, with its limit. */
export interface Limited {
  readonly key: string
  readonly limit: Limit
}

/** Seconds until the strictest of the limits lets one more try through; 0 for now. Holds the keys until the commit. */
export const secondsUntilTry = async (tx: WriteTx, limited: readonly Limited[]): Promise<number> => {
  await tx.rows(lockAttempts(limited.map((one) => one.key)))
  const tries = await tx.rows(
    loadAttempts(
      limited.map(({ key, limit }) => ({ key, tries: limit.tries, since: windowStart(limit, tx.now) })),
    ),
  )
  const waits = limited.map(({ key, limit }) =>
    secondsToWait(limit, tries.find((one) => one.key === key)?.at ?? [], tx.now),
  )
  return Math.max(0, ...waits)
}

/**
 * Counts one failed try. The command must then answer with a value, not with a refusal: a refusal
 * rolls back, and the try would never have been.
 */
export const countFailure = async (tx: WriteTx, limited: readonly Limited[]): Promise<void> => {
  await tx.change(
    insertAttempts(
      limited.map((one) => one.key),
      tx.now,
    ),
  )
}

/** Forgets the failures of an account that has now shown who it is. */
export const forgetFailures = async (tx: WriteTx, limited: readonly Limited[]): Promise<void> => {
  await tx.change(deleteAttempts(limited.map((one) => one.key)))
}
