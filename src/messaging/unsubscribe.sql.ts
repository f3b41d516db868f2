import { type Statement, sql } from '../kernel/sql.ts'

export interface UnsubscribeLink {
  readonly candidateId: string | null
  readonly address: string
  readonly purpose: string
  /** Whether the mail's person is still there: the link outlives them. */
  readonly isOnRecord: boolean
}

export const loadUnsubscribeLink = (id: string): Statement<UnsubscribeLink> => sql<UnsubscribeLink>`
  select l.candidate_id as "candidateId", l.address, l.purpose,
    exists (select from messaging.message m where m.id = l.id and m.candidate_id = l.candidate_id) as "isOnRecord"
  from messaging.unsubscribe_link l where l.id = ${id}`
