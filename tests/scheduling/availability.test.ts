import { afterAll, beforeAll, expect, it } from 'vitest'
import { bookAppointments } from '../../src/scheduling/door.ts'
import { freeSlotsOf } from '../../src/scheduling/free-slots-of.ts'
import { availabilityAtFirst } from '../../src/scheduling/model/working-hours.ts'
import { ownAvailability, setAvailability } from '../../src/scheduling/own/availability.ts'
import { codeOf, given } from '../ats/scene.ts'
import { people } from '../support/cast.ts'
import { hour, scene } from './scene.ts'

let s: Awaited<ReturnType<typeof scene>>
beforeAll(async () => {
  s = await scene()
})
afterAll(() => s.test.close())

const set = (said: object, actor = s.cast.zsofia) => s.test.kernel.run(setAvailability, said, { actor })
const monday = { from: '2026-11-30T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z', minutes: 60 }
const slots = (userIds: string[], more: object = {}) =>
  s.test.kernel.ask(freeSlotsOf, { userIds, ...monday, ...more }, { actor: s.cast.maren })
const starts = async (userIds: string[], more: object = {}) =>
  given(await slots(userIds, more)).slots.map(({ startsAt }) => startsAt.slice(11, 16))

it('nine to five holds in one’s own zone until one says otherwise; what one says is one’s own', async () => {
  const own = async (actor = s.cast.zsofia) => given(await s.test.kernel.ask(ownAvailability, {}, { actor }))
  expect(await own()).toEqual(availabilityAtFirst('Europe/Amsterdam'))
  const said = {
    zone: 'Europe/Lisbon',
    hours: [{ weekday: 1, from: '13:00', to: '15:00' }],
    mostADay: 2,
    mostAWeek: null,
    bufferMinutes: 15,
  }
  given(await set(said))
  given(await set(said))
  expect(await own()).toEqual(said)
  expect(await own(s.cast.maren)).toEqual(availabilityAtFirst('Europe/Amsterdam'))
  expect(await starts([people.zsofia.id])).toEqual(['13:00', '13:30', '14:00'])
})

it.each([
  ['a zone that nobody knows', { zone: 'Europe/Atlantis' }, 'bad-input'],
  ['hours that end before they begin', { hours: [{ weekday: 1, from: '17:00', to: '09:00' }] }, 'bad-hours'],
  ['a limit of none', { mostADay: 0 }, 'bad-input'],
])('%s is refused', async (_, more, code) => {
  expect(codeOf(await set({ ...availabilityAtFirst('UTC'), ...more }))).toBe(code)
})

it('what is booked is not free for anybody who sits on the panel', async () => {
  const [one, other] = (await s.newUsers(2)) as [string, string]
  const book = (startsAt: string, userId: string) =>
    s.act((tx) => bookAppointments(tx, [hour(startsAt, [{ userId }])]))
  given(await book('2026-11-30T09:00:00.000Z', one))
  given(await book('2026-11-30T11:00:00.000Z', other))
  expect(await starts([one, other], { everyMinutes: 60 })).toEqual([
    '10:00',
    '12:00',
    '13:00',
    '14:00',
    '15:00',
    '16:00',
  ])
})

it('a full week counts what was booked before the first day asked for', async () => {
  given(await set({ ...availabilityAtFirst('Europe/Amsterdam'), mostAWeek: 1 }, s.cast.tomas))
  given(
    await s.act((tx) =>
      bookAppointments(tx, [hour('2026-12-07T09:00:00.000Z', [{ userId: people.tomas.id }])]),
    ),
  )
  const friday = { from: '2026-12-11T00:00:00.000Z', to: '2026-12-12T00:00:00.000Z' }
  expect(await starts([people.tomas.id], friday)).toEqual([])
})

it('what has passed is not offered', async () => {
  s.test.setNow('2026-11-30T14:10:00.000Z')
  const [user] = (await s.newUsers(1)) as [string]
  expect(await starts([user])).toEqual(['14:30', '15:00', '15:30', '16:00'])
})

it('is refused over more than eight weeks, and with somebody who has no account', async () => {
  expect(codeOf(await slots([people.maren.id], { to: '2027-01-25T00:00:00.001Z' }))).toBe('bad-times')
  expect(codeOf(await slots(['01990000-0000-7000-8000-0000000000ff']))).toBe('not-found')
})

it('is for those who arrange interviews', async () => {
  const asked = await s.test.kernel.ask(
    freeSlotsOf,
    { userIds: [people.maren.id], ...monday },
    { actor: { ...s.cast.maren, permissions: new Set() } as never },
  )
  expect(codeOf(asked)).toBe('not-allowed')
})
