import { daysAfter, type Instant, minutesAfter } from '../../kernel/model/time.ts'

/** Candidates choose among the times of so many days, and leave interviewers at least this many hours of notice. */
export const choiceDays = 21
export const noticeHours = 24

/** Between which moments a candidate may choose: from a day ahead on. */
export const choiceOf = (now: Instant): { readonly from: Instant; readonly to: Instant } => ({
  from: minutesAfter(now, noticeHours * 60),
  to: daysAfter(now, choiceDays),
})

/** Whether a candidate may (still) choose: it was offered to them, and what they have is not within the notice. */
export const mayChoose = (
  interview: {
    readonly offeredAt: Instant | null
    readonly startsAt: Instant | null
    readonly cancelledAt: Instant | null
    readonly applicationState: string
  },
  now: Instant,
): boolean =>
  interview.offeredAt !== null &&
  interview.cancelledAt === null &&
  interview.applicationState === 'active' &&
  (interview.startsAt === null || interview.startsAt > choiceOf(now).from)
