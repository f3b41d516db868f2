import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

export interface Office {
  readonly id: string
  readonly name: string
  readonly legalEntity: string | null
  readonly city: string | null
  readonly region: string | null
  readonly country: string
  readonly timeZone: string
  readonly closedAt: Instant | null
}

export const loadOffices = (): Statement<Office> => sql<Office>`
  select id, name, legal_entity as "legalEntity", city, region, country, time_zone as "timeZone", closed_at as "closedAt"
  from accounts.office order by closed_at is not null, name, id`

export const saveOffice = (office: Omit<Office, 'closedAt'>): Statement<unknown> => sql`
  insert into accounts.office (id, name, legal_entity, city, region, country, time_zone)
  values (${office.id}, ${office.name}, ${office.legalEntity}, ${office.city}, ${office.region}, ${office.country}, ${office.timeZone})
  on conflict (id) do update set name = excluded.name, legal_entity = excluded.legal_entity, city = excluded.city,
    region = excluded.region, country = excluded.country, time_zone = excluded.time_zone`

export const closeOffice = (id: string, now: Instant): Statement<unknown> =>
  sql`update accounts.office set closed_at = ${now} where id = ${id} and closed_at is null`
