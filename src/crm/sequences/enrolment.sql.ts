import type { Actor } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import type { EnrolmentState } from '../model/enrolment.ts'
import { visibleSequence } from './sequence.sql.ts'

export interface EnrolmentRow {
  readonly id: string
  readonly sequenceId: string
  readonly candidateId: CandidateId
  readonly senderId: string
  readonly state: EnrolmentState
  readonly stoppedBecause: string | null
  readonly nextStep: number
  readonly attempt: number
  readonly dueAt: Instant
  readonly threadId: string | null
  readonly repliedAt: Instant | null
}

const columns = sql`e.id, e.sequence_id as "sequenceId", e.candidate_id as "candidateId", e.sender_id as "senderId", e.state,
  e.stopped_because as "stoppedBecause", e.next_step as "nextStep", e.attempt, e.due_at as "dueAt", e.thread_id as "threadId",
  e.replied_at as "repliedAt"`
const isOpen = sql`e.state in ('active', 'waiting-for-line', 'paused')`

/** Whoever is in this sequence, or still in another, is left out of the answer. */
export const insertEnrolments = (
  into: { readonly sequenceId: string; readonly senderId: string; readonly by: string | null },
  people: readonly { readonly id: string; readonly candidateId: string; readonly dueAt: Instant }[],
  at: Instant,
): Statement<EnrolmentRow> => sql<EnrolmentRow>`
  insert into crm.enrolment as e (id, sequence_id, candidate_id, sender_id, due_at, enrolled_at, enrolled_by)
  select id, ${into.sequenceId}, "candidateId", ${into.senderId}, "dueAt", ${at}, ${into.by}::uuid
  from ${jsonRows(people, 'id uuid, "candidateId" uuid, "dueAt" timestamptz')}
  on conflict do nothing returning ${columns}`

/** Of these people, who is in the sequence or was, and who is still in another. */
export const enrolledAlready = (
  sequenceId: string,
  candidateIds: readonly string[],
): Statement<{ candidateId: string; here: boolean }> => sql<{ candidateId: string; here: boolean }>`
  select e.candidate_id as "candidateId", bool_or(e.sequence_id = ${sequenceId}) as here from crm.enrolment e
  where e.candidate_id = any(${candidateIds}::uuid[]) and (e.sequence_id = ${sequenceId} or ${isOpen}) group by 1`

const locked = (condition: Fragment): Statement<EnrolmentRow> =>
  sql<EnrolmentRow>`select ${columns} from crm.enrolment e where ${condition} order by e.id for update of e`

/** Enrolments in sequences in sight. */
export const lockEnrolments = (actor: Actor, ids: readonly string[]): Statement<EnrolmentRow> =>
  locked(sql`e.id = any(${ids}::uuid[])
    and exists (select from crm.sequence s where s.id = e.sequence_id and ${visibleSequence(actor, 's')})`)

export const enrolmentOf = (sequenceId: string, candidateId: string): Statement<EnrolmentRow> =>
  sql<EnrolmentRow>`select ${columns} from crm.enrolment e
    where e.sequence_id = ${sequenceId} and e.candidate_id = ${candidateId}`

export const lockOpenOf = (candidateIds: readonly string[]): Statement<EnrolmentRow> =>
  locked(sql`e.candidate_id = any(${candidateIds}::uuid[]) and ${isOpen}`)

/** The enrolment whose step a mail is; none where the mail was taken back before. */
export const lockByMail = (messageId: string): Statement<EnrolmentRow> =>
  locked(
    sql`exists (select from crm.step_mail m where m.enrolment_id = e.id and m.message_id = ${messageId})`,
  )

export interface Change {
  readonly id: string
  readonly state: EnrolmentState
  readonly stoppedBecause: string | null
  readonly heldBecause: string | null
  /** Only where it changes. */
  readonly dueAt?: Instant
}

export const saveChanges = (changes: readonly Change[], at: Instant): Statement<unknown> => sql`
  update crm.enrolment e set state = r.state, stopped_because = r."stoppedBecause", held_because = r."heldBecause",
    due_at = coalesce(r."dueAt", e.due_at), ended_at = case when r.state in ('finished', 'stopped') then ${at}::timestamptz end
  from ${jsonRows(changes, 'id uuid, state text, "stoppedBecause" text, "heldBecause" text, "dueAt" timestamptz')}
  where e.id = r.id`

