import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { identifyCandidate, identifyCandidates } from '../../src/candidates/door.ts'
import { candidates } from '../../src/candidates/room.ts'
import { defineCommand } from '../../src/kernel/command.ts'
import { systemOnly } from '../../src/kernel/model/permission.ts'
import { ok } from '../../src/kernel/model/result.ts'
import { defineRoom } from '../../src/kernel/room.ts'
import { sql } from '../../src/kernel/sql.ts'
import { insertCast } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

const arrive = defineCommand({
  name: 'arrivals.arrive',
  says: 'People come in.',
  permission: systemOnly,
  input: z.array(z.record(z.string(), z.any())),
  handle: async (tx, arrivals) =>
    ok(
      arrivals.length === 1
        ? [await identifyCandidate(tx, arrivals[0] as never)]
        : await identifyCandidates(tx, arrivals as never),
    ),
})
const arrivals = defineRoom({ name: 'arrivals', commands: [arrive] } as const)

let test: TestKernel
beforeAll(async () => {
  test = await testKernel([candidates, arrivals])
  await insertCast(test.database, test.kernel.rooms)
})
afterAll(() => test.close())

const run = async (...people: object[]) => {
  const result = await test.kernel.as('test').run(arrive, people as never)
  if (!result.ok) throw new Error(result.refusal.says)
  return result.value
}
const rows = async <Row>(statement: ReturnType<typeof sql<Row>>) =>
  (await statement.execute(test.database.read)).rows

describe('who comes in', () => {
  it('is made when nobody like them is on record, with primary contact points and provenance', async () => {
    const [one] = await run({
      name: 'Łukasz Wiśniewski',
      emails: ['Lukasz.W@Example.org', 'not an address'],
      phones: ['+48 501 555 123'],
      location: 'Gdańsk',
      source: 'application',
    })
    expect(one).toMatchObject({ isNew: true, suggestions: [] })
    const points = await rows(
      sql`select kind, value, normalised, is_primary as "isPrimary", came_from as "cameFrom" from candidates.contact_point where candidate_id = ${one!.candidateId} order by kind`,
    )
    expect(points).toEqual([
      {
        kind: 'email',
        value: 'Lukasz.W@Example.org',
        normalised: 'lukasz.w@example.org',
        isPrimary: true,
        cameFrom: 'application',
      },
      {
        kind: 'phone',
        value: '+48 501 555 123',
        normalised: '+48501555123',
        isPrimary: true,
        cameFrom: 'application',
      },
    ])
    expect(
      await rows(
        sql`select field, value from candidates.provenance where candidate_id = ${one!.candidateId} order by field`,
      ),
    ).toEqual([
      { field: 'location', value: 'Gdańsk' },
      { field: 'name', value: 'Łukasz Wiśniewski' },
    ])
  })

  it('joins a certain match: gains the new contact points, fills what was empty, overwrites nothing', async () => {
    const [first] = await run({
      name: 'Nina Petrova',
      emails: ['nina@example.org'],
      title: 'Engineer',
      source: 'import',
    })
    const [again] = await run({
      name: 'Nína Petrova',
      emails: ['NINA@example.org', 'n.petrova@work.example'],
      title: 'Director',
      company: 'Acme',
      source: 'application',
    })
    expect(again).toMatchObject({ candidateId: first!.candidateId, isNew: false })
    expect(
      await rows(sql`select name, title, company from candidates.candidate where id = ${first!.candidateId}`),
    ).toEqual([{ name: 'Nina Petrova', title: 'Engineer', company: 'Acme' }])
    expect(
      await rows(
        sql`select normalised, is_primary as "isPrimary", came_from as "cameFrom" from candidates.contact_point where candidate_id = ${first!.candidateId} order by id`,
      ),
    ).toEqual([
      { normalised: 'nina@example.org', isPrimary: true, cameFrom: 'import' },
      { normalised: 'n.petrova@work.example', isPrimary: false, cameFrom: 'application' },
    ])
  })

  it('is suggested, never joined, when the same address bears another name', async () => {
    const [parent] = await run({
      name: 'Babajide Okafor',
      emails: ['okafor.family@example.org'],
      source: 'application',
    })
    const [child] = await run({
      name: 'Chiamaka Okafor',
      emails: ['okafor.family@example.org'],
      source: 'application',
    })
    expect(child!.isNew).toBe(true)
    expect(child!.suggestions).toMatchObject([{ candidateId: parent!.candidateId }])
    const [suggestion] = await rows<{ reasons: { code: string; says: string }[] }>(
      sql`select reasons from candidates.duplicate_suggestion where id = ${child!.suggestions[0]!.id}`,
    )
    expect(suggestion!.reasons.map(({ code }) => code)).toContain('email-same')
  })

  it('does not take a mailbox that many share for a person', async () => {
    const [one] = await run({ name: 'Ada Byron', emails: ['jobs@agency.example'], source: 'import' })
    const [other] = await run({ name: 'Grace Murray', emails: ['jobs@agency.example'], source: 'import' })
    expect(other).toMatchObject({ isNew: true, suggestions: [] })
    expect(other!.candidateId).not.toBe(one!.candidateId)
  })

  it('is made once when the same person stands twice in one list', async () => {
    const both = await run(
      { name: 'Σοφία Παπαδοπούλου', emails: ['sofia@example.gr'], source: 'import' },
      { name: 'Sofia Papadopoulou', emails: ['sofia@example.gr', 'sp@example.gr'], source: 'import' },
    )
    expect(both.map(({ isNew }) => isNew)).toEqual([true, false])
    expect(new Set(both.map(({ candidateId }) => candidateId)).size).toBe(1)
    expect(
      await rows(
        sql`select normalised from candidates.contact_point where candidate_id = ${both[0]!.candidateId} order by id`,
      ),
    ).toEqual([{ normalised: 'sofia@example.gr' }, { normalised: 'sp@example.gr' }])
  })

  it('is made once when the same person comes in twice at the same moment', async () => {
    const both = await Promise.all(
      [1, 2, 3].map(() => run({ name: 'Mateo Quispe', emails: ['mateo@example.pe'], source: 'application' })),
    )
    expect(new Set(both.map(([one]) => one!.candidateId)).size).toBe(1)
    expect(both.filter(([one]) => one!.isNew)).toHaveLength(1)
  })
})
