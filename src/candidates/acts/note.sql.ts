import { type Actor, holds } from '../../kernel/model/actor.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import { readRecruiterNotes } from '../model/permissions.ts'

/**
 * Which notes of a visible candidate the actor may read, as a condition on `alias`: the team's, one's own, those
 * that mention one, and with the right those for recruiters. Candidates and visitors read none.
 */
export const visibleNote = (actor: Actor, alias: string): Fragment => {
  const n = sql.raw(alias)
  if (actor.kind === 'system') return sql`${n}.deleted_at is null`
  if (actor.kind !== 'user') return sql`false`
  const audiences = holds(actor, readRecruiterNotes) ? sql`('team', 'recruiters')` : sql`('team')`
  return sql`(${n}.deleted_at is null and (${n}.private_to in ${audiences} or ${n}.written_by = ${actor.id}
    or (${n}.private_to = 'recruiters' and ${n}.mentions @> array[${actor.id}]::uuid[])))`
}

export interface NoteRow {
  readonly id: string
  readonly candidateId: string
  readonly applicationId: string | null
  readonly body: string
  readonly privateTo: string
  readonly mentions: readonly string[]
}

export const insertNotes = (
  rows: readonly NoteRow[],
  by: string | null,
  at: Instant,
): Statement<unknown> => sql`
  insert into candidates.note (id, candidate_id, application_id, body, private_to, mentions, written_by, written_at)
  select id, "candidateId", "applicationId", body, "privateTo", mentions, ${by}::uuid, ${at}
  from ${jsonRows(rows, 'id uuid, "candidateId" uuid, "applicationId" uuid, body text, "privateTo" text, mentions uuid[]')}`

/** One's own note, locked, if it is not deleted. */
export const lockOwnNote = (
  id: string,
  by: string | null,
): Statement<{ id: string; candidateId: string; applicationId: string | null }> => sql<{
  id: string
  candidateId: string
  applicationId: string | null
}>`
  select id, candidate_id as "candidateId", application_id as "applicationId" from candidates.note
  where id = ${id} and written_by = ${by}::uuid and deleted_at is null for update`

export const updateNote = (id: string, body: string, at: Instant): Statement<unknown> => sql`
  update candidates.note set body = ${body}, edited_at = ${at} where id = ${id}`

/** The text goes with the note; that there was one stays. */
export const blankNote = (id: string, at: Instant): Statement<unknown> => sql`
  update candidates.note set body = '', deleted_at = ${at} where id = ${id}`

export const insertTasks = (
  rows: readonly {
    readonly id: string
    readonly candidateId: string
    readonly applicationId: string | null
    readonly title: string
    readonly due: string | null
    readonly assignedTo: string
  }[],
  by: string | null,
  at: Instant,
): Statement<unknown> => sql`
  insert into candidates.task (id, candidate_id, application_id, title, due, assigned_to, assigned_by, created_at)
  select id, "candidateId", "applicationId", title, due, "assignedTo", ${by}::uuid, ${at}
  from ${jsonRows(rows, 'id uuid, "candidateId" uuid, "applicationId" uuid, title text, due date, "assignedTo" uuid')}`

export interface TaskRow {
  readonly id: string
  readonly candidateId: string | null
  readonly assignedTo: string
}

/** Marks tasks done or open again where that changes something. */
export const setTasksDone = (
  ids: readonly string[],
  isDone: boolean,
  by: string | null,
  at: Instant,
): Statement<TaskRow> => sql<TaskRow>`
  update candidates.task set done_at = ${isDone ? sql`${at}::timestamptz` : sql`null`}, done_by = ${isDone ? sql`${by}::uuid` : sql`null`}
  where id = any(${ids}::uuid[]) and (done_at is null) = ${isDone}
  returning id, candidate_id as "candidateId", assigned_to as "assignedTo"`

/** The people whom tasks are about, and who has the task. */
export const loadTasks = (ids: readonly string[]): Statement<TaskRow> => sql<TaskRow>`
  select id, candidate_id as "candidateId", assigned_to as "assignedTo" from candidates.task where id = any(${ids}::uuid[])`
