import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

export interface ShownToPerson {
  readonly messageId: string
  readonly threadId: string
  readonly applicationId: string | null
  readonly direction: 'out' | 'in'
  readonly at: Instant
  readonly from: string | null
  readonly subject: string
  readonly text: string
}

/** What was really said between us and a person, oldest first: nothing that waits, was cancelled or blocked. */
export const loadShownTo = (candidateId: string): Statement<ShownToPerson> => sql<ShownToPerson>`
  select * from (
    select id as "messageId", thread_id as "threadId", application_id as "applicationId", direction,
      coalesce(sent_at, received_at, created_at) as at, from_name as "from", subject, body_text as text
    from messaging.message
    where candidate_id = ${candidateId} and (state = 'sent' and direction = 'out'
      or direction = 'in' and kind in ('reply', 'other', 'own-page', 'invitation-answer'))
    order by created_at desc limit 200) newest
  order by at, "messageId"`
