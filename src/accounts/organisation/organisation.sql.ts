import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

export interface Organisation {
  readonly name: string
  readonly slug: string
  readonly postalAddress: string | null
  readonly website: string | null
  readonly mailFrom: string | null
  readonly brandColour: string
  readonly language: string
  readonly timeZone: string
  readonly isDemo: boolean
  readonly createdAt: Instant
}

export const loadOrganisation = (): Statement<Organisation> => sql<Organisation>`
  select name, slug, postal_address as "postalAddress", website, mail_from as "mailFrom", brand_colour as "brandColour",
    language, time_zone as "timeZone", is_demo as "isDemo", created_at as "createdAt"
  from accounts.organisation`

/** One organisation a database: a second insert touches no row. */
export const insertOrganisation = (
  organisation: { name: string; slug: string; timeZone: string; language: string; isDemo: boolean },
  now: Instant,
): Statement<unknown> => sql`
  insert into accounts.organisation (name, slug, language, time_zone, is_demo, created_at)
  values (${organisation.name}, ${organisation.slug}, ${organisation.language}, ${organisation.timeZone}, ${organisation.isDemo}, ${now})
  on conflict do nothing`

export const saveOrganisation = (organisation: Organisation): Statement<unknown> => sql`
  update accounts.organisation set name = ${organisation.name}, postal_address = ${organisation.postalAddress},
    website = ${organisation.website}, mail_from = ${organisation.mailFrom}, brand_colour = ${organisation.brandColour},
    language = ${organisation.language}, time_zone = ${organisation.timeZone}`
