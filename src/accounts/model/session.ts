import { daysAfter, type Instant, minutesAfter } from '../../kernel/model/time.ts'

/** A session not used for so long has ended (ASVS 7.3.1). */
export const idleMinutes = 12 * 60
/** However busy, a session ends after so many days (ASVS 7.3.2). */
export const absoluteDays = 14
/** How long somebody may take over the second step. */
const codeMinutes = 10
const enrolmentMinutes = 60

/** Only an open session may act; the others wait for a code, or for a second factor to be set up. */
export type Stage = 'second-factor' | 'enrolment' | 'open'

/** What must still happen after the first factor. `secondFactorShown`: to us or to the provider, just now. */
export const stageAfterFirstFactor = (user: {
  readonly roles: readonly string[]
  readonly hasSecondFactor: boolean
  readonly rolesThatNeedOne: readonly string[]
  readonly secondFactorShown?: boolean
}): Stage => {
  if (user.secondFactorShown) return 'open'
  if (user.hasSecondFactor) return 'second-factor'
  return user.roles.some((role) => user.rolesThatNeedOne.includes(role)) ? 'enrolment' : 'open'
}

export const expiryOf = (stage: Stage, now: Instant): Instant =>
  stage === 'open'
    ? daysAfter(now, absoluteDays)
    : minutesAfter(now, stage === 'enrolment' ? enrolmentMinutes : codeMinutes)
