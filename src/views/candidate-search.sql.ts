import { visibleCandidate } from '../candidates/door.ts'
import { visiblePool } from '../crm/door.ts'
import type { Actor } from '../kernel/model/actor.ts'
import { allOf, type Fragment, type Statement, sql } from '../kernel/sql.ts'
import type { ReadTx } from '../kernel/transaction.ts'
import { memberStates } from './member-states.sql.ts'
import type { CandidateFilters } from './model/candidate-filters.ts'

/** Whom a list is about: a condition on `c`, made by `chosen`. */
export type Who = Fragment

/** A row found, with what it is ordered by. */
export interface Hit {
  readonly id: string
  readonly recency: string
  /** How many records were looked at; fewer than asked: there are no more. */
  readonly walked?: number
  /** How many are on record, roughly. */
  readonly people?: number
}

/** Where the page before ended. */
export interface After {
  readonly recency: string
  readonly id: string
}

/** Whom the actor may see and the filters leave, as a condition on `c`. */
export const chosen = ({ actor, now }: Pick<ReadTx, 'actor' | 'now'>, filters: CandidateFilters): Who => {
  const conditions = [visibleCandidate(actor, 'c')]
  const anyOf = (column: Fragment, values: readonly string[] | undefined) => {
    if (values?.length) conditions.push(sql`${column} = any(${values})`)
  }
  anyOf(sql`c.relationship`, filters.relationship)
  anyOf(sql`c.country`, filters.country)
  anyOf(sql`c.source`, filters.source)
  if (filters.owner?.length) conditions.push(sql`c.owner_id = any(${filters.owner}::uuid[])`)
  if (filters.tags?.length)
    conditions.push(
      sql`exists (select from candidates.candidate_tag t where t.candidate_id = c.id and t.tag_id = any(${filters.tags}::uuid[]))`,
    )
  if (filters.jobs?.length)
    conditions.push(
      sql`exists (select from ats.application a where a.candidate_id = c.id and a.job_id = any(${filters.jobs}::uuid[]))`,
    )
  if (filters.pools?.length || filters.poolStages?.length || filters.memberStates?.length)
    conditions.push(
      sql`exists (select from crm.pool_member m join crm.pool p on p.id = m.pool_id
        join crm.pool_stage s on s.id = m.stage_id left join crm.prospect pr on pr.candidate_id = m.candidate_id
        where m.candidate_id = c.id
        ${filters.pools?.length ? sql`and m.pool_id = any(${filters.pools}::uuid[])` : sql``}
        ${filters.poolStages?.length ? sql`and m.stage_id = any(${filters.poolStages}::uuid[])` : sql``}
        ${filters.memberStates?.length ? sql`and ${anyIs(filters.memberStates.map((state) => memberStates(now)[state]))}` : sql``}
        and ${visiblePool(actor, 'p')})`,
    )
  if (filters.hasResume !== undefined)
    conditions.push(
      sql`exists (select from documents.file f where f.candidate_id = c.id and f.kind = 'resume') = ${filters.hasResume}`,
    )
  if (filters.contactable !== undefined)
    conditions.push(
      sql`(c.do_not_contact_at is null and exists (select from candidates.contact_point p where p.candidate_id = c.id and p.kind = 'email')) = ${filters.contactable}`,
    )
  if (filters.addedAfter) conditions.push(sql`c.created_at >= ${filters.addedAfter}`)
  return allOf(conditions)
}

const anyIs = (conditions: readonly Fragment[]): Fragment =>
  conditions.reduce((all, one) => sql`(${all} or ${one})`)

const olderThan = (after: After | undefined, recency: Fragment, id: Fragment): Fragment =>
  after ? sql`(${recency}, ${id}) < (${after.recency}::timestamptz, ${after.id}::uuid)` : sql`true`

/** The newest records, without words. */
export const newest = (who: Who, want: number, after?: After): Statement<Hit> => sql<Hit>`
  select c.id, c.last_activity_at as recency from candidates.candidate c
  where ${who} and ${olderThan(after, sql`c.last_activity_at`, sql`c.id`)}
  order by c.last_activity_at desc, c.id desc limit ${want}`

/** Walks the newest `steps` records and keeps those that hold the words: quick where many do. */
export const walkNewest = (
  who: Who,
  query: string,
  steps: number,
  want: number,
  after?: After,
): Statement<Hit> => sql<Hit>`
  with walked as materialized (
    select c.id, c.last_activity_at as recency from candidates.candidate c
    where ${who} and ${olderThan(after, sql`c.last_activity_at`, sql`c.id`)}
    order by c.last_activity_at desc, c.id desc limit ${steps}
  ), hit as (
    select walked.id, walked.recency from walked
    cross join lateral (select from candidates.search_document d
      where d.candidate_id = walked.id and d.words @@ ${query}::tsquery offset 0) holds
    limit ${want}
  )
  select hit.id, hit.recency, counted.walked, counted.people
  from (select count(*) as walked, (select reltuples::bigint from pg_class
      where oid = 'candidates.search_document'::regclass) as people from walked) counted
  left join hit on true
  order by hit.recency desc nulls last, hit.id desc`

