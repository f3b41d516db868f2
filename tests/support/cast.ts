import type { Kysely } from 'kysely'
import type { Actor } from '../../src/kernel/model/actor.ts'
import type { Room } from '../../src/kernel/room.ts'
import { sql } from '../../src/kernel/sql.ts'
import { testNow, userActor } from './database.ts'

/** A fixed id that says what it is of: cast ids end in a number one can recognise in a failure. */
const fixedId = (kind: string, number: number): string =>
  `0192a000-0000-7000-8${kind}-${String(number).padStart(12, '0')}`

/** Northwind Robotics makes robots in three towns; everything in tests, demo and screenshots happens there. */
export const organisation = {
  name: 'Northwind Robotics',
  slug: 'northwind',
  language: 'en',
  timeZone: 'Europe/Amsterdam',
}

export const offices = {
  rotterdam: {
    id: fixedId('0ff', 1),
    name: 'Rotterdam',
    city: 'Rotterdam',
    country: 'NL',
    timeZone: 'Europe/Amsterdam',
    legalEntity: 'Northwind Robotics B.V.',
  },
  hamburg: {
    id: fixedId('0ff', 2),
    name: 'Hamburg',
    city: 'Hamburg',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    legalEntity: 'Northwind Robotics GmbH',
  },
  gdansk: {
    id: fixedId('0ff', 3),
    name: 'Gdańsk',
    city: 'Gdańsk',
    country: 'PL',
    timeZone: 'Europe/Warsaw',
    legalEntity: 'Northwind Robotics Sp. z o.o.',
  },
} as const

/** Who works there, each with one role. */
export const people = {
  maren: {
    id: fixedId('0ca', 1),
    name: 'Maren Osei',
    mail: 'maren.osei@northwind.example',
    title: 'Recruiter',
    roles: ['recruiter'],
  },
  ayse: {
    id: fixedId('0ca', 2),
    name: 'Ayşe Demirbaş',
    mail: 'ayse.demirbas@northwind.example',
    title: 'Sourcer',
    roles: ['sourcer'],
  },
  tomas: {
    id: fixedId('0ca', 3),
    name: 'Tomás Echeverría',
    mail: 'tomas.echeverria@northwind.example',
    title: 'Head of Motion Control',
    roles: ['hiring-manager'],
  },
  ifeoma: {
    id: fixedId('0ca', 4),
    name: 'Ifeoma Nwosu',
    mail: 'ifeoma.nwosu@northwind.example',
    title: 'Staff Engineer',
    roles: ['interviewer'],
  },
  jonas: {
    id: fixedId('0ca', 5),
    name: 'Jonas Lindqvist',
    mail: 'jonas.lindqvist@northwind.example',
    title: 'Recruiting Coordinator',
    roles: ['coordinator'],
  },
  priya: {
    id: fixedId('0ca', 6),
    name: 'Priya Raghunathan',
    mail: 'priya.raghunathan@northwind.example',
    title: 'Head of People',
    roles: ['admin'],
  },
  lars: {
    id: fixedId('0ca', 7),
    name: 'Lars Holm',
    mail: 'lars.holm@northwind.example',
    title: 'Service Technician',
    roles: ['employee'],
  },
  zsofia: {
    id: fixedId('0ca', 8),
    name: 'Zsófia Bárány',
    mail: 'zsofia.barany@northwind.example',
    title: 'Compliance Officer',
    roles: ['compliance-officer'],
  },
} as const

export type CastName = keyof typeof people
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
