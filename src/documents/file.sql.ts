import type { FileId } from '../kernel/model/id.ts'
import type { Instant } from '../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../kernel/sql.ts'
import type { FileKind, FileState } from './model/file.ts'

export interface NewFile {
  readonly id: FileId
  readonly kind: FileKind
  readonly name: string
  readonly media_type: string
  readonly bytes: number
  readonly sha256: string
  readonly storage_key: string
  readonly state: FileState
  readonly uploaded_at: Instant
  readonly uploaded_by_kind: string
  readonly uploaded_by: string | null
  readonly upload_token_hash: string | null
  readonly candidate_id: string | null
  readonly application_id: string | null
}

export const insertFiles = (files: readonly NewFile[]): Statement<unknown> => sql`
  insert into documents.file (id, kind, name, media_type, bytes, sha256, storage_key, state, uploaded_at, uploaded_by_kind, uploaded_by, upload_token_hash, candidate_id, application_id)
  select r.id, r.kind, r.name, r.media_type, r.bytes, r.sha256, r.storage_key, r.state, r.uploaded_at, r.uploaded_by_kind, r.uploaded_by, r.upload_token_hash, r.candidate_id, r.application_id
  from ${jsonRows(files, 'id uuid, kind text, name text, media_type text, bytes bigint, sha256 text, storage_key text, state text, uploaded_at timestamptz, uploaded_by_kind text, uploaded_by uuid, upload_token_hash text, candidate_id uuid, application_id uuid')}`

export interface FileRow {
  readonly id: FileId
  readonly candidateId: string | null
  readonly applicationId: string | null
  readonly kind: FileKind
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly state: FileState
  readonly unreadableReason: string | null
  readonly pages: number | null
  readonly language: string | null
  readonly uploadedAt: Instant
  readonly storageKey: string
}

const columns = sql`id, candidate_id as "candidateId", application_id as "applicationId", kind, name, media_type as "mediaType",
  bytes, state, unreadable_reason as "unreadableReason", pages, language, uploaded_at as "uploadedAt", storage_key as "storageKey"`

export const loadFile = (id: string): Statement<FileRow> =>
  sql<FileRow>`select ${columns} from documents.file where id = ${id}`

export const loadFileNames = (ids: readonly string[]): Statement<{ id: string; name: string }> =>
  sql<{ id: string; name: string }>`select id, name from documents.file where id = any(${ids}::uuid[])`

export const loadFilesOf = (candidateId: string): Statement<FileRow> =>
  sql<FileRow>`select ${columns} from documents.file where candidate_id = ${candidateId} and replaced_by is null order by uploaded_at desc`

export interface FileReading {
  readonly text: string | null
  readonly facts: unknown
  readonly candidateId: string | null
  readonly kind: FileKind
  readonly state: FileState
  readonly unreadableReason: string | null
  readonly name: string
  readonly bytes: number
  readonly pages: number | null
}

const reading = sql`text, facts, candidate_id as "candidateId", kind, state, unreadable_reason as "unreadableReason", name, bytes, pages`

export const loadReading = (id: string): Statement<FileReading> =>
  sql<FileReading>`select ${reading} from documents.file where id = ${id}`

export const loadReadingByToken = (tokenHash: string): Statement<FileReading> =>
  sql<FileReading>`select ${reading} from documents.file where upload_token_hash = ${tokenHash} and candidate_id is null`

/** Takes an upload that is a list of people: its secret works once and it is never read as a résumé. */
export const takeUploadRow = (
  tokenHash: string,
): Statement<{ id: FileId; name: string; bytes: number; state: FileState; storageKey: string }> => sql<{
  id: FileId
  name: string
  bytes: number
  state: FileState
  storageKey: string
}>`
  update documents.file set kind = 'import', upload_token_hash = null
  where upload_token_hash = ${tokenHash} and candidate_id is null
  returning id, name, bytes, state, storage_key as "storageKey"`

export interface UploadRow {
  readonly id: FileId
  readonly kind: FileKind
  readonly state: FileState
  readonly sha256: string
  readonly hash: string
}

/** Uploads by their secrets that belong to nobody yet; nobody else takes or reads them until this transaction ends. */
export const lockUploads = (tokenHashes: readonly string[]): Statement<UploadRow> => sql<UploadRow>`
  select id, kind, state, sha256, upload_token_hash as hash from documents.file
  where upload_token_hash = any(${tokenHashes}) and candidate_id is null order by id for update`

export interface HeldFile {
  readonly id: FileId
  readonly candidateId: string
  readonly kind: FileKind
  readonly sha256: string
}

/** Which of the people have files of these very bytes. */
export const loadHeld = (
  candidateIds: readonly string[],
  sha256s: readonly string[],
): Statement<HeldFile> => sql<HeldFile>`
  select id, candidate_id as "candidateId", kind, sha256 from documents.file
  where candidate_id = any(${candidateIds}::uuid[]) and sha256 = any(${sha256s}) and replaced_by is null`

