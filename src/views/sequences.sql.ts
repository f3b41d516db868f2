import { visibleCandidate } from '../candidates/door.ts'
import { visibleSequence } from '../crm/door.ts'
import type { EnrolmentState } from '../crm/model/enrolment.ts'
import type { SequenceState } from '../crm/model/sequence.ts'
import type { Actor } from '../kernel/model/actor.ts'
import type { Instant } from '../kernel/model/time.ts'
import { type Statement, sql } from '../kernel/sql.ts'

export interface SequenceLine {
  readonly id: string
  readonly name: string
  readonly access: 'team' | 'private'
  readonly state: SequenceState
  readonly ownerId: string
  readonly ownerName: string
  readonly steps: number
  readonly people: number
  /** Who is in it still: the next step comes, or waits. */
  readonly active: number
  /** For whom somebody must write a line, or mend what stopped the next step. */
  readonly waiting: number
  readonly replied: number
  readonly interested: number
}

const open = sql`('active', 'waiting-for-line', 'paused')`

/** Sequences in sight with how they do: one pass over the people in all of them. */
export const loadSequences = (
  actor: Actor,
  which: { readonly sequenceId: string } | { readonly archived: boolean },
): Statement<SequenceLine> => sql<SequenceLine>`
  with shown as materialized (
    select s.* from crm.sequence s where ${visibleSequence(actor, 's')}
      ${'sequenceId' in which ? sql`and s.id = ${which.sequenceId}` : sql`and (s.state = 'archived') = ${which.archived}`}
  ), counted as (
    select e.sequence_id, count(*) as people, count(*) filter (where e.state in ${open}) as active,
      count(*) filter (where e.state in ('waiting-for-line', 'paused')) as waiting,
      count(e.replied_at) as replied, count(*) filter (where e.answer = 'interested') as interested
    from shown join crm.enrolment e on e.sequence_id = shown.id join candidates.candidate c on c.id = e.candidate_id
    where ${visibleCandidate(actor, 'c')} group by 1
  )
  select s.id, s.name, s.access, s.state, s.owner_id as "ownerId", u.name as "ownerName",
    (select count(*) from crm.sequence_step t where t.sequence_id = s.id) as steps,
    coalesce(n.people, 0) as people, coalesce(n.active, 0) as active, coalesce(n.waiting, 0) as waiting,
    coalesce(n.replied, 0) as replied, coalesce(n.interested, 0) as interested
  from shown s join accounts.user_account u on u.id = s.owner_id left join counted n on n.sequence_id = s.id
  order by kernel.fold(s.name), s.id limit 1000`

export interface StepFigures {
  readonly id: string
  readonly position: number
  readonly waitDays: number
  readonly subject: string
  readonly body: string
  readonly needsPersonalLine: boolean
  readonly sameThread: boolean
  readonly sent: number
  readonly replied: number
  /** Whose sequence ended after this step for anything but an answer. */
  readonly stopped: number
}

/** The steps of a sequence, each with what came of it. */
export const loadStepFigures = (actor: Actor, sequenceId: string): Statement<StepFigures> => sql<StepFigures>`
  with person as materialized (
    select e.id, e.next_step, e.replied_at, e.state, e.stopped_because from crm.enrolment e
    join candidates.candidate c on c.id = e.candidate_id where e.sequence_id = ${sequenceId} and ${visibleCandidate(actor, 'c')}
  )
  select t.id, t.position, t.wait_days as "waitDays", t.subject, t.body, t.needs_personal_line as "needsPersonalLine",
    t.same_thread as "sameThread",
    (select count(*) from crm.step_mail m join person p on p.id = m.enrolment_id
      join messaging.message sent on sent.id = m.message_id and sent.state = 'sent' where m.step_id = t.id) as sent,
    (select count(*) from person p where p.replied_at is not null and p.next_step = t.position + 1) as replied,
    (select count(*) from person p where p.state = 'stopped' and p.stopped_because <> 'reply' and p.next_step = t.position + 1) as stopped
  from crm.sequence_step t where t.sequence_id = ${sequenceId} order by t.position`

export interface EnrolledPerson {
  readonly enrolmentId: string
  readonly candidateId: string
  readonly name: string
  readonly title: string | null
  readonly company: string | null
  readonly state: EnrolmentState
  readonly stoppedBecause: string | null
  readonly heldBecause: string | null
  readonly nextStep: number
  readonly dueAt: Instant
  readonly senderId: string
  readonly senderName: string
  readonly repliedAt: Instant | null
  readonly answer: string | null
  readonly enrolledAt: Instant
}

/** One page of the people in a sequence, the latest enrolled first. */
export const loadEnrolled = (
  actor: Actor,
  sequenceId: string,
  page: {
    readonly states: readonly EnrolmentState[]
    readonly most: number
    readonly after?: { readonly at: string; readonly id: string } | undefined
  },
): Statement<EnrolledPerson> => sql<EnrolledPerson>`
  select e.id as "enrolmentId", c.id as "candidateId", c.name, c.title, c.company, e.state, e.stopped_because as "stoppedBecause",
    e.held_because as "heldBecause", e.next_step as "nextStep", e.due_at as "dueAt", e.sender_id as "senderId", u.name as "senderName",
    e.replied_at as "repliedAt", e.answer, e.enrolled_at as "enrolledAt"
  from crm.enrolment e join crm.sequence s on s.id = e.sequence_id join candidates.candidate c on c.id = e.candidate_id
  join accounts.user_account u on u.id = e.sender_id
  where e.sequence_id = ${sequenceId} and ${visibleSequence(actor, 's')} and ${visibleCandidate(actor, 'c')}
    and e.state = any(${page.states}::text[])
    ${page.after ? sql`and (e.enrolled_at, e.id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)` : sql``}
  order by e.enrolled_at desc, e.id desc limit ${page.most}`
