import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CandidateId } from '../../src/kernel/model/id.ts'
import { ok } from '../../src/kernel/model/result.ts'
import { minutesAfter } from '../../src/kernel/model/time.ts'
import type { WriteTx } from '../../src/kernel/transaction.ts'
import {
  answerAppointments,
  appointmentsByIds,
  bookAppointments,
  cancelAppointments,
  moveAppointments,
  moveAppointmentsForMerge,
  returnAppointmentsOfMerge,
} from '../../src/scheduling/door.ts'
import { codeOf, given } from '../ats/scene.ts'
import { people } from '../support/cast.ts'
import { at, hour, scene } from './scene.ts'

let s: Awaited<ReturnType<typeof scene>>
beforeAll(async () => {
  s = await scene()
})
afterAll(() => s.test.close())

const book = async (...bookings: Parameters<typeof bookAppointments>[1]) =>
  given(await s.act((tx) => bookAppointments(tx, bookings))).appointmentIds
const moveTo = (appointmentId: string, startsAt: string, more: object = {}) =>
  s.act((tx) =>
    moveAppointments(tx, [
      { appointmentId, startsAt: at(startsAt), endsAt: minutesAfter(at(startsAt), 60), ...more },
    ]),
  )
const answer = async (...list: Parameters<typeof answerAppointments>[1]) =>
  given(await s.act(async (tx) => ok(await answerAppointments(tx, list))))
/** Runs what records no fact of its own beside one that does. */
const silently = async (operation: (tx: WriteTx) => Promise<unknown>) =>
  given(
    await s.act(async (tx) => {
      await operation(tx)
      return bookAppointments(tx, [hour('2026-12-13T09:00:00.000Z', [])])
    }),
  )
const one = async (id: string) => (await s.look((tx) => appointmentsByIds(tx, [id])))[0]!

describe('an appointment', () => {
  it('is booked for colleagues and a candidate, and stands on the candidate’s timeline', async () => {
    const candidateId = await s.newPerson()
    const [id] = (await book(
      hour('2026-12-01T09:00:00.000Z', [{ userId: people.zsofia.id }, { candidateId }, { candidateId }]),
    )) as [string]
    expect(await one(id)).toMatchObject({
      title: 'Technical interview',
      startsAt: '2026-12-01T09:00:00.000Z',
      endsAt: '2026-12-01T10:00:00.000Z',
      sequence: 0,
      state: 'booked',
      attendees: [
        { userId: people.zsofia.id, candidateId: null, answer: 'none' },
        { userId: null, candidateId, answer: 'none' },
      ],
    })
    expect(await s.facts(id)).toMatchObject([{ name: 'appointment.booked', candidateId }])
  })

  it('takes an id that its caller has chosen', async () => {
    const appointmentId = '01990000-0000-7000-8000-0000000000aa'
    expect(await book(hour('2026-12-01T15:00:00.000Z', [], { appointmentId }))).toEqual([appointmentId])
  })

  it.each([
    ['ends before it starts', { endsAt: at('2026-12-01T08:00:00.000Z') }, 'bad-times'],
    ['lasts longer than a day', { endsAt: at('2026-12-02T09:00:00.001Z') }, 'bad-times'],
    ['is in a zone that nobody knows', { zone: 'Europe/Atlantis' }, 'unknown-zone'],
    ['is of nobody who has an account', { organiserId: '01990000-0000-7000-8000-0000000000ff' }, 'not-found'],
  ])('that %s is not booked', async (_, more, code) => {
    const wrong = hour('2026-12-01T09:00:00.000Z', [], more)
    expect(codeOf(await s.act((tx) => bookAppointments(tx, [wrong])))).toBe(code)
  })

  it('moves with a higher number, and asks everybody again only when its time is another', async () => {
    const [userId] = (await s.newUsers(1)) as [string]
    const [id] = (await book(hour('2026-12-03T09:00:00.000Z', [{ userId }]))) as [string]
    await answer({ appointmentId: id, userId, answer: 'accepted' })
    given(await moveTo(id, '2026-12-03T09:00:00.000Z', { place: 'Room 5' }))
    expect(await one(id)).toMatchObject({
      place: 'Room 5',
      title: 'Technical interview',
      sequence: 1,
      attendees: [{ answer: 'accepted' }],
    })
    // Half an hour later overlaps its own old time, which is no obstacle.
    given(await moveTo(id, '2026-12-03T09:30:00.000Z'))
    expect(await one(id)).toMatchObject({
      startsAt: '2026-12-03T09:30:00.000Z',
      place: 'Room 5',
      sequence: 2,
      attendees: [{ answer: 'none' }],
    })
    expect((await s.facts(id)).map(({ name, particulars }) => [name, particulars.startedAt])).toEqual([
      ['appointment.booked', undefined],
      ['appointment.answered', undefined],
      ['appointment.moved', '2026-12-03T09:00:00.000Z'],
      ['appointment.moved', '2026-12-03T09:00:00.000Z'],
    ])
  })

  it('is called off once, gives the time back, and does not move any more', async () => {
    const [user] = (await s.newUsers(1)) as [string]
    const [id] = (await book(hour('2026-12-04T09:00:00.000Z', [{ userId: user }]))) as [string]
    const cancel = () => s.act(async (tx) => ok(await cancelAppointments(tx, [id])))
    expect(given(await cancel())).toEqual({ cancelled: [id] })
    expect(given(await cancel())).toEqual({ cancelled: [] })
    expect(await one(id)).toMatchObject({ state: 'cancelled', sequence: 1 })
    expect(codeOf(await moveTo(id, '2026-12-04T11:00:00.000Z'))).toBe('not-booked')
    await book(hour('2026-12-04T09:00:00.000Z', [{ userId: user }]))
  })
})

