import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { candidates } from '../../src/candidates/room.ts'
import type { Command } from '../../src/kernel/command.ts'
import { sql } from '../../src/kernel/sql.ts'
import { type Cast, insertCast, people } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

const rooms = [candidates]
let test: TestKernel
let cast: Cast
const ids: string[] = []
beforeAll(async () => {
  test = await testKernel(rooms)
  cast = await insertCast(test.database, rooms)
})
afterAll(() => test.close())

/** Runs a command and answers its result and how many statements went to the database. */
const counted = async (name: string, input: unknown) => {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  try {
    const command = test.kernel.commandNamed(name) as Command<string, unknown, never>
    const result = await test.kernel.run(command, input, { actor: cast.maren })
    if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.says}`)
    const texts = sent.mock.calls.map(([query]) => String((query as { text?: string }).text ?? query))
    return {
      value: result.value,
      statements: texts.filter((text) => /candidates\.|kernel\.|accounts\./u.test(text)).length,
    }
  } finally {
    sent.mockRestore()
  }
}

const person = (number: number) => ({
  name: `Person ${number.toString(36)} Number${number}`,
  emails: [`person${number}@example.org`],
  phones: [`+3161000${String(number).padStart(4, '0')}`],
  company: 'Acme',
})

it('cost the same number of statements for 2 and for 200 people', async () => {
  const few = await counted('candidates.addCandidates', { candidates: [person(1), person(2)] })
  const many = await counted('candidates.addCandidates', {
    candidates: Array.from({ length: 200 }, (_, at) => person(at + 10)),
  })
  expect(few.statements).toBeGreaterThan(5)
  expect(many.statements).toBe(few.statements)
  for (const { candidateId } of (many.value as { candidates: { candidateId: string }[] }).candidates)
    ids.push(candidateId)
  expect(new Set(ids).size).toBe(200)

  const acts: [string, object][] = [
    ['candidates.changeTags', { add: ['welding', 'Gdańsk'] }],
    ['candidates.setOwner', { ownerId: people.ayse.id }],
    ['candidates.writeNotes', { body: 'Seen', mentions: [people.ayse.id] }],
    ['candidates.assignTasks', { title: 'Call', assignedTo: people.jonas.id }],
    ['candidates.holdContact', { reason: 'Asked' }],
    ['candidates.resumeContact', { reason: 'Asked again' }],
    ['candidates.changeTags', { remove: ['welding'] }],
  ]
  for (const [name, input] of acts) {
    const two = await counted(name, { ...input, candidateIds: ids.slice(0, 2) })
    const rest = await counted(name, { ...input, candidateIds: ids.slice(2) })
    expect([name, rest.statements]).toEqual([name, two.statements])
  }
})

it('record one fact for each person whom they change, and none for who was so already', async () => {
  const facts = async () =>
    (
      await sql<{ n: number }>`select count(*) as n from kernel.fact where name = 'owner.set'`.execute(
        test.database.read,
      )
    ).rows[0]!.n
  const before = await facts()
  await counted('candidates.setOwner', { candidateIds: ids.slice(0, 5), ownerId: people.ayse.id })
  expect(await facts()).toBe(before)
  await counted('candidates.setOwner', { candidateIds: ids.slice(0, 5), ownerId: null })
  expect(await facts()).toBe(before + 5)
})

it('do all or nothing: one person out of sight refuses the whole, and says who', async () => {
  await sql`update candidates.candidate set confidential = true where id = ${ids[7]}`.execute(
    test.database.write,
  )
  const command = test.kernel.commandNamed('candidates.changeTags') as Command<string, unknown, unknown>
  const result = await test.kernel.run(
    command,
    { candidateIds: ids.slice(5, 10), add: ['x'] },
    { actor: cast.maren },
  )
  expect(result).toMatchObject({ refusal: { code: 'not-found', details: [ids[7]] } })
})

it('make a contact point first, remove it, and let the next one lead', async () => {
  const candidateId = ids[20]!
  const { value } = await counted('candidates.addContactPoints', {
    contactPoints: [
      { candidateId, kind: 'email', value: 'Second@Example.org' },
      { candidateId, kind: 'email', value: 'second@example.org' },
    ],
  })
  const { added } = value as { added: string[] }
  expect(added).toHaveLength(1)
  const mails = async () =>
    (
      await sql<{
        normalised: string
        lead: boolean
      }>`select normalised, is_primary as lead from candidates.contact_point
        where candidate_id = ${candidateId} and kind = 'email' order by id`.execute(test.database.read)
    ).rows
  await counted('candidates.preferContactPoints', { contactPointIds: added })
  expect(await mails()).toEqual([
    { normalised: 'person30@example.org', lead: false },
    { normalised: 'second@example.org', lead: true },
  ])
  await counted('candidates.removeContactPoints', { contactPointIds: added })
  expect(await mails()).toEqual([{ normalised: 'person30@example.org', lead: true }])
})