/** The mails of the last step of each, whether they left or not. */
export const lastMailsOf = (enrolmentIds: readonly string[]): Statement<{ messageId: string }> => sql<{
  messageId: string
}>`
  select m.message_id as "messageId" from crm.step_mail m join crm.enrolment e on e.id = m.enrolment_id
  join crm.sequence_step t on t.id = m.step_id and t.position = e.next_step - 1
  where e.id = any(${enrolmentIds}::uuid[])`

/** A mail that never left was no step: the step is due again since then, under a key of its own. */
export const takeStepsBack = (messageIds: readonly string[]): Statement<unknown> => sql`
  with gone as (delete from crm.step_mail where message_id = any(${messageIds}::uuid[]) returning enrolment_id, queued_at)
  update crm.enrolment e set next_step = e.next_step - 1, attempt = e.attempt + 1, due_at = gone.queued_at from gone where e.id = gone.enrolment_id`

/** That they wrote, while a sequence ran or after its last step. */
export const saveReplied = (
  candidateIds: readonly string[],
  at: Instant,
): Statement<{ id: string; candidateId: CandidateId; sequenceId: string; state: EnrolmentState }> => sql<{
  id: string
  candidateId: CandidateId
  sequenceId: string
  state: EnrolmentState
}>`
  update crm.enrolment e set replied_at = ${at}
  where e.candidate_id = any(${candidateIds}::uuid[]) and e.replied_at is null
    and (${isOpen} or e.state = 'finished' or e.stopped_because = 'reply')
  returning e.id, e.candidate_id as "candidateId", e.sequence_id as "sequenceId", e.state`

export const saveAnswers = (ids: readonly string[], answer: string | null): Statement<{ id: string }> => sql<{
  id: string
}>`
  update crm.enrolment set answer = ${answer} where id = any(${ids}::uuid[]) and answer is distinct from ${answer} returning id`

export const saveLines = (
  lines: readonly { readonly enrolmentId: string; readonly stepId: string; readonly line: string }[],
): Statement<unknown> => sql`
  with said as (select * from ${jsonRows(lines, '"enrolmentId" uuid, "stepId" uuid, line text')}),
  gone as (delete from crm.personal_line p using said where p.enrolment_id = said."enrolmentId"
    and p.step_id = said."stepId" and said.line = '')
  insert into crm.personal_line (enrolment_id, step_id, line)
  select "enrolmentId", "stepId", line from said where line <> ''
  on conflict (enrolment_id, step_id) do update set line = excluded.line`

export const loadLines = (
  enrolmentIds: readonly string[],
): Statement<{ enrolmentId: string; stepId: string; line: string }> => sql<{
  enrolmentId: string
  stepId: string
  line: string
}>`select enrolment_id as "enrolmentId", step_id as "stepId", line from crm.personal_line
  where enrolment_id = any(${enrolmentIds}::uuid[])`

export interface SequenceOfPerson {
  readonly enrolmentId: string
  readonly sequenceId: string
  readonly name: string
  readonly sequenceState: string
  readonly state: EnrolmentState
  readonly stoppedBecause: string | null
  readonly heldBecause: string | null
  readonly nextStep: number
  readonly steps: number
  readonly dueAt: Instant
  readonly senderId: string
}

/** The sequences in sight that a person is in or was, the latest first. */
export const loadSequencesOf = (
  actor: Actor,
  candidateId: string,
): Statement<SequenceOfPerson> => sql<SequenceOfPerson>`
  select e.id as "enrolmentId", s.id as "sequenceId", s.name, s.state as "sequenceState", e.state,
    e.stopped_because as "stoppedBecause", e.held_because as "heldBecause", e.next_step as "nextStep",
    (select count(*) from crm.sequence_step t where t.sequence_id = s.id) as steps, e.due_at as "dueAt", e.sender_id as "senderId"
  from crm.enrolment e join crm.sequence s on s.id = e.sequence_id
  where e.candidate_id = ${candidateId} and ${visibleSequence(actor, 's')} order by e.enrolled_at desc, e.id limit 50`
