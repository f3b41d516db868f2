import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

export interface NewContactPointRow {
  readonly id: string
  readonly candidateId: string
  readonly kind: string
  readonly value: string
  readonly normalised: string
  readonly weak: string
  readonly label: string | null
  readonly isPrimary: boolean
  readonly cameFrom: string
  readonly cameBy: string | null
  readonly cameFileId: string | null
}

export const insertContactPoints = (
  rows: readonly NewContactPointRow[],
  at: Instant,
): Statement<unknown> => sql`
  insert into candidates.contact_point (id, candidate_id, kind, value, normalised, weak, label, is_primary, came_from, came_at, came_by, came_file_id)
  select id, "candidateId", kind, value, normalised, weak, label, "isPrimary", "cameFrom", ${at}, "cameBy", "cameFileId"
  from ${jsonRows(
    rows,
    `id uuid, "candidateId" uuid, kind text, value text, normalised text, weak text, label text, "isPrimary" boolean,
     "cameFrom" text, "cameBy" uuid, "cameFileId" uuid`,
  )}`

export interface ProvenanceRow {
  readonly candidateId: string
  readonly field: string
  readonly value: string | null
  readonly cameFrom: string
  readonly cameBy: string | null
  readonly cameFileId: string | null
}

export const insertProvenance = (rows: readonly ProvenanceRow[], at: Instant): Statement<unknown> => sql`
  insert into candidates.provenance (candidate_id, field, value, came_from, came_at, came_by, came_file_id)
  select "candidateId", field, value, "cameFrom", ${at}, "cameBy", "cameFileId"
  from ${jsonRows(
    rows,
    '"candidateId" uuid, field text, value text, "cameFrom" text, "cameBy" uuid, "cameFileId" uuid',
  )}`

/** A record that shares a contact point or a name with someone who comes in. */
export interface MetRow {
  readonly id: string
  readonly name: string
  readonly goesBy: string | null
  readonly nameKey: string
  readonly company: string | null
  readonly location: string | null
  readonly contacts: readonly {
    readonly kind: 'email' | 'phone' | 'link'
    readonly value: string
    readonly normalised: string
  }[]
}

// A key shared by more people than this identifies nobody; a name likewise.
const mostAKey = 20

/** Whom people who come in should be compared with: equal keys of contact points, equal names. One statement. */
export const loadMet = (
  points: readonly { readonly kind: string; readonly weak: string }[],
  nameKeys: readonly string[],
  ids: readonly string[] = [],
): Statement<MetRow> => sql<MetRow>`
  with met as (
    select found.candidate_id as id from ${jsonRows(points, 'kind text, weak text')}
    cross join lateral (select p.candidate_id from candidates.contact_point p
      where p.kind = r.kind and p.weak = r.weak limit ${mostAKey}) found
    union
    select found.id from unnest(${nameKeys}::text[]) as r(name_key)
    cross join lateral (select c.id from candidates.candidate c
      where c.name_key = r.name_key and c.merged_into is null and c.erased_at is null limit ${mostAKey}) found
    union
    select unnest(${ids}::uuid[])
  )
  select c.id, c.name, c.goes_by as "goesBy", c.name_key as "nameKey", c.company, c.location,
    coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'value', p.value, 'normalised', p.normalised))
      from candidates.contact_point p where p.candidate_id = c.id), '[]') as contacts
  from met join candidates.candidate c on c.id = met.id
  where c.merged_into is null and c.erased_at is null`

/** Makes others who bring the same people wait until this transaction ends. */
export const lockArrivals = (buckets: readonly number[]): Statement<unknown> => sql`
  select pg_advisory_xact_lock(78120263, bucket) from unnest(${buckets}::int[]) as bucket`

/** Candidates by a normalised address. */
export const candidatesByAddress = (
  addresses: readonly string[],
): Statement<{ address: string; candidateId: string }> => sql<{ address: string; candidateId: string }>`
  select p.normalised as address, p.candidate_id as "candidateId"
  from candidates.contact_point p join candidates.candidate c on c.id = p.candidate_id
  where p.kind = 'email' and p.normalised = any(${addresses}::text[])
    and c.merged_into is null and c.erased_at is null
  order by c.last_activity_at desc`

export interface SuggestionRow {
  readonly id: string
  readonly oneId: string
  readonly otherId: string
  readonly score: number
  readonly reasons: readonly object[]
}

/** Inserts what is not yet suggested or settled; answers the new ones. */
export const insertSuggestions = (
  rows: readonly SuggestionRow[],
  at: Instant,
): Statement<{ id: string; oneId: string; otherId: string; score: number }> => sql<{
  id: string
  oneId: string
  otherId: string
  score: number
}>`
  insert into candidates.duplicate_suggestion (id, one_id, other_id, score, reasons, found_at)
  select id, least("oneId", "otherId"), greatest("oneId", "otherId"), score, reasons, ${at}
  from ${jsonRows(rows, 'id uuid, "oneId" uuid, "otherId" uuid, score real, reasons jsonb')}
  on conflict (one_id, other_id) do nothing
  returning id, one_id as "oneId", other_id as "otherId", score`

export interface ContactPointRow {
  readonly id: string
  readonly candidateId: string
  readonly kind: 'email' | 'phone' | 'link'
  readonly value: string
  readonly normalised: string
  readonly isPrimary: boolean
}

const pointColumns = sql`p.id, p.candidate_id as "candidateId", p.kind, p.value, p.normalised, p.is_primary as "isPrimary"`

export const loadContactPoints = (ids: readonly string[]): Statement<ContactPointRow> => sql<ContactPointRow>`
  select ${pointColumns} from candidates.contact_point p where p.id = any(${ids}::uuid[]) order by p.id for update`

export const loadContactPointsOf = (candidateIds: readonly string[]): Statement<ContactPointRow> =>
  sql<ContactPointRow>`
  select ${pointColumns} from candidates.contact_point p where p.candidate_id = any(${candidateIds}::uuid[]) order by p.id for update`

/** Removes contact points; the oldest left of a kind leads where the leading one went. */
export const deleteContactPoints = (ids: readonly string[]): Statement<unknown> => sql`
  with gone as (
    delete from candidates.contact_point where id = any(${ids}::uuid[]) returning candidate_id, kind, is_primary
  )
  update candidates.contact_point set is_primary = true where id in (
    select distinct on (p.candidate_id, p.kind) p.id
    from gone join candidates.contact_point p on p.candidate_id = gone.candidate_id and p.kind = gone.kind
    where gone.is_primary and p.id <> all(${ids}::uuid[])
    order by p.candidate_id, p.kind, p.id)`

export const leadContactPoints = (ids: readonly string[]): Statement<unknown> => sql`
  update candidates.contact_point p set is_primary = p.id = any(${ids}::uuid[])
  from candidates.contact_point chosen
  where chosen.id = any(${ids}::uuid[]) and p.candidate_id = chosen.candidate_id and p.kind = chosen.kind`
