import type { MemberState } from '../crm/model/pool.ts'
import { daysAfter, type Instant } from '../kernel/model/time.ts'
import { type Fragment, sql } from '../kernel/sql.ts'

/** A person to whom nobody wrote for so many days is going cold. */
const quietAfterDays = 90

/**
 * How a member of a pool is, as conditions on the aliases `m` (pool_member), `s` (its stage), `c` (candidate) and
 * `pr` (prospect, maybe none): the counts of a pool and the rows behind them are decided here, once.
 */
export const memberStates = (now: Instant): Readonly<Record<MemberState, Fragment>> => {
  const today = now.slice(0, 10)
  return {
    ready: sql`((s.is_ready or coalesce(pr.ready_from <= ${today}::date and pr.ready_until >= ${today}::date, false))
      and pr.snoozed_until is null)`,
    quiet: sql`(c.last_outbound_at is null or c.last_outbound_at < ${daysAfter(now, -quietAfterDays)})`,
    snoozed: sql`(pr.snoozed_until is not null)`,
    unreachable: sql`(not exists (select from candidates.contact_point point where point.candidate_id = c.id and point.kind = 'email'))`,
  }
}
