import type { Kysely } from 'kysely'
import type { Actor } from '../../src/kernel/model/actor.ts'
import type { Room } from '../../src/kernel/room.ts'
import { sql } from '../../src/kernel/sql.ts'
import { type CastName, offices, organisation, people } from '../../src/server/demo/cast.ts'
import { testNow, userActor } from './database.ts'

export { offices, organisation, people }

export type Cast = Readonly<Record<CastName, Actor>>

/** Inserts organisation, offices and people with fixed ids and gives each person's actor, with the rights of `rooms`. */
export const insertCast = async (
  database: { readonly write: Kysely<unknown> },
  rooms: readonly Room[],
): Promise<Cast> => {
  const { write } = database
  await sql`insert into accounts.organisation (name, slug, mail_from, language, time_zone, created_at)
    values (${organisation.name}, ${organisation.slug}, 'jobs@northwind.example', ${organisation.language}, ${organisation.timeZone}, ${testNow})
    on conflict do nothing`.execute(write)
  for (const office of Object.values(offices))
    await sql`insert into accounts.office (id, name, legal_entity, city, country, time_zone)
      values (${office.id}, ${office.name}, ${office.legalEntity}, ${office.city}, ${office.country}, ${office.timeZone})
      on conflict do nothing`.execute(write)
  for (const person of Object.values(people)) {
    await sql`insert into accounts.user_account (id, name, mail, mail_key, title, time_zone, created_at)
      values (${person.id}, ${person.name}, ${person.mail}, ${person.mail}, ${person.title}, 'Europe/Amsterdam', ${testNow})
      on conflict do nothing`.execute(write)
    await sql`insert into accounts.user_role (user_id, role) values (${person.id}, ${person.roles[0]}) on conflict do nothing`.execute(
      write,
    )
  }
  return Object.fromEntries(
    Object.entries(people).map(([key, person]) => [key, userActor(rooms, person)]),
  ) as unknown as Cast
}
