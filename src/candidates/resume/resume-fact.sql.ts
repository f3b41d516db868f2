import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

export interface ResumeFactRow {
  readonly id: string
  readonly kind: 'employment' | 'education' | 'skill' | 'language'
  readonly position: number
  readonly content: Readonly<Record<string, unknown>>
}

/**
 * Replaces what was read before; what a person edited stays. `fileId` null: rows typed by hand.
 * Both parts are one statement, so that a reader never sees none.
 */
export const replaceResumeFacts = (
  candidateId: string,
  fileId: string | null,
  rows: readonly ResumeFactRow[],
): Statement<unknown> => sql`
  with gone as (
    delete from candidates.resume_fact where candidate_id = ${candidateId} and edited_at is null
      and file_id is not null
  )
  insert into candidates.resume_fact (id, candidate_id, file_id, kind, position, content)
  select id, ${candidateId}::uuid, ${fileId}::uuid, kind, position, content
  from ${jsonRows(rows, 'id uuid, kind text, position int, content jsonb')}`

/** Which kinds a person has edited by hand: what is read later does not add to them. */
export const editedKinds = (candidateId: string): Statement<{ kind: string }> => sql<{ kind: string }>`
  select distinct kind from candidates.resume_fact where candidate_id = ${candidateId} and edited_at is not null`

/** One kind of a person's facts as they were corrected by hand, whole. */
export const correctResumeFacts = (
  candidateId: string,
  kind: string,
  rows: readonly ResumeFactRow[],
  by: { readonly userId: string | null; readonly at: string },
): Statement<unknown> => sql`
  with gone as (delete from candidates.resume_fact where candidate_id = ${candidateId} and kind = ${kind})
  insert into candidates.resume_fact (id, candidate_id, kind, position, content, edited_by, edited_at)
  select id, ${candidateId}::uuid, kind, position, content, ${by.userId}::uuid, ${by.at}
  from ${jsonRows(rows, 'id uuid, kind text, position int, content jsonb')}`
