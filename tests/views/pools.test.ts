import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCandidates } from '../../src/candidates/arrivals/add-candidates.ts'
import { candidates as candidatesRoom } from '../../src/candidates/room.ts'
import { memberStates } from '../../src/crm/model/pool.ts'
import { makePool } from '../../src/crm/pools/make-pools.ts'
import { addToPool, moveInPool, removeFromPool } from '../../src/crm/pools/pool-members.ts'
import { noteReadiness } from '../../src/crm/prospects/note-readiness.ts'
import { snoozeProspects } from '../../src/crm/prospects/snooze.ts'
import { crm } from '../../src/crm/room.ts'
import type { Command } from '../../src/kernel/command.ts'
import { sql } from '../../src/kernel/sql.ts'
import { candidateFacets } from '../../src/views/candidate-facets.ts'
import { candidates } from '../../src/views/candidates.ts'
import { pool as onePool, pools } from '../../src/views/pools.ts'
import { views } from '../../src/views/room.ts'
import { timeline } from '../../src/views/timeline.ts'
import { given, someone } from '../ats/scene.ts'
import { type Cast, insertCast } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

const rooms = [candidatesRoom, crm, views] as const
let test: TestKernel
let cast: Cast
let people: string[]
let drives: string
let secret: string

beforeAll(async () => {
  test = await testKernel(rooms)
  cast = await insertCast(test.database, rooms)
  const run = async <Input, Output>(command: Command<string, Input, Output>, input: unknown) =>
    given(await test.kernel.run(command, input, { actor: cast.maren }))
  const { candidates: added } = await run(addCandidates, {
    candidates: Array.from({ length: 6 }, (_, at) => ({
      name: someone(),
      emails: at < 5 ? [`p${at}@pools.example`] : [],
    })),
  })
  people = added.map(({ candidateId }) => candidateId)
  drives = (await run(makePool, { name: 'Drives' })).poolId
  secret = (await run(makePool, { name: 'Successor', access: 'private' })).poolId
  await run(addToPool, { poolId: drives, candidateIds: people })
  await run(addToPool, { poolId: secret, candidateIds: [people[0]] })
  const { stages } = given(await test.kernel.ask(onePool, { poolId: drives }, { actor: cast.maren }))
  // 0 and 1 stand in the ready stage, 1 is let be; 2 would move now, 3 in three months; 4 was written to.
  await run(moveInPool, { poolId: drives, candidateIds: people.slice(0, 2), stageId: stages[2]!.id })
  await run(snoozeProspects, { candidateIds: [people[1]], until: '2027-01-10', reason: null })
  await run(noteReadiness, { candidateIds: [people[2]], months: 0 })
  await run(noteReadiness, { candidateIds: [people[3]], months: 3 })
  await sql`update candidates.candidate set last_outbound_at = ${test.now()} where id = ${people[4]!}`.execute(
    test.database.write,
  )
})
afterAll(() => test.close())

const seen = async (poolId = drives, actor = cast.maren) =>
  given(await test.kernel.ask(onePool, { poolId }, { actor }))
const rowsOf = async (filters: object, actor = cast.maren) =>
  given(await test.kernel.ask(candidates, { filters } as never, { actor })).rows
const told = async (candidateId: string, actor: Cast[keyof Cast]) =>
  given(await test.kernel.ask(timeline, { candidateId }, { actor })).entries.map(({ says }) => says)

describe('a pool', () => {
  it('counts who is ready, went quiet, is let be and can’t be reached', async () => {
    expect(await seen()).toMatchObject({ people: 6, ready: 2, quiet: 5, snoozed: 1, unreachable: 1 })
  })

  it.each(memberStates)('opens as many rows as it counts: %s', async (state) => {
    const rows = await rowsOf({ pools: [drives], memberStates: [state] })
    expect(rows).toHaveLength((await seen())[state])
  })

  it('shows those who are the one or the other', async () => {
    const rows = await rowsOf({ pools: [drives], memberStates: ['ready', 'snoozed'] })
    expect(rows.map(({ id }) => id).toSorted()).toEqual(people.slice(0, 3).toSorted())
  })

  it('says of each where they stand and when they would move, and only where one pool is asked for', async () => {
    const rows = await rowsOf({ pools: [drives] })
    const of = (at: number) => rows.find(({ id }) => id === people[at])!.standing
    expect(of(1)).toMatchObject({ stage: 'Interested', snoozedUntil: '2027-01-10' })
    expect(of(3)).toMatchObject({ stage: 'Found', readyFrom: '2027-02-21' })
    expect((await rowsOf({})).every(({ standing }) => standing === null)).toBe(true)
  })
})

describe('a private pool', () => {
  it('narrows the list to nobody for whom it does not exist, and is no value of a filter', async () => {
    expect(await rowsOf({ pools: [secret] })).toHaveLength(1)
    expect(await rowsOf({ pools: [secret] }, cast.ayse)).toEqual([])
    const values = async (actor: Cast[keyof Cast]) =>
      given(await test.kernel.ask(candidateFacets, {}, { actor })).pools.map(({ label, count }) => [
        label,
        count,
      ])
    expect(await values(cast.maren)).toEqual([
      ['Drives', 6],
      ['Successor', 1],
    ])
    expect(await values(cast.ayse)).toEqual([['Drives', 6]])
  })

  it('is read of on a person’s timeline by whom it exists for, and by nobody else', async () => {
    expect(await told(people[0]!, cast.maren)).toEqual(
      expect.arrayContaining([
        'Maren Osei put them into Successor',
        'Maren Osei moved them to Interested in Drives',
      ]),
    )
    const others = await told(people[0]!, cast.ayse)
    expect(others).toContain('Maren Osei put them into Drives')
    expect(others.join()).not.toContain('Successor')
    expect(others.filter((says) => says.includes('put them into'))).toHaveLength(1)
  })
})

it('the list of pools leaves out the archived and the unseen', async () => {
  const names = async (actor: Cast[keyof Cast]) =>
    given(await test.kernel.ask(pools, {}, { actor })).pools.map(({ name }) => name)
  expect(await names(cast.maren)).toEqual(['Drives', 'Successor'])
  expect(await names(cast.ayse)).toEqual(['Drives'])
  given(
    await test.kernel.run(
      removeFromPool,
      { poolId: secret, candidateIds: [people[0]!] },
      { actor: cast.maren },
    ),
  )
  expect(await seen(secret)).toMatchObject({ people: 0, ready: 0 })
})