describe('an answer', () => {
  it('of somebody who is asked counts once; of anybody else, or when it is called off, not at all', async () => {
    const [userId, other] = (await s.newUsers(2)) as [string, string]
    const candidateId = await s.newPerson()
    const [id] = (await book(hour('2026-12-11T09:00:00.000Z', [{ userId }, { candidateId }]))) as [string]
    const accepted = { appointmentId: id, candidateId, answer: 'accepted' } as const
    expect(await answer(accepted)).toEqual({ answered: [id] })
    expect(await answer(accepted)).toEqual({ answered: [] })
    expect(await answer({ appointmentId: id, userId: other, answer: 'declined' })).toEqual({ answered: [] })
    expect((await one(id)).attendees.map(({ answer }) => answer)).toEqual(['none', 'accepted'])
    given(await s.act(async (tx) => ok(await cancelAppointments(tx, [id]))))
    expect(await answer({ appointmentId: id, userId, answer: 'accepted' })).toEqual({ answered: [] })
    expect((await s.facts(id)).map(({ name, particulars }) => [name, particulars.answer])).toEqual([
      ['appointment.booked', undefined],
      ['appointment.answered', 'accepted'],
      ['appointment.cancelled', undefined],
    ])
  })

  it('goes with the person when records are merged, and back', async () => {
    const [from, to] = [await s.newPerson(), await s.newPerson()] as [CandidateId, CandidateId]
    const mergeId = '01990000-0000-7000-8000-0000000000bb'
    const [id] = (await book(hour('2026-12-12T09:00:00.000Z', [{ candidateId: from }]))) as [string]
    const asked = async () => (await one(id)).attendees.map(({ candidateId }) => candidateId)
    await silently((tx) => moveAppointmentsForMerge(tx, { from, to, mergeId }))
    expect(await asked()).toEqual([to])
    await silently((tx) => returnAppointmentsOfMerge(tx, { to: from, mergeId, within: [] }))
    expect(await asked()).toEqual([from])
  })
})

describe('nobody is booked twice at a time', () => {
  it('when fifty try at once, one gets the time and the others are told who is taken', async () => {
    const [user, other] = (await s.newUsers(2)) as [string, string]
    const tries = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        s.act((tx) =>
          bookAppointments(tx, [
            hour(
              '2026-12-07T09:00:00.000Z',
              n % 2 ? [{ userId: user }, { userId: other }] : [{ userId: other }, { userId: user }],
            ),
          ]),
        ),
      ),
    )
    const refusals = tries.flatMap((result) => (result.ok ? [] : [result.refusal]))
    expect(refusals.length).toBe(49)
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['taken']))
    expect(refusals[0]!.details).toEqual({ userIds: [user, other].toSorted() })
  })

  it('when two appointments are moved to one time at once, one stays', async () => {
    const [user] = (await s.newUsers(1)) as [string]
    const ids = await book(
      hour('2026-12-08T09:00:00.000Z', [{ userId: user }]),
      hour('2026-12-08T11:00:00.000Z', [{ userId: user }]),
    )
    const moves = await Promise.all(ids.map((id) => moveTo(id, '2026-12-08T14:00:00.000Z')))
    expect(moves.map(codeOf).toSorted()).toEqual(['ok', 'taken'])
  })

  it('within one list either; and of a refused list nothing is booked', async () => {
    const [user, other] = (await s.newUsers(2)) as [string, string]
    const list = [
      hour('2026-12-09T09:00:00.000Z', [{ userId: user }]),
      hour('2026-12-09T09:30:00.000Z', [{ userId: user }]),
      hour('2026-12-09T09:00:00.000Z', [{ userId: other }]),
    ]
    expect(codeOf(await s.act((tx) => bookAppointments(tx, list)))).toBe('taken')
    await book(list[1]!, list[2]!)
  })

  it('but one may begin when the other ends, and two may change places', async () => {
    const [user] = (await s.newUsers(1)) as [string]
    const ids = await book(
      hour('2026-12-10T09:00:00.000Z', [{ userId: user }]),
      hour('2026-12-10T10:00:00.000Z', [{ userId: user }]),
    )
    const swapped = ids.map((appointmentId, n) => ({
      appointmentId,
      startsAt: at(n ? '2026-12-10T09:00:00.000Z' : '2026-12-10T10:00:00.000Z'),
      endsAt: at(n ? '2026-12-10T10:00:00.000Z' : '2026-12-10T11:00:00.000Z'),
    }))
    given(await s.act((tx) => moveAppointments(tx, swapped)))
  })
})

it('needs as many statements for 200 appointments as for 2', async () => {
  const acts = async (count: number) => {
    const users = await s.newUsers(count)
    const booked = await s.counting((tx) =>
      bookAppointments(
        tx,
        users.map((userId) => hour('2027-01-12T09:00:00.000Z', [{ userId }])),
      ),
    )
    const ids = given(booked.result).appointmentIds
    const moved = await s.counting((tx) =>
      moveAppointments(
        tx,
        ids.map((appointmentId) => ({
          appointmentId,
          startsAt: at('2027-01-13T09:00:00.000Z'),
          endsAt: at('2027-01-13T10:00:00.000Z'),
        })),
      ),
    )
    const cancelled = await s.counting(async (tx) => ok(await cancelAppointments(tx, ids)))
    return [booked, moved, cancelled].map(({ result, statements }) => {
      given(result as never)
      return statements
    })
  }
  expect(await acts(200)).toEqual(await acts(2))
})
