import type { Instant } from '../kernel/model/time.ts'
import { type Fragment, jsonRows, type Statement, sql } from '../kernel/sql.ts'
import type { Mapping } from './model/mapping.ts'
import type { Totals } from './model/totals.ts'

export type ImportState =
  | 'reading'
  | 'unreadable'
  | 'ready'
  | 'previewing'
  | 'previewed'
  | 'running'
  | 'done'
  | 'cancelled'
  | 'reverting'
  | 'reverted'

export interface ImportRow {
  readonly id: string
  readonly fileName: string
  readonly storageKey: string
  readonly state: ImportState
  readonly problem: string | null
  readonly headerRow: number | null
  readonly headers: readonly string[]
  readonly rowCount: number
  readonly mapping: Mapping | null
  readonly previewedTo: number
  /** As of the last time work on it ended. */
  readonly totals: Totals | null
  readonly startedBy: string | null
  readonly startedAt: Instant
  readonly progressedAt: Instant
  readonly finishedAt: Instant | null
  readonly revertedAt: Instant | null
  readonly forgottenAt: Instant | null
}

const columns = sql`i.id, i.file_name as "fileName", i.storage_key as "storageKey", i.state, i.problem,
  i.header_row as "headerRow", i.headers, i.row_count as "rowCount", i.mapping, i.previewed_to as "previewedTo", i.totals,
  i.started_by as "startedBy", i.started_at as "startedAt", i.progressed_at as "progressedAt",
  i.finished_at as "finishedAt", i.reverted_at as "revertedAt", i.forgotten_at as "forgottenAt"`

export const insertImport = (row: {
  readonly id: string
  readonly fileName: string
  readonly storageKey: string
  readonly startedBy: string | null
  readonly at: Instant
}): Statement<unknown> => sql`
  insert into exchange.import (id, file_name, storage_key, started_by, started_at, progressed_at)
  values (${row.id}, ${row.fileName}, ${row.storageKey}, ${row.startedBy}, ${row.at}, ${row.at})`

export const loadImport = (id: string): Statement<ImportRow> =>
  sql<ImportRow>`select ${columns} from exchange.import i where i.id = ${id}`

/** Two processes that work on one import take turns by this lock. */
export const lockImport = (id: string): Statement<ImportRow> =>
  sql<ImportRow>`select ${columns} from exchange.import i where i.id = ${id} for update`

export const loadImports = (
  limit: number,
  before: { readonly startedAt: string; readonly id: string } | undefined,
): Statement<ImportRow> => sql<ImportRow>`
  select ${columns} from exchange.import i
  where ${before ? sql`(i.started_at, i.id) < (${before.startedAt}::timestamptz, ${before.id}::uuid)` : sql`true`}
  order by i.started_at desc, i.id desc limit ${limit}`

/** Changes the given columns and notes a sign of life. */
export const updateImport = (
  id: string,
  at: Instant,
  change: Partial<{
    readonly state: ImportState
    readonly problem: string
    readonly headerRow: number | null
    readonly headers: readonly string[]
    readonly rowCount: number
    readonly mapping: Mapping
    readonly previewedTo: number
    readonly totals: Totals
    readonly finishedAt: Instant
    readonly revertedAt: Instant
    readonly forgottenAt: Instant
  }>,
): Statement<unknown> => {
  const set: Fragment[] = [sql`progressed_at = greatest(progressed_at, ${at}::timestamptz)`]
  if (change.state !== undefined) set.push(sql`state = ${change.state}`)
  if (change.problem !== undefined) set.push(sql`problem = ${change.problem}`)
  if (change.headerRow !== undefined) set.push(sql`header_row = ${change.headerRow}`)
  if (change.headers !== undefined) set.push(sql`headers = ${JSON.stringify(change.headers)}::jsonb`)
  if (change.rowCount !== undefined) set.push(sql`row_count = ${change.rowCount}`)
  if (change.mapping !== undefined) set.push(sql`mapping = ${JSON.stringify(change.mapping)}::jsonb`)
  if (change.previewedTo !== undefined) set.push(sql`previewed_to = ${change.previewedTo}`)
  if (change.totals !== undefined) set.push(sql`totals = ${JSON.stringify(change.totals)}::jsonb`)
  if (change.finishedAt !== undefined) set.push(sql`finished_at = ${change.finishedAt}`)
  if (change.revertedAt !== undefined) set.push(sql`reverted_at = ${change.revertedAt}`)
  if (change.forgottenAt !== undefined) set.push(sql`forgotten_at = ${change.forgottenAt}`)
  return sql`update exchange.import set ${sql.join(set)} where id = ${id}`
}

/** Imports that say they work but gave no sign of life since: their process was killed. */
export const loadStalled = (since: Instant): Statement<{ id: string; state: ImportState }> => sql<{
  id: string
  state: ImportState
}>`
  select id, state from exchange.import
  where state in ('reading', 'previewing', 'running', 'reverting') and progressed_at < ${since} limit 20`

/** Finished imports whose rows still hold people's values. */
export const loadForgettable = (before: Instant): Statement<{ id: string }> => sql<{ id: string }>`
  select id from exchange.import where forgotten_at is null and progressed_at < ${before}
    and state not in ('previewing', 'running', 'reverting') order by id limit 20`

export const forgetRows = (importId: string): Statement<unknown> => sql`
  update exchange.import_row set cells = '[]', says = '[]', foreseen_says = '[]' where import_id = ${importId}`

export interface MappingRow {
  readonly id: string
  readonly name: string
  readonly headersKey: string
  readonly content: Mapping
}

export const saveMapping = (row: MappingRow, at: Instant, by: string | null): Statement<unknown> => sql`
  insert into exchange.mapping (id, name, headers_key, content, saved_at, saved_by)
  values (${row.id}, ${row.name}, ${row.headersKey}, ${JSON.stringify(row.content)}::jsonb, ${at}, ${by})
  on conflict (headers_key) do update set name = excluded.name, content = excluded.content,
    saved_at = excluded.saved_at, saved_by = excluded.saved_by`

export const loadMappingFor = (headersKey: string): Statement<MappingRow> => sql<MappingRow>`
  select id, name, headers_key as "headersKey", content from exchange.mapping where headers_key = ${headersKey}`

/** Whom a system's ids stand for. */
export const loadExternal = (
  ids: readonly { readonly system: string; readonly externalId: string }[],
): Statement<{ system: string; externalId: string; candidateId: string }> => sql<{
  system: string
  externalId: string
  candidateId: string
}>`
  select e.system, e.external_id as "externalId", e.candidate_id as "candidateId"
  from ${jsonRows(ids, 'system text, "externalId" text')}
  join exchange.external_id e on e.system = r.system and e.external_id = r."externalId"`

export const insertExternal = (
  rows: readonly { readonly system: string; readonly externalId: string; readonly candidateId: string }[],
  importId: string,
): Statement<unknown> => sql`
  insert into exchange.external_id (system, external_id, candidate_id, import_id)
  select r.system, r."externalId", r."candidateId", ${importId}::uuid
  from ${jsonRows(rows, 'system text, "externalId" text, "candidateId" uuid')}
  on conflict (system, external_id) do nothing`

export const deleteExternalOf = (
  importId: string,
  candidateIds: readonly string[],
): Statement<unknown> => sql`
  delete from exchange.external_id where import_id = ${importId} and candidate_id = any(${candidateIds}::uuid[])`
