import { visibleJob } from '../ats/door.ts'
import type { Actor } from '../kernel/model/actor.ts'
import { type Fragment, type Statement, sql } from '../kernel/sql.ts'

export interface PersonFound {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly company: string | null
  readonly relationship: string
}

const columns = sql`c.id, c.name, c.title, c.company, c.relationship`

export const loadPeople = (ids: readonly string[]): Statement<PersonFound> => sql<PersonFound>`
  select ${columns} from unnest(${ids}::uuid[]) with ordinality asked(id, position)
  join candidates.candidate c on c.id = asked.id order by asked.position`

/** People one of whose addresses begins so. */
export const byAddressBeginning = (
  who: Fragment,
  begins: string,
  limit: number,
): Statement<PersonFound> => sql<PersonFound>`
  select ${columns} from (
    select distinct p.candidate_id from candidates.contact_point p
    where p.kind = 'email' and p.normalised like ${`${likeText(begins)}%`} limit 50
  ) found join candidates.candidate c on c.id = found.candidate_id
  where ${who} order by c.last_activity_at desc limit ${limit}`

export interface JobFound {
  readonly id: string
  readonly title: string
  readonly code: string
  readonly state: string
}

/** Jobs that the actor may see, by words of the title or by code. */
export const jobsBeginning = (
  actor: Actor,
  text: string,
  limit: number,
): Statement<JobFound> => sql<JobFound>`
  select j.id, j.title, j.code, j.state from ats.job j
  where (kernel.fold(j.title) like kernel.fold(${`${likeText(text)}%`}) or kernel.fold(j.title) like kernel.fold(${`% ${likeText(text)}%`})
    or lower(j.code) = lower(${text})) and ${visibleJob(actor, 'j')}
  order by j.state = 'open' desc, j.updated_at desc limit ${limit}`

const likeText = (text: string): string => text.replace(/[\\%_]/gu, '\\$&')
