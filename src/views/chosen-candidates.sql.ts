import { visibleCandidate } from '../candidates/door.ts'
import type { Actor } from '../kernel/model/actor.ts'
import { type Fragment, type Statement, sql } from '../kernel/sql.ts'

/** The newest of those found, ids only: for acts on everyone found. */
export const loadFoundIds = (
  who: Fragment,
  words: string | undefined,
  most: number,
): Statement<{ id: string }> => sql<{ id: string }>`
  select c.id from ${
    words === undefined
      ? sql`candidates.candidate c where ${who} order by c.last_activity_at desc, c.id desc limit ${most}`
      : sql`candidates.newest_holding(${words}::tsquery, null, null, ${most}) held
          join candidates.candidate c on c.id = held.candidate_id where ${who}`
  }`

export interface ChosenRow {
  readonly people: number
  readonly inProcess: number
  readonly doNotContact: number
  readonly withoutMail: number
  readonly tags: readonly { readonly id: string; readonly name: string; readonly people: number }[]
  readonly owners: readonly {
    readonly id: string | null
    readonly name: string | null
    readonly people: number
  }[]
}

/** What is true of people together, of those the actor may see. */
export const loadChosen = (actor: Actor, ids: readonly string[]): Statement<ChosenRow> => sql<ChosenRow>`
  with chosen as materialized (
    select c.id, c.relationship, c.owner_id, c.do_not_contact_at from candidates.candidate c
    where c.id = any(${ids}::uuid[]) and ${visibleCandidate(actor, 'c')}
  )
  select count(*) as people,
    count(*) filter (where relationship = 'applicant') as "inProcess",
    count(*) filter (where do_not_contact_at is not null) as "doNotContact",
    count(*) filter (where not exists (
      select from candidates.contact_point p where p.candidate_id = chosen.id and p.kind = 'email')) as "withoutMail",
    coalesce((select jsonb_agg(to_jsonb(r) order by r.people desc, r.name) from (
      select t.id, t.name, count(*) as people from chosen
      join candidates.candidate_tag ct on ct.candidate_id = chosen.id join candidates.tag t on t.id = ct.tag_id
      group by t.id, t.name) r), '[]') as tags,
    coalesce((select jsonb_agg(to_jsonb(r) order by r.people desc, r.name) from (
      select u.id, u.name, count(*) as people from chosen left join accounts.user_account u on u.id = chosen.owner_id
      group by u.id, u.name) r), '[]') as owners
  from chosen`
