import type { Actor } from '../../kernel/model/actor.ts'
import { type Fragment, sql } from '../../kernel/sql.ts'
import { readScorecards } from '../model/permissions.ts'

/** Interviews of an application on which the user still owes a scorecard. `applicationId` is a column. */
const owed = (userId: string, applicationId: string): Fragment => sql`
  select from ats.interview i join ats.interviewer w on w.interview_id = i.id and w.user_id = ${userId}::uuid
  where i.application_id = ${sql.ref(applicationId)} and i.cancelled_at is null and not exists (
    select from ats.scorecard s where s.interview_id = i.id and s.author_id = w.user_id and s.submitted_at is not null)`

/**
 * The one condition that decides whose scorecards an actor reads (R41): nobody's while one's own is owed on the
 * application, whatever one's role; then all, by right or as one of its interviewers. That the job is in sight is
 * asked beside it.
 */
export const scorecardsInSight = (actor: Actor, applicationId: string): Fragment => {
  if (actor.kind === 'system') return sql`true`
  if (actor.kind !== 'user') return sql`false`
  const reads = actor.permissions.has(readScorecards.name)
    ? sql`true`
    : sql`exists (select from ats.interview i join ats.scorecard s on s.interview_id = i.id
        where i.application_id = ${sql.ref(applicationId)} and s.author_id = ${actor.id}::uuid and s.submitted_at is not null)`
  return sql`(${reads} and not exists (${owed(actor.id, applicationId)}))`
}
