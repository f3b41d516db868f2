import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { identifyCandidates, refreshSearch } from '../../src/candidates/door.ts'
import { candidates as candidatesRoom } from '../../src/candidates/room.ts'
import { defineCommand } from '../../src/kernel/command.ts'
import { permission, systemOnly } from '../../src/kernel/model/permission.ts'
import { ok } from '../../src/kernel/model/result.ts'
import { defineRoom } from '../../src/kernel/room.ts'
import { sql } from '../../src/kernel/sql.ts'
import { candidateFacets } from '../../src/views/candidate-facets.ts'
import { candidates } from '../../src/views/candidates.ts'
import { views } from '../../src/views/room.ts'
import { searchPeople } from '../../src/views/search-people.ts'
import { type Cast, insertCast, people } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

const arrive = defineCommand({
  name: 'arrivals.arrive',
  says: 'People with résumés come in.',
  permission: systemOnly,
  input: z.array(z.object({ name: z.string(), resume: z.string().default('') }).loose()),
  handle: async (tx, arrivals) => {
    const done = await identifyCandidates(
      tx,
      arrivals.map(({ resume: _, ...one }) => ({ ...one, source: 'import' })),
    )
    const texts = new Map(done.map(({ candidateId }, at) => [candidateId as string, arrivals[at]!.resume]))
    await refreshSearch(tx, [...texts.keys()], texts)
    return ok(done.map(({ candidateId }) => candidateId))
  },
})
const seeJobs = permission('ats.seeAllJobs', 'See every job', ['recruiter'])
const arrivals = defineRoom({ name: 'arrivals', commands: [arrive], permissions: [seeJobs] } as const)
const rooms = [candidatesRoom, arrivals, views]

let test: TestKernel
let cast: Cast
const ids: Record<string, string> = {}

beforeAll(async () => {
  test = await testKernel(rooms)
  cast = await insertCast(test.database, rooms)
  const everyone = [
    {
      name: 'Нина Петрова',
      emails: ['nina@example.org'],
      title: 'Data Engineer',
      resume: 'Python, Spark and machine learning at scale',
    },
    {
      name: '佐藤 健',
      emails: ['sato@example.jp'],
      title: 'Roboticist',
      resume: '機械学習 と ロボット 制御',
    },
    {
      name: 'Łukasz Wiśniewski',
      phones: ['+48 501 555 123'],
      company: 'Stocznia Gdańsk',
      country: 'PL',
      resume: 'Welding of hulls. Learning machine drawings.',
    },
    { name: 'Θάλεια Παππά', emails: ['thaleia@example.gr'], resume: 'Node.js, C++ and C# services' },
    {
      name: 'Jürgen Großmann',
      emails: ['jg@example.de'],
      title: 'Java Developer',
      country: 'DE',
      resume: 'Java and Kotlin, junior teams',
    },
    { name: 'Amara Okonkwo', emails: ['amara@example.ng'], resume: 'JavaScript and Kotlin' },
  ]
  for (const [at, one] of everyone.entries()) {
    test.setNow(`2026-11-${String(10 + at).padStart(2, '0')}T12:00:00.000Z`)
    const result = await test.kernel.as('test').run(arrive, [one] as never)
    if (!result.ok) throw new Error(result.refusal.says)
    ids[one.name] = result.value[0]!
  }
})
afterAll(() => test.close())

const found = async (input: object, as: keyof Cast = 'maren') => {
  const result = await test.kernel.ask(candidates, input, { actor: cast[as] })
  if (!result.ok) throw new Error(result.refusal.says)
  return result.value
}
const names = async (words: string) => (await found({ words })).rows.map(({ name }) => name)

