import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

export interface Notification {
  readonly id: string
  readonly kind: string
  readonly candidateId: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
  readonly subjectId: string | null
  readonly at: Instant
  readonly readAt: Instant | null
}

/** Told twice about the same fact is told once. Disabled users are told nothing. */
export const insertNotifications = (
  rows: readonly {
    readonly id: string
    readonly userId: string
    readonly kind: string
    readonly candidateId?: string | null | undefined
    readonly applicationId?: string | null | undefined
    readonly jobId?: string | null | undefined
    readonly subjectId?: string | null | undefined
    readonly factId?: number | null | undefined
  }[],
  at: Instant,
): Statement<unknown> => sql`
  insert into accounts.notification (id, user_id, kind, candidate_id, application_id, job_id, subject_id, fact_id, at)
  select r.id, r."userId", r.kind, r."candidateId", r."applicationId", r."jobId", r."subjectId", r."factId", ${at}
  from ${jsonRows(rows, 'id uuid, "userId" uuid, kind text, "candidateId" uuid, "applicationId" uuid, "jobId" uuid, "subjectId" text, "factId" bigint')}
  join accounts.user_account u on u.id = r."userId" and u.disabled_at is null
  on conflict (user_id, kind, fact_id) do nothing`

/** Newest first, older than `before` where given. */
export const loadNotifications = (
  userId: string,
  limit: number,
  before?: string,
): Statement<Notification> => sql<Notification>`
  select id, kind, candidate_id as "candidateId", application_id as "applicationId", job_id as "jobId",
    subject_id as "subjectId", at, read_at as "readAt"
  from accounts.notification
  where user_id = ${userId} ${before === undefined ? sql`` : sql`and id < ${before}`}
  order by id desc limit ${limit}`

/** Counts to a hundred: more is "99+" on every screen. */
export const countUnread = (userId: string): Statement<{ count: number }> => sql<{ count: number }>`
  select count(*) as count from (
    select from accounts.notification where user_id = ${userId} and read_at is null limit 100) as unread`

export const markRead = (
  userId: string,
  which: readonly string[] | 'all',
  now: Instant,
): Statement<unknown> => sql`
  update accounts.notification set read_at = ${now}
  where user_id = ${userId} and read_at is null ${which === 'all' ? sql`` : sql`and id = any(${which}::uuid[])`}`
