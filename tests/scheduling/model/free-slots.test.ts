import { expect, it } from 'vitest'
import { instant } from '../../../src/kernel/model/time.ts'
import { type Diary, freeSlots } from '../../../src/scheduling/model/free-slots.ts'
import {
  type Availability,
  availabilityAtFirst,
  checkHours,
  workingHours,
} from '../../../src/scheduling/model/working-hours.ts'

const span = (text: string) => {
  const [from, to] = text.split('/') as [string, string]
  return { from: Date.parse(from), to: Date.parse(to) }
}
interface Said extends Partial<Availability> {
  appointments?: string[]
}
const diary = ({ appointments = [], ...more }: Said): Diary => ({
  availability: { ...availabilityAtFirst('Europe/Amsterdam'), ...more },
  appointments: appointments.map(span),
})
/** The first and last start of each UTC day, with how many there are. */
const days = (panel: Said[], from: string, to: string, minutes = 60) => {
  const slots = freeSlots(
    panel.map(diary),
    { from: instant(from), to: instant(to) },
    { minutes, everyMinutes: 30, most: 1000 },
  ).map(({ startsAt }) => startsAt)
  return [...new Set(slots.map((start) => start.slice(0, 10)))].map((day) => {
    const own = slots.filter((start) => start.startsWith(day)).map((start) => start.slice(11, 16))
    return `${day.slice(5)} ${own[0]}–${own.at(-1)} ${own.length}`
  })
}
const allDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
const [monday, tuesday] = ['2026-11-30T00:00Z', '2026-12-01T00:00Z']

it.each<[string, Said[], string, string, string[]]>([
  ['nine to five in winter is eight to four in UTC', [{}], monday, tuesday, ['11-30 08:00–15:00 15']],
  ['nobody works on a weekend', [{}], '2026-11-28T00:00Z', monday, []],
  [
    'no slot begins before the first moment asked for',
    [{}],
    '2026-11-30T10:10Z',
    tuesday,
    ['11-30 10:30–15:00 10'],
  ],
  [
    'lunch is a gap',
    [
      {
        hours: [
          { weekday: 1, from: '09:00', to: '12:00' },
          { weekday: 1, from: '13:00', to: '15:00' },
        ],
      },
    ],
    monday,
    tuesday,
    ['11-30 08:00–13:00 8'],
  ],
  [
    'what is booked is not free',
    [{ appointments: ['2026-11-30T07:00Z/2026-11-30T14:00Z', '2026-11-30T07:30Z/2026-11-30T09:00Z'] }],
    monday,
    tuesday,
    ['11-30 14:00–15:00 3'],
  ],
  [
    'the buffer stands on both sides of it',
    [{ bufferMinutes: 30, appointments: ['2026-11-30T10:00Z/2026-11-30T11:00Z'] }],
    monday,
    tuesday,
    ['11-30 08:00–15:00 10'],
  ],
  [
    'a day is full at its limit',
    [{ mostADay: 1, appointments: ['2026-11-30T08:00Z/2026-11-30T09:00Z'] }],
    monday,
    '2026-12-02T00:00Z',
    ['12-01 08:00–15:00 15'],
  ],
  [
    'a week is full at its limit, from Monday to Sunday',
    [{ mostAWeek: 1, appointments: ['2026-11-30T08:00Z/2026-11-30T09:00Z'] }],
    monday,
    '2026-12-08T00:00Z',
    ['12-07 08:00–15:00 15'],
  ],
  [
    'the limit’s day is the one where they are',
    [{ zone: 'America/Los_Angeles', mostADay: 1, appointments: ['2026-12-01T02:00Z/2026-12-01T03:00Z'] }],
    '2026-11-30T08:00Z',
    '2026-12-01T08:00Z',
    [],
  ],
  [
    'of Amsterdam and New York two and a half hours’ starts are common',
    [{}, { zone: 'America/New_York' }],
    monday,
    tuesday,
    ['11-30 14:00–15:00 3'],
  ],
  ['Amsterdam and Los Angeles have none', [{}, { zone: 'America/Los_Angeles' }], monday, tuesday, []],
  [
    'between the two changes of the clock New York is an hour nearer',
    [{}, { zone: 'America/New_York' }],
    '2026-10-26T00:00Z',
    '2026-10-27T00:00Z',
    ['10-26 13:00–15:00 5'],
  ],
  [
    'with the clock put forward nine is seven in UTC',
    [{ hours: allDay.map(({ weekday }) => ({ weekday, from: '09:00', to: '11:00' })) }],
    '2026-03-28T00:00Z',
    '2026-03-29T23:00Z',
    ['03-28 08:00–09:00 3', '03-29 07:00–08:00 3'],
  ],
  [
    'the day on which the clock is put forward has 23 hours',
    [{ hours: allDay }],
    '2026-03-28T23:00Z',
    '2026-03-29T22:00Z',
    ['03-28 23:00–23:30 2', '03-29 00:00–21:00 43'],
  ],
  [
    'the day on which it is put back has 25',
    [{ hours: allDay }],
    '2026-10-24T22:00Z',
    '2026-10-25T23:00Z',
    ['10-24 22:00–23:30 4', '10-25 00:00–22:00 45'],
  ],
  [
    'an hour that the clock skips is nobody’s',
    [{ hours: [{ weekday: 7, from: '02:00', to: '03:00' }] }],
    '2026-03-28T12:00Z',
    '2026-03-29T23:00Z',
    [],
  ],
  [
    'an hour that comes twice is two',
    [{ hours: [{ weekday: 7, from: '02:00', to: '03:00' }] }],
    '2026-10-24T12:00Z',
    '2026-10-25T23:00Z',
    ['10-25 00:00–01:00 3'],
  ],
  [
    'Adelaide’s half hour is right',
    [{ zone: 'Australia/Adelaide' }],
    '2026-11-29T12:00Z',
    '2026-11-30T12:00Z',
    ['11-29 22:30–23:30 3', '11-30 00:00–05:30 12'],
  ],
])('%s', (_, panel, from, to, expected) => {
  expect(days(panel, from, to)).toEqual(expected)
})

