import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

export interface NewCandidateRow {
  readonly id: string
  readonly name: string
  readonly nameKey: string
  readonly sortKey: string
  readonly goesBy: string | null
  readonly pronouns: string | null
  readonly headline: string | null
  readonly title: string | null
  readonly company: string | null
  readonly location: string | null
  readonly country: string | null
  readonly language: string | null
  readonly timeZone: string | null
  readonly ownerId: string | null
  readonly source: string
  readonly sourceDetail: string | null
}

export const insertCandidates = (rows: readonly NewCandidateRow[], at: Instant): Statement<unknown> => sql`
  insert into candidates.candidate (id, name, name_key, sort_key, goes_by, pronouns, headline, title, company, location,
    country, language, time_zone, owner_id, source, source_detail, created_at, updated_at, last_activity_at, relationship_since)
  select id, name, "nameKey", "sortKey", "goesBy", pronouns, headline, title, company, location,
    country, language, "timeZone", "ownerId", source, "sourceDetail", ${at}, ${at}, ${at}, ${at}
  from ${jsonRows(
    rows,
    `id uuid, name text, "nameKey" text, "sortKey" text, "goesBy" text, pronouns text, headline text, title text, company text,
     location text, country text, language text, "timeZone" text, "ownerId" uuid, source text, "sourceDetail" text`,
  )}`

/** Columns that an import may fill and that go empty again when it is taken back, each with its field. */
export const fillable = [
  ['goes_by', 'goesBy'],
  ['pronouns', 'pronouns'],
  ['headline', 'headline'],
  ['title', 'title'],
  ['company', 'company'],
  ['location', 'location'],
  ['country', 'country'],
  ['language', 'language'],
  ['time_zone', 'timeZone'],
] as const

const correctable = [['name', 'name'], ['name_key', 'nameKey'], ['sort_key', 'sortKey'], ...fillable] as const

/** What may be corrected by hand or filled by an import; `undefined` leaves it, null empties it. */
export interface CorrectedRow {
  readonly id: string
  readonly [field: string]: unknown
}

/** Sets the given fields of each row; a field that a row does not name stays. */
export const updateCandidates = (rows: readonly CorrectedRow[], at: Instant): Statement<unknown> => sql`
  update candidates.candidate c set
    ${sql.raw(correctable.map(([column, field]) => `${column} = case when r.set ? '${field}' then r.set ->> '${field}' else c.${column} end`).join(', '))},
    updated_at = ${at}
  from ${jsonRows(
    rows.map(({ id, ...set }) => ({ id, set })),
    'id uuid, set jsonb',
  )}
  where c.id = r.id`

/** Only-if-empty values of the record, in one statement. */
export const fillCandidates = (rows: readonly CorrectedRow[], at: Instant): Statement<unknown> => sql`
  update candidates.candidate c set
    ${sql.raw(
      fillable.map(([column, field]) => `${column} = coalesce(c.${column}, r.set ->> '${field}')`).join(', '),
    )},
    updated_at = ${at}
  from ${jsonRows(
    rows.map(({ id, ...set }) => ({ id, set })),
    'id uuid, set jsonb',
  )}
  where c.id = r.id`

export const touch = (
  ids: readonly string[],
  at: Instant,
  how: { readonly activity?: boolean; readonly inbound?: boolean; readonly outbound?: boolean },
): Statement<unknown> => sql`
  with touched as (
    update candidates.candidate set
      last_activity_at = greatest(last_activity_at, ${at}::timestamptz(3)),
      last_inbound_at = ${how.inbound ? sql`greatest(last_inbound_at, ${at}::timestamptz(3))` : sql`last_inbound_at`},
      last_outbound_at = ${how.outbound ? sql`greatest(last_outbound_at, ${at}::timestamptz(3))` : sql`last_outbound_at`}
    where id = any(${ids}::uuid[])
    returning id, last_activity_at
  )
  update candidates.search_document d set recency = touched.last_activity_at
  from touched where d.candidate_id = touched.id and d.recency <> touched.last_activity_at`

export interface Relation {
  readonly candidateId: string
  readonly relationship: string
}

/** Sets the relationship where it differs; answers whose changed and what it was. */
export const setRelationships = (
  rows: readonly Relation[],
  at: Instant,
): Statement<{ id: string; before: string; relationship: string }> => sql<{
  id: string
  before: string
  relationship: string
}>`
  update candidates.candidate c set relationship = r.relationship, relationship_since = ${at}
  from (select r.relationship, c.id, c.relationship as before
    from ${jsonRows(rows, '"candidateId" uuid, relationship text')}
    join candidates.candidate c on c.id = r."candidateId" for update of c) r
  where c.id = r.id and c.relationship <> r.relationship
  returning c.id, r.before, c.relationship`

export const saveRejections = (
  last: readonly { readonly candidateId: string; readonly rejectedAt: Instant | null }[],
): Statement<unknown> => sql`
  update candidates.candidate c set last_rejected_at = r."rejectedAt"
  from ${jsonRows(last, '"candidateId" uuid, "rejectedAt" timestamptz')}
  where c.id = r."candidateId" and c.last_rejected_at is distinct from r."rejectedAt"`

export interface Contact {
  readonly id: string
  readonly name: string
  readonly goesBy: string | null
  readonly title: string | null
  readonly company: string | null
  readonly mail: string | null
  readonly language: string | null
  readonly timeZone: string | null
  readonly relationship: string
  readonly relationshipSince: Instant
  readonly doNotContactAt: Instant | null
  readonly doNotContactReason: string | null
  readonly lastInboundAt: Instant | null
  readonly lastOutboundAt: Instant | null
  /** When we last decided against them, on any job. */
  readonly lastRejectedAt: Instant | null
}

/** How to reach each candidate: the primary mail, else the one known longest. */
export const loadContacts = (ids: readonly string[]): Statement<Contact> => sql<Contact>`
  select c.id, c.name, c.goes_by as "goesBy", c.title, c.company,
    (select p.value from candidates.contact_point p where p.candidate_id = c.id and p.kind = 'email'
      order by p.is_primary desc, p.id limit 1) as mail,
    c.language, c.time_zone as "timeZone", c.relationship, c.relationship_since as "relationshipSince", c.do_not_contact_at as "doNotContactAt",
    c.do_not_contact_reason as "doNotContactReason", c.last_inbound_at as "lastInboundAt", c.last_outbound_at as "lastOutboundAt",
    c.last_rejected_at as "lastRejectedAt"
  from candidates.candidate c where c.id = any(${ids}::uuid[]) and c.merged_into is null and c.erased_at is null`

/** How many are on record, roughly, at no cost. */
export const roughCount = (): Statement<{ count: number }> => sql<{ count: number }>`
  select greatest(reltuples, 0)::bigint as count from pg_class where oid = 'candidates.candidate'::regclass`
