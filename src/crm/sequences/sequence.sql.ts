import { type Actor, holds } from '../../kernel/model/actor.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import { seePrivateSequences, seeSequences } from '../model/permissions.ts'
import type { SequenceState, SequenceStep } from '../model/sequence.ts'

/** Which sequences an actor knows of, as a condition on the table alias `alias` (code, never input). */
export const visibleSequence = (actor: Actor, alias: string): Fragment => {
  if (actor.kind === 'system') return sql`true`
  if (actor.kind !== 'user' || !holds(actor, seeSequences)) return sql`false`
  if (holds(actor, seePrivateSequences)) return sql`true`
  const s = sql.raw(alias)
  return sql`(${s}.access = 'team' or ${s}.owner_id = ${actor.id}
    or exists (select from crm.enrolment mine where mine.sequence_id = ${s}.id and mine.sender_id = ${actor.id}))`
}

export interface SequenceRow {
  readonly id: string
  readonly name: string
  readonly access: 'team' | 'private'
  readonly ownerId: string
  readonly state: SequenceState
}

const columns = sql`s.id, s.name, s.access, s.owner_id as "ownerId", s.state`

export const lockSequences = (
  actor: Actor,
  ids: readonly string[],
): Statement<SequenceRow> => sql<SequenceRow>`
  select ${columns} from crm.sequence s where s.id = any(${ids}::uuid[]) and ${visibleSequence(actor, 's')} for update`

export const loadSequence = (actor: Actor, id: string): Statement<SequenceRow> => sql<SequenceRow>`
  select ${columns} from crm.sequence s where s.id = ${id} and ${visibleSequence(actor, 's')}`

/** Answers nothing where another sequence at work has the name. */
export const insertSequence = (
  sequence: Omit<SequenceRow, 'state'>,
  at: Instant,
): Statement<{ id: string }> => sql<{ id: string }>`
  insert into crm.sequence (id, name, access, owner_id, created_at, updated_at)
  values (${sequence.id}, ${sequence.name}, ${sequence.access}, ${sequence.ownerId}, ${at}, ${at})
  on conflict do nothing returning id`

/** Of these names, those that another sequence at work has. */
export const namesTaken = (
  those: readonly { readonly id: string; readonly name: string }[],
): Statement<{ id: string }> => sql<{ id: string }>`
  select s.id from crm.sequence s join ${jsonRows(those, 'id uuid, name text')}
    on kernel.fold(r.name) = kernel.fold(s.name) and r.id <> s.id where s.state <> 'archived'`

export const updateSequence = (sequence: SequenceRow, at: Instant): Statement<unknown> => sql`
  update crm.sequence set name = ${sequence.name}, access = ${sequence.access}, owner_id = ${sequence.ownerId},
    updated_at = ${at} where id = ${sequence.id}`

export const setState = (
  ids: readonly string[],
  state: SequenceState,
  at: Instant,
): Statement<{ id: string }> => sql<{ id: string }>`
  update crm.sequence set state = ${state}, updated_at = ${at} where id = any(${ids}::uuid[]) and state <> ${state} returning id`

export const loadSteps = (
  sequenceIds: readonly string[],
): Statement<SequenceStep & { sequenceId: string }> => sql<SequenceStep & { sequenceId: string }>`
  select t.id, t.sequence_id as "sequenceId", t.position, t.wait_days as "waitDays", t.subject, t.body,
    t.needs_personal_line as "needsPersonalLine", t.same_thread as "sameThread"
  from crm.sequence_step t where t.sequence_id = any(${sequenceIds}::uuid[]) order by t.sequence_id, t.position`

/** The steps that anybody was sent. */
export const sentSteps = (sequenceId: string): Statement<{ id: string; position: number }> => sql<{
  id: string
  position: number
}>`
  select t.id, t.position from crm.sequence_step t
  where t.sequence_id = ${sequenceId} and exists (select from crm.step_mail m where m.step_id = t.id)`

/** Replaces the steps: given ids stay the same rows, others are new, the rest is deleted. */
export const saveSteps = (sequenceId: string, steps: readonly SequenceStep[]): Statement<unknown> => sql`
  with wanted as (select * from ${jsonRows(
    steps,
    'id uuid, position int, "waitDays" int, subject text, body text, "needsPersonalLine" boolean, "sameThread" boolean',
  )}),
  gone as (delete from crm.sequence_step t where t.sequence_id = ${sequenceId} and not exists (select from wanted w where w.id = t.id))
  insert into crm.sequence_step (id, sequence_id, position, wait_days, subject, body, needs_personal_line, same_thread)
  select id, ${sequenceId}, position, "waitDays", subject, body, "needsPersonalLine", "sameThread" from wanted
  on conflict (id) do update set position = excluded.position, wait_days = excluded.wait_days, subject = excluded.subject,
    body = excluded.body, needs_personal_line = excluded.needs_personal_line, same_thread = excluded.same_thread`