export const loadHolders = (hash: string, candidateIds: readonly string[]): Statement<{ id: string }> => sql<{
  id: string
}>`
  select distinct f.candidate_id as id from documents.file u
  join documents.file f on f.sha256 = u.sha256 and f.candidate_id = any(${candidateIds}::uuid[]) and f.kind = 'other'
  where u.upload_token_hash = ${hash} and u.candidate_id is null`

/** Gives each upload to its first person. */
export const giveUploads = (
  rows: readonly { readonly id: FileId; readonly candidateId: string; readonly kind: FileKind }[],
): Statement<unknown> => sql`
  update documents.file f set candidate_id = r."candidateId", kind = r.kind, upload_token_hash = null
  from ${jsonRows(rows, 'id uuid, "candidateId" uuid, kind text')} where f.id = r.id`

/** Further people get a row of their own that names the same bytes. */
export const copyFiles = (
  rows: readonly { readonly id: FileId; readonly ofId: FileId; readonly candidateId: string }[],
): Statement<unknown> => sql`
  insert into documents.file (id, candidate_id, kind, name, media_type, bytes, sha256, storage_key, state, unreadable_reason,
    pages, text, facts, language, uploaded_at, uploaded_by_kind, uploaded_by, read_at)
  select r.id, r."candidateId", f.kind, f.name, f.media_type, f.bytes, f.sha256, f.storage_key, f.state, f.unreadable_reason,
    f.pages, f.text, f.facts, f.language, f.uploaded_at, f.uploaded_by_kind, f.uploaded_by, f.read_at
  from ${jsonRows(rows, 'id uuid, "ofId" uuid, "candidateId" uuid')} join documents.file f on f.id = r."ofId"`

export const loadGiven = (
  ids: readonly string[],
): Statement<{ id: FileId; candidateId: string; kind: FileKind }> => sql<{
  id: FileId
  candidateId: string
  kind: FileKind
}>`
  select id, candidate_id as "candidateId", kind from documents.file
  where id = any(${ids}::uuid[]) and candidate_id is not null order by id for update`

/** Makes files nobody's again; they go with the next night. */
export const takeFromPeople = (ids: readonly string[]): Statement<unknown> => sql`
  update documents.file set candidate_id = null, merge_id = null where id = any(${ids}::uuid[])`

/** Claims uploads by their secrets, for one person; only uploads that belong to nobody yet. */
export const claimUploads = (
  tokenHashes: readonly string[],
  to: { candidateId: string; applicationId: string | null; kind: FileKind | null },
): Statement<{ id: FileId; kind: FileKind; state: FileState }> => sql<{
  id: FileId
  kind: FileKind
  state: FileState
}>`
  update documents.file set candidate_id = ${to.candidateId}, application_id = ${to.applicationId},
    kind = coalesce(${to.kind}, kind), upload_token_hash = null
  where upload_token_hash = any(${tokenHashes}) and candidate_id is null
  returning id, kind, state`

/** Whoever gives the file to more people now is waited for. */
export const lockFile = (id: string): Statement<{ id: FileId }> =>
  sql<{ id: FileId }>`select id from documents.file where id = ${id} for update`

/** Keeps what was read with every row that names the same bytes. */
export const saveReading = (
  id: string,
  read: {
    state: FileState
    reason: string | null
    text: string | null
    facts: unknown
    pages: number | null
    language: string | null
    at: Instant
  },
): Statement<unknown> => sql`
  update documents.file set state = ${read.state}, unreadable_reason = ${read.reason}, text = ${read.text},
    facts = ${read.facts === null ? null : JSON.stringify(read.facts)}::jsonb, pages = ${read.pages}, language = ${read.language}, read_at = ${read.at}
  where storage_key = (select storage_key from documents.file where id = ${id}) and state in ('stored', 'reading')`

/** Forgets files that are nobody's; answers where their bytes lie unless somebody else's file is the same. */
export const deleteUnclaimedBefore = (
  moment: Instant,
): Statement<{ id: FileId; storageKey: string | null }> => sql<{ id: FileId; storageKey: string | null }>`
  with gone as (
    delete from documents.file where candidate_id is null and uploaded_at < ${moment} returning id, storage_key
  )
  select id, case when not exists (select from documents.file f where f.storage_key = gone.storage_key
    and not (f.candidate_id is null and f.uploaded_at < ${moment})) then storage_key end as "storageKey" from gone`

export const moveFiles = (move: { from: string; to: string; mergeId: string }): Statement<unknown> => sql`
  update documents.file set candidate_id = ${move.to}, merge_id = coalesce(merge_id, ${move.mergeId}::uuid)
  where candidate_id = ${move.from}`

/** Rows of merges `within` the record that leaves go along and keep their mark. */
export const moveFilesBack = (
  mergeId: string,
  to: string,
  within: readonly string[],
): Statement<unknown> => sql`
  update documents.file set candidate_id = ${to}, merge_id = nullif(merge_id, ${mergeId}::uuid)
  where merge_id = any(${[mergeId, ...within]}::uuid[])`
