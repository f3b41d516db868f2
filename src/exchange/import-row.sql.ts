import { type Fragment, jsonRows, type Statement, sql } from '../kernel/sql.ts'
import type { Remark } from './model/person-in-row.ts'
import type { Counted, Outcome } from './model/totals.ts'

export interface FileRow {
  readonly number: number
  readonly cells: readonly string[]
}

export const insertRows = (importId: string, rows: readonly FileRow[]): Statement<unknown> => sql`
  insert into exchange.import_row (import_id, number, cells)
  select ${importId}::uuid, r.number, r.cells from ${jsonRows(rows, 'number int, cells jsonb')}
  on conflict (import_id, number) do nothing`

export const countRows = (importId: string): Statement<{ count: number }> =>
  sql<{ count: number }>`select count(*) as count from exchange.import_row where import_id = ${importId}`

/** The rows after a line, in the order of the file. */
export const loadRowsAfter = (
  importId: string,
  number: number,
  limit: number,
): Statement<FileRow> => sql<FileRow>`
  select number, cells from exchange.import_row where import_id = ${importId} and number > ${number}
  order by number limit ${limit}`

/** The next rows to come in: who must not be contacted first, so that no mail can be quicker. */
export const loadWaiting = (importId: string, limit: number): Statement<FileRow> => sql<FileRow>`
  select number, cells from exchange.import_row where import_id = ${importId} and outcome is null
  order by is_held desc, number limit ${limit}`

/** Cells of the given columns (counted from 0), of rows where one of them says anything. */
export const loadCellsOf = (
  importId: string,
  columns: readonly number[],
): Statement<{ number: number; cells: readonly (string | null)[] }> => sql<{
  number: number
  cells: readonly (string | null)[]
}>`
  select number, array(select cells ->> c from unnest(${columns}::int[]) c) as cells
  from exchange.import_row where import_id = ${importId} and outcome is null
    and exists (select from unnest(${columns}::int[]) c where trim(coalesce(cells ->> c, '')) <> '')`

/** Marks the rows that stop contact. */
export const markHeld = (importId: string, numbers: readonly number[]): Statement<unknown> => sql`
  update exchange.import_row set is_held = number = any(${numbers}::int[])
  where import_id = ${importId} and is_held <> (number = any(${numbers}::int[]))`

export interface ForeseenRow {
  readonly number: number
  readonly foreseen: Outcome
  readonly says: readonly Remark[]
  readonly candidateId: string | null
  readonly sameAsRow: number | null
  readonly suggestions: number
}

export const saveForeseen = (importId: string, rows: readonly ForeseenRow[]): Statement<unknown> => sql`
  update exchange.import_row i set foreseen = r.foreseen, foreseen_says = r.says, foreseen_candidate_id = r."candidateId",
    same_as_row = r."sameAsRow", suggestions = r.suggestions
  from ${jsonRows(rows, 'number int, foreseen text, says jsonb, "candidateId" uuid, "sameAsRow" int, suggestions int')}
  where i.import_id = ${importId} and i.number = r.number`

/** For each key the first row that has it. */
export const loadKeyRows = (
  importId: string,
  keys: readonly string[],
): Statement<{ key: string; number: number }> => sql<{ key: string; number: number }>`
  select k.key, k.number from unnest(${keys}::text[]) r(key)
  join exchange.import_key k on k.import_id = ${importId} and k.key = r.key`

/** Notes which row has a key first. */
export const insertKeyRows = (
  importId: string,
  rows: readonly { readonly key: string; readonly number: number }[],
): Statement<unknown> => sql`
  insert into exchange.import_key (import_id, key, number)
  select ${importId}::uuid, r.key, r.number from ${jsonRows(rows, 'key text, number int')}
  on conflict (import_id, key) do nothing`

/** Keys serve the preview only, and they are people's addresses. */
export const deleteKeys = (importId: string): Statement<unknown> =>
  sql`delete from exchange.import_key where import_id = ${importId}`