describe('a search', () => {
  it.each([
    ['Нина', ['Нина Петрова']],
    ['nina', ['Нина Петрова']],
    ['Petrva', ['Нина Петрова']],
    ['佐藤', ['佐藤 健']],
    ['機械', ['佐藤 健']],
    ['Łukasz', ['Łukasz Wiśniewski']],
    ['lukasz wisniewski', ['Łukasz Wiśniewski']],
    ['Wisnewski', ['Łukasz Wiśniewski']],
    ['Θάλεια', ['Θάλεια Παππά']],
    ['ΘΑΛΕΙΑ', ['Θάλεια Παππά']],
    ['grossmann', ['Jürgen Großmann']],
    ['"machine learning"', ['Нина Петрова']],
    ['machine learning', ['Łukasz Wiśniewski', 'Нина Петрова']],
    ['machine learning -spark', ['Łukasz Wiśniewski']],
    ['kotlin', ['Amara Okonkwo', 'Jürgen Großmann']],
    ['kotlin -java', ['Amara Okonkwo']],
    ['spark OR welding', ['Łukasz Wiśniewski', 'Нина Петрова']],
    ['node.js', ['Θάλεια Παππά']],
    ['C++', ['Θάλεια Παππά']],
    ['C#', ['Θάλεια Παππά']],
    ['stocznia', ['Łukasz Wiśniewski']],
    ['amara@example.ng', ['Amara Okonkwo']],
    ['501 555 123', ['Łukasz Wiśniewski']],
    ['zzxqyv', []],
    ["'); drop table candidates.candidate; --", []],
  ])('for %s finds %j, the latest active first', async (words, expected) =>
    expect(await names(words)).toEqual(expected),
  )

  it('says why each was found', async () => {
    const { rows } = await found({ words: 'kotlin' })
    expect(rows.map(({ why }) => why)).toEqual([
      [{ where: 'resume', pieces: ['JavaScript and ', 'Kotlin', ''] }],
      [{ where: 'resume', pieces: ['Java and ', 'Kotlin', ', junior teams'] }],
    ])
  })

  it('gives every hit once, page by page, in every order', async () => {
    for (const sort of ['recent', 'name', 'relevance'])
      for (const words of ['', 'and']) {
        const whole = (await found({ words, sort })).rows.map(({ id }) => id)
        const paged: string[] = []
        let after: string | undefined
        do {
          const page = await found({ words, sort, limit: 2, after })
          paged.push(...page.rows.map(({ id }) => id))
          after = page.next
        } while (after)
        expect(paged).toEqual(whole)
        expect(whole.length).toBe(words === '' ? 6 : 4)
      }
  })

  it('is narrowed by filters, and the facets count what is left', async () => {
    expect(
      (await found({ filters: { country: ['pl', 'de'] }, sort: 'name' })).rows.map(({ name }) => name),
    ).toEqual(['Jürgen Großmann', 'Łukasz Wiśniewski'])
    expect((await found({ filters: { contactable: false } })).rows.map(({ name }) => name)).toEqual([
      'Łukasz Wiśniewski',
    ])
    expect((await found({ filters: { hasResume: true } })).rows).toEqual([])
    const facets = await test.kernel.ask(
      candidateFacets,
      { words: 'kotlin OR welding' },
      { actor: cast.maren },
    )
    expect(facets).toMatchObject({
      value: {
        counted: 3,
        isCapped: false,
        country: [
          { value: 'DE', count: 1 },
          { value: 'PL', count: 1 },
        ],
        source: [{ value: 'import', count: 3 }],
      },
    })
  })
})

describe('the palette', () => {
  it.each([
    ['pet', ['Нина Петрова']],
    ['petr nin', ['Нина Петрова']],
    ['okonkwo', ['Amara Okonkwo']],
    ['okonko', ['Amara Okonkwo']],
    ['sato@', ['佐藤 健']],
    ['+48501555123', ['Łukasz Wiśniewski']],
    ['%', []],
  ])('finds for %s %j', async (typed, expected) => {
    const result = await test.kernel.ask(searchPeople, { typed }, { actor: cast.maren })
    expect(result.ok && result.value.people.map(({ name }) => name)).toEqual(expected)
  })
})

describe('sight', () => {
  it('shows a hiring manager only whom they were brought in for', async () => {
    expect((await found({}, 'tomas')).rows).toEqual([])
    await sql`insert into candidates.sight (user_id, candidate_id, because) values (${people.tomas.id}, ${ids['Amara Okonkwo']}, ${people.tomas.id})`.execute(
      test.database.write,
    )
    expect((await found({}, 'tomas')).rows.map(({ name }) => name)).toEqual(['Amara Okonkwo'])
    expect((await found({ words: 'kotlin' }, 'tomas')).rows.map(({ name }) => name)).toEqual([
      'Amara Okonkwo',
    ])
  })

  it('hides the people of confidential jobs, says how many, and shows them to who may see them', async () => {
    await sql`update candidates.candidate set confidential = true where id = ${ids['Jürgen Großmann']}`.execute(
      test.database.write,
    )
    const recruiter = await found({ words: 'kotlin' })
    expect(recruiter.rows.map(({ name }) => name)).toEqual(['Amara Okonkwo'])
    expect(recruiter.hidden).toBe(1)
    const officer = await found({ words: 'kotlin' }, 'zsofia')
    expect(officer.rows.map(({ name }) => name)).toEqual(['Amara Okonkwo', 'Jürgen Großmann'])
    expect(officer.hidden).toBe(0)
  })
})

it('counts those whom filters leave of a word that more than a thousand hold', async () => {
  const everyone = Array.from({ length: 1_100 }, (_, at) => ({
    name: `Person Number${at}`,
    resume: 'A ubiquitous word',
    country: at % 500 === 7 ? 'NO' : 'SE',
  }))
  const added = await test.kernel.as('test').run(arrive, everyone as never)
  expect(added.ok).toBe(true)
  const countOf = async (asked: object) => (await found({ words: 'ubiquitous', ...asked })).count
  expect(await countOf({})).toEqual({ count: 1000, more: true })
  expect(await countOf({ filters: { country: ['NO'] } })).toEqual({ count: 3, more: false })
  expect(await countOf({ words: 'ubiquitous -hulls', filters: { country: ['NO'] } })).toEqual({
    count: 3,
    more: false,
  })
})