it('answers as many as are asked for', () => {
  const between = { from: instant(monday), to: instant('2027-01-01T00:00Z') }
  expect(freeSlots([diary({})], between, { minutes: 30, everyMinutes: 15, most: 7 })).toHaveLength(7)
})

it('finds slots of a panel of five over four weeks within 50 ms', () => {
  const appointments = Array.from(
    { length: 20 },
    (_, day) =>
      `2026-12-${String(day + 1).padStart(2, '0')}T09:00Z/2026-12-${String(day + 1).padStart(2, '0')}T11:00Z`,
  )
  const panel = [
    'Europe/Amsterdam',
    'Europe/Warsaw',
    'Europe/Lisbon',
    'America/New_York',
    'Europe/Berlin',
  ].map((zone) => diary({ zone, mostADay: 3, mostAWeek: 8, appointments, bufferMinutes: 15 }))
  const between = { from: instant('2026-11-30T00:00Z'), to: instant('2026-12-28T00:00Z') }
  const once = () => {
    const began = performance.now()
    freeSlots(panel, between, { minutes: 45, everyMinutes: 15, most: 500 })
    return performance.now() - began
  }
  // The quickest of a few: a busy machine says nothing about the rule.
  expect(Math.min(...Array.from({ length: 7 }, once))).toBeLessThan(50)
})

it.each([
  ['ends before it begins', [{ weekday: 1, from: '17:00', to: '09:00' }]],
  [
    'overlaps',
    [
      { weekday: 1, from: '09:00', to: '12:00' },
      { weekday: 1, from: '11:00', to: '13:00' },
    ],
  ],
  ['is no time of day', [{ weekday: 1, from: '09:60', to: '12:00' }]],
  ['is on an eighth day', [{ weekday: 8, from: '09:00', to: '12:00' }]],
])('a time that %s is no working time', (_, hours) => {
  const read = workingHours.safeParse(hours)
  expect(read.success && checkHours(read.data).ok).toBe(false)
})
