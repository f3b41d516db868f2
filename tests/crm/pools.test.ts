import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCandidates } from '../../src/candidates/arrivals/add-candidates.ts'
import { holdContact } from '../../src/candidates/contact/hold-contact.ts'
import { candidates } from '../../src/candidates/room.ts'
import { archivePools, changePool, makePool } from '../../src/crm/pools/make-pools.ts'
import { addToPool, moveInPool, poolsOf, removeFromPool } from '../../src/crm/pools/pool-members.ts'
import { setPoolStages } from '../../src/crm/pools/set-pool-stages.ts'
import { noteReadiness } from '../../src/crm/prospects/note-readiness.ts'
import { prospectOf } from '../../src/crm/prospects/prospect-of.ts'
import { snoozeProspects, wakeDueProspects, wakeSnoozed } from '../../src/crm/prospects/snooze.ts'
import { crm } from '../../src/crm/room.ts'
import { system } from '../../src/kernel/model/actor.ts'
import { sql } from '../../src/kernel/sql.ts'
import { codeOf, given, someone } from '../ats/scene.ts'
import { type Cast, insertCast, people } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

const rooms = [candidates, crm] as const
let test: TestKernel
let cast: Cast
beforeAll(async () => {
  test = await testKernel(rooms)
  cast = await insertCast(test.database, rooms)
})
afterAll(() => test.close())

const newPeople = async (count: number): Promise<string[]> =>
  given(
    await test.kernel.run(
      addCandidates,
      { candidates: Array.from({ length: count }, () => ({ name: someone() })) } as never,
      { actor: cast.maren },
    ),
  ).candidates.map(({ candidateId }) => candidateId)
const newPool = async (name: string, more: object = {}, actor = cast.maren): Promise<string> =>
  given(await test.kernel.run(makePool, { name, ...more } as never, { actor })).poolId
const standing = async (candidateId: string, actor = cast.maren) =>
  given(await test.kernel.ask(poolsOf, { candidateId }, { actor })).pools.map(({ name, stage }) => [
    name,
    stage,
  ])
const stagesOf = async (poolId: string) =>
  (
    await sql<{ id: string; name: string }>`
      select id, name from crm.pool_stage where pool_id = ${poolId} order by position`.execute(
      test.database.read,
    )
  ).rows
const as = (actor: Cast[keyof Cast]) => ({ actor })

describe('a pool', () => {
  it('begins with stages of its own, and no two at work have one name', async () => {
    const pool = await newPool('Drives')
    expect((await stagesOf(pool)).map(({ name }) => name)).toEqual(['Found', 'In touch', 'Interested'])
    expect(codeOf(await test.kernel.run(makePool, { name: 'DRIVES' } as never, as(cast.maren)))).toBe(
      'name-taken',
    )
    given(await test.kernel.run(archivePools, { poolIds: [pool], archived: true }, as(cast.maren)))
    await newPool('drives')
    expect(
      codeOf(await test.kernel.run(archivePools, { poolIds: [pool], archived: false }, as(cast.maren))),
    ).toBe('name-taken')
  })

  it('holds people in many pools, where each stays where they stand when added again', async () => {
    const [one, other] = (await newPeople(2)) as [string, string]
    const [vision, field] = [await newPool('Vision'), await newPool('Field')]
    given(await test.kernel.run(addToPool, { poolId: vision, candidateIds: [one] }, as(cast.maren)))
    const [, inTouch] = await stagesOf(vision)
    given(
      await test.kernel.run(
        moveInPool,
        { poolId: vision, candidateIds: [one], stageId: inTouch!.id },
        as(cast.maren),
      ),
    )
    const again = given(
      await test.kernel.run(addToPool, { poolId: vision, candidateIds: [one, other] }, as(cast.maren)),
    )
    expect(again.added).toEqual([other])
    expect(again.skipped).toMatchObject([{ candidateId: one, code: 'member' }])
    given(await test.kernel.run(addToPool, { poolId: field, candidateIds: [one] }, as(cast.maren)))
    expect(await standing(one)).toEqual([
      ['Field', 'Found'],
      ['Vision', 'In touch'],
    ])
  })

  it('takes nobody in who asked not to be contacted, and says so', async () => {
    const [one] = (await newPeople(1)) as [string]
    given(
      await test.kernel.run(
        holdContact,
        { candidateIds: [one], reason: 'Asked by mail' } as never,
        as(cast.maren),
      ),
    )
    const pool = await newPool('Quiet')
    const answer = given(
      await test.kernel.run(addToPool, { poolId: pool, candidateIds: [one] }, as(cast.maren)),
    )
    expect(answer).toMatchObject({ added: [], skipped: [{ code: 'do-not-contact' }] })
  })

  it('gives back where people stood when they are taken out, so that it can be undone', async () => {
    const [one] = (await newPeople(1)) as [string]
    const pool = await newPool('Back')
    const [, , interested] = await stagesOf(pool)
    given(
      await test.kernel.run(
        addToPool,
        { poolId: pool, candidateIds: [one], stageId: interested!.id },
        as(cast.maren),
      ),
    )
    const { removed } = given(
      await test.kernel.run(removeFromPool, { poolId: pool, candidateIds: [one] }, as(cast.maren)),
    )
    expect(removed).toEqual([{ candidateId: one, stageId: interested!.id }])
    expect(await standing(one)).toEqual([])
  })

  it('keeps a stage in which anybody stands', async () => {
    const [one] = (await newPeople(1)) as [string]
    const pool = await newPool('Stages')
    given(await test.kernel.run(addToPool, { poolId: pool, candidateIds: [one] }, as(cast.maren)))
    const [found, inTouch] = await stagesOf(pool)
    const without = (id: string) =>
      test.kernel.run(
        setPoolStages,
        { poolId: pool, stages: [{ id, name: 'Kept', isReady: true }] },
        as(cast.maren),
      )
    expect(codeOf(await without(inTouch!.id))).toBe('stage-in-use')
    given(await without(found!.id))
    expect(await stagesOf(pool)).toEqual([{ id: found!.id, name: 'Kept' }])
  })

  it('that is private exists only for its owner, its readers and who sees every one', async () => {
    const [one] = (await newPeople(1)) as [string]
    const pool = await newPool('Secret', { access: 'private' })
    const input = { poolId: pool, candidateIds: [one] }
    expect(codeOf(await test.kernel.run(addToPool, input, as(cast.ayse)))).toBe('not-found')
    given(await test.kernel.run(addToPool, input, as(cast.priya)))
    expect(await standing(one, cast.ayse)).toEqual([])
    given(
      await test.kernel.run(changePool, { poolId: pool, readers: [people.ayse.id] } as never, as(cast.maren)),
    )
    expect(await standing(one, cast.ayse)).toEqual([['Secret', 'Found']])
  })
})