/** Asks the index of words, newest first: quick where few records hold them. Looks at `most` of its answers. */
export const askIndex = (
  who: Who,
  query: { readonly wide: string; readonly exact: string },
  most: number,
  want: number,
  after?: After,
): Statement<Hit> => sql<Hit>`
  with walked as materialized (
    select candidate_id, recency from candidates.newest_holding(${query.wide}::tsquery,
      ${after?.recency ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${most})
  ), hit as (
    select walked.candidate_id as id, walked.recency from walked
    cross join lateral (select from candidates.candidate c where c.id = walked.candidate_id and ${who} offset 0) seen
    ${
      query.wide === query.exact
        ? sql``
        : sql`cross join lateral (select from candidates.search_document e
          where e.candidate_id = walked.candidate_id and e.words @@ ${query.exact}::tsquery offset 0) holds`
    }
    limit ${want}
  )
  select hit.id, hit.recency, counted.walked
  from (select count(*) as walked from walked) counted left join hit on true
  order by hit.recency desc nulls last, hit.id desc`

/** The best of the newest hits: rank needs every hit's words, so only so many are ranked. */
export const ranked = (ids: readonly string[], query: string, want: number): Statement<Hit> => sql<Hit>`
  select d.candidate_id as id, d.recency from candidates.search_document d
  where d.candidate_id = any(${ids}::uuid[])
  order by ts_rank('{0.05,0.3,0.7,1}', d.words, ${query}::tsquery, 1) desc, d.recency desc, d.candidate_id desc
  limit ${want}`

/** One page by name; `words` only where something was asked. */
export const byName = (
  who: Who,
  words: string | undefined,
  want: number,
  after?: { readonly sortKey: string; readonly id: string },
): Statement<Hit & { sortKey: string }> => sql<Hit & { sortKey: string }>`
  select c.id, c.last_activity_at as recency, c.sort_key as "sortKey" from candidates.candidate c
  where ${who} and ${after ? sql`(c.sort_key collate "C", c.id) > (${after.sortKey}, ${after.id}::uuid)` : sql`true`}
    ${words === undefined ? sql`` : sql`and c.id in (select d.candidate_id from candidates.search_document d where d.words @@ ${words}::tsquery)`}
  order by c.sort_key collate "C", c.id limit ${want}`

export interface CandidateRow {
  readonly id: string
  readonly name: string
  readonly headline: string | null
  readonly title: string | null
  readonly company: string | null
  readonly location: string | null
  readonly country: string | null
  readonly relationship: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly lastActivityAt: string
  readonly doNotContact: boolean
  readonly body: string
  readonly resume: string
}

/** What the list shows of those found; the text they were found in only where it has reasons to give. */
export const loadRows = (
  ids: readonly string[],
  withText: boolean,
): Statement<CandidateRow> => sql<CandidateRow>`
  select c.id, c.name, c.headline, c.title, c.company, c.location, c.country, c.relationship,
    c.owner_id as "ownerId", u.name as "ownerName", c.last_activity_at as "lastActivityAt",
    c.do_not_contact_at is not null as "doNotContact",
    ${
      withText
        ? sql`coalesce(d.body, '') as body, coalesce(left(d.resume, 30000), '') || coalesce((
        select string_agg(left(m.resume, 30000), e'\n' order by m.candidate_id) from candidates.candidate one
        join candidates.search_document m on m.candidate_id = one.id where one.merged_into = c.id), '') as resume`
        : sql`'' as body, '' as resume`
    }
  from unnest(${ids}::uuid[]) with ordinality asked(id, position)
  join candidates.candidate c on c.id = asked.id
  left join accounts.user_account u on u.id = c.owner_id
  ${withText ? sql`left join candidates.search_document d on d.candidate_id = c.id` : sql``}
  order by asked.position`

/** How many there are, up to a cap; `looked` where only so many of those who hold the words were looked at. */
export interface Counted {
  readonly count: number
  readonly looked: number
}

/** How many there are without words, up to a cap. */
export const countAll = (who: Who, cap: number): Statement<Counted> =>
  sql<Counted>`select count(*), 0 as looked from (select from candidates.candidate c where ${who} limit ${cap}) few`

/**
 * How many hold the words, up to a cap. A few that reach the cap are enough to say so, by chance of very many (but
 * where words are excluded a sample may hold what it should not); below it `most` are looked at.
 */
export const countHolding = (who: Who, words: string, cap: number, most: number): Statement<Counted> => {
  const seen = (held: Fragment) => sql`
    select count(*) as looked, count(*) filter (where exists (
      select from candidates.candidate c where c.id = held.candidate_id and ${who})) as count from ${held} held`
  const quick = words.includes('!') ? sql`some_holding` : sql`sample_holding`
  return sql<Counted>`
    select coalesce(more.count, few.count) as count, coalesce(more.looked, 0) as looked
    from (${seen(sql`candidates.${quick}(${words}::tsquery, ${cap})`)}) few
    left join lateral (${seen(sql`candidates.some_holding(${words}::tsquery, ${most})`)} where few.count < ${cap}) more
      on few.count < ${cap}`
}

/** How many would be found besides, were they not on confidential jobs only. */
export const countHidden = (
  actor: Actor,
  words: string | undefined,
  cap: number,
): Statement<{ count: number }> => sql<{ count: number }>`
  select count(*) from (
    select from candidates.candidate c
    ${words === undefined ? sql`` : sql`join candidates.search_document d on d.candidate_id = c.id and d.words @@ ${words}::tsquery`}
    where c.confidential and c.merged_into is null and c.erased_at is null and not ${visibleCandidate(actor, 'c')}
    limit ${cap}) few`