export interface DoneRow {
  readonly number: number
  readonly outcome: Outcome
  readonly says: readonly Remark[]
  readonly candidateId: string | null
  readonly suggestions: number
  readonly tagIds: readonly string[]
  readonly noteId: string | null
}

export const saveOutcomes = (importId: string, rows: readonly DoneRow[]): Statement<unknown> => sql`
  update exchange.import_row i set outcome = r.outcome, says = r.says, candidate_id = r."candidateId",
    suggestions = r.suggestions, tag_ids = array(select jsonb_array_elements_text(r."tagIds")::uuid), note_id = r."noteId"
  from ${jsonRows(rows, 'number int, outcome text, says jsonb, "candidateId" uuid, suggestions int, "tagIds" jsonb, "noteId" uuid')}
  where i.import_id = ${importId} and i.number = r.number`

export interface BroughtRow {
  readonly number: number
  readonly outcome: Outcome
  readonly candidateId: string
  readonly tagIds: readonly string[]
  readonly noteId: string | null
}

/** The next rows to take back. */
export const loadToRevert = (importId: string, limit: number): Statement<BroughtRow> => sql<BroughtRow>`
  select number, outcome, candidate_id as "candidateId", tag_ids as "tagIds", note_id as "noteId"
  from exchange.import_row
  where import_id = ${importId} and outcome in ('added', 'joined') and reverted is null and candidate_id is not null
  order by number limit ${limit}`

/** Which of these records the file made, whatever the row. */
export const loadMade = (
  importId: string,
  ids: readonly string[],
): Statement<{ candidateId: string }> => sql<{
  candidateId: string
}>`
  select distinct candidate_id as "candidateId" from exchange.import_row
  where import_id = ${importId} and candidate_id = any(${ids}::uuid[]) and outcome = 'added'`

export const saveReverted = (
  importId: string,
  rows: readonly { readonly number: number; readonly reverted: string }[],
): Statement<unknown> => sql`
  update exchange.import_row i set reverted = r.reverted from ${jsonRows(rows, 'number int, reverted text')}
  where i.import_id = ${importId} and i.number = r.number`

/** Rows of people who are gone with another of their rows. */
export const settleReverted = (importId: string): Statement<unknown> => sql`
  update exchange.import_row set reverted = 'removed'
  where import_id = ${importId} and outcome in ('added', 'joined') and reverted is null`

export const countByOutcome = (importIds: readonly string[]): Statement<Counted> => sql<Counted>`
  select import_id as "importId", foreseen, outcome, reverted, count(*) as rows,
    count(*) filter (where suggestions > 0) as suggested
  from exchange.import_row where import_id = any(${importIds}::uuid[]) group by 1, 2, 3, 4`

export interface ShownRow {
  readonly number: number
  readonly cells: readonly string[]
  readonly foreseen: Outcome | null
  readonly outcome: Outcome | null
  readonly says: readonly Remark[]
  readonly candidateId: string | null
  readonly sameAsRow: number | null
  readonly suggestions: number
  readonly reverted: string | null
}

/** Rows for the report: what became of them, else what would. */
export const loadShown = (
  importId: string,
  after: number,
  limit: number,
  only: { readonly outcome?: string | undefined; readonly suggested?: boolean | undefined },
): Statement<ShownRow> => {
  const conditions: Fragment[] = [sql`import_id = ${importId} and number > ${after}`]
  if (only.outcome)
    conditions.push(sql`(outcome = ${only.outcome} or (outcome is null and foreseen = ${only.outcome}))`)
  if (only.suggested) conditions.push(sql`suggestions > 0`)
  return sql<ShownRow>`
    select number, cells, foreseen, outcome, case when outcome is null then foreseen_says else says end as says,
      case when outcome is null then foreseen_candidate_id else candidate_id end as "candidateId",
      same_as_row as "sameAsRow", suggestions, reverted
    from exchange.import_row where ${sql.join(conditions, sql` and `)} order by number limit ${limit}`
}