describe('a prospect', () => {
  it('would move from a day on that is worth nothing half a year later', async () => {
    const [one] = (await newPeople(1)) as [string]
    const said = given(
      await test.kernel.run(noteReadiness, { candidateIds: [one], months: 3 }, as(cast.maren)),
    )
    expect(said).toMatchObject({ readyFrom: '2027-02-21', readyUntil: '2027-08-21' })
  })

  it('is known by what was said of them, and for as long as it counts', async () => {
    const [one] = (await newPeople(1)) as [string]
    const known = async () => given(await test.kernel.ask(prospectOf, { candidateId: one }, as(cast.maren)))
    expect(await known()).toMatchObject({ readiness: 'unknown', readyFrom: null, snoozedUntil: null })
    given(await test.kernel.run(noteReadiness, { candidateIds: [one], months: 0 }, as(cast.maren)))
    const input = { candidateIds: [one], until: '2027-03-01', reason: 'Bonus in February' }
    given(await test.kernel.run(snoozeProspects, input, as(cast.maren)))
    expect(await known()).toMatchObject({
      readiness: 'now',
      snoozedUntil: '2027-03-01',
      snoozeReason: 'Bonus in February',
      snoozedByName: people.maren.name,
    })
    given(await test.kernel.run(noteReadiness, { candidateIds: [one], months: null }, as(cast.maren)))
    expect(await known()).toMatchObject({ readiness: 'unknown' })
    expect(codeOf(await test.kernel.ask(prospectOf, { candidateId: one }, as(cast.lars)))).toBe('not-allowed')
  })

  it('who is let be comes back on the day as a task with the reason, once', async () => {
    const [one, other] = (await newPeople(2)) as [string, string]
    const input = { candidateIds: [one, other], until: '2026-12-01', reason: 'Has a new-born' }
    given(await test.kernel.run(snoozeProspects, input, as(cast.maren)))
    given(await test.kernel.run(wakeSnoozed, { candidateIds: [other] }, as(cast.maren)))
    const wake = () => test.kernel.run(wakeDueProspects, {}, { actor: system('clock') })
    expect(given(await wake())).toEqual({ woken: 0 })
    test.setNow('2026-12-01T06:00:00.000Z')
    expect(given(await wake())).toEqual({ woken: 1 })
    expect(given(await wake())).toEqual({ woken: 0 })
    const { rows } = await sql<{ title: string; due: string; assignedTo: string }>`
      select title, due, assigned_to as "assignedTo" from candidates.task where candidate_id = any(${[one, other]}::uuid[])`.execute(
      test.database.read,
    )
    expect(rows).toEqual([{ title: 'Has a new-born', due: '2026-12-01', assignedTo: people.maren.id }])
  })

  it('is not let be until a day that is past', async () => {
    const [one] = (await newPeople(1)) as [string]
    expect(
      codeOf(
        await test.kernel.run(
          snoozeProspects,
          { candidateIds: [one], until: '2026-11-01', reason: null },
          as(cast.maren),
        ),
      ),
    ).toBe('day-passed')
  })
})
