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
