import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import type { EnrolmentRow } from './enrolment.sql.ts'

export interface DueStep extends EnrolmentRow {
  /** When the step before was made ready; none before the first. */
  readonly lastStepAt: Instant | null
}

/** Batches are taken one after the other, so that a sender's daily share holds over all workers. */
export const lockSendingOfSteps = (): Statement<unknown> => sql`select pg_advisory_xact_lock(78120272)`

/** Whose next step has come, in sequences that run; of each sender no more than is left of the day's share. */
export const lockDueSteps = (
  now: Instant,
  by: { readonly limit: number; readonly aSenderADay: number },
): Statement<DueStep> => sql<DueStep>`
  with sent as (
    select sender_id, count(*) as mails from crm.step_mail where queued_at > ${now}::timestamptz - interval '1 day' group by sender_id
  ), due as (
    select e.id, e.sender_id, row_number() over (partition by e.sender_id order by e.due_at, e.id) as nth
    from crm.enrolment e join crm.sequence s on s.id = e.sequence_id and s.state = 'running'
    where e.state = 'active' and e.due_at <= ${now}
  )
  select e.id, e.sequence_id as "sequenceId", e.candidate_id as "candidateId", e.sender_id as "senderId", e.state,
    e.stopped_because as "stoppedBecause", e.next_step as "nextStep", e.attempt, e.due_at as "dueAt",
    e.thread_id as "threadId", e.replied_at as "repliedAt",
    (select max(m.queued_at) from crm.step_mail m where m.enrolment_id = e.id) as "lastStepAt"
  from crm.enrolment e
  where e.state = 'active' and e.id in (select due.id from due left join sent using (sender_id)
    where due.nth <= ${by.aSenderADay} - coalesce(sent.mails, 0))
  order by e.due_at, e.id limit ${by.limit} for update skip locked`

/** Notes the mail of a step, and that the next one is due. A step that has its mail keeps it. */
export const saveStepMails = (
  rows: readonly {
    readonly enrolmentId: string
    readonly stepId: string
    readonly messageId: string
    readonly senderId: string
    readonly threadId: string
    readonly nextStep: number
    readonly dueAt: Instant
  }[],
  at: Instant,
): Statement<unknown> => sql`
  with said as (select * from ${jsonRows(
    rows,
    '"enrolmentId" uuid, "stepId" uuid, "messageId" uuid, "senderId" uuid, "threadId" uuid, "nextStep" int, "dueAt" timestamptz',
  )}), noted as (
    insert into crm.step_mail (enrolment_id, step_id, message_id, sender_id, queued_at)
    select "enrolmentId", "stepId", "messageId", "senderId", ${at} from said on conflict do nothing
  )
  update crm.enrolment e set next_step = said."nextStep", due_at = said."dueAt", thread_id = said."threadId", held_because = null
  from said where e.id = said."enrolmentId"`
