import { type Instant, instant } from '../../kernel/model/time.ts'

/** So many failed tries within the window, then none until the oldest of them leaves it. Never for ever. */
export interface Limit {
  readonly tries: number
  readonly minutes: number
}

/**
 * Narrow per account and address together, so that a stranger elsewhere cannot lock the owner out;
 * wide per account against many addresses (NIST SP 800-63B: at most 100), and per address against many accounts.
 */
export const signInLimits = {
  accountHere: { tries: 10, minutes: 15 },
  account: { tries: 100, minutes: 60 },
  address: { tries: 50, minutes: 15 },
} as const satisfies Record<string, Limit>

/** A code has a million values: five tries in a quarter of an hour keep guessing hopeless for years. */
export const codeLimit: Limit = { tries: 5, minutes: 15 }

/** Mails asked for: enough for the forgetful, too few to flood a mailbox. */
export const resetLimits = {
  account: { tries: 5, minutes: 60 },
  address: { tries: 30, minutes: 60 },
} as const satisfies Record<string, Limit>

/** Links and first-run tokens are unguessable; the limit only keeps the noise down. */
export const linkLimit: Limit = { tries: 30, minutes: 15 }

/** Seconds until the next try is allowed; 0 when it is allowed now. `tries` are moments inside the window, newest first. */
export const secondsToWait = (limit: Limit, tries: readonly string[], now: Instant): number => {
  const decisive = tries[limit.tries - 1]
  if (decisive === undefined) return 0
  const free = Date.parse(decisive) + limit.minutes * 60_000
  return Math.max(1, Math.ceil((free - Date.parse(now)) / 1000))
}

export const windowStart = (limit: Limit, now: Instant): Instant =>
  instant(Date.parse(now) - limit.minutes * 60_000)
