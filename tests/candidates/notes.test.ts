import { afterAll, beforeAll, expect, it } from 'vitest'
import { candidates } from '../../src/candidates/room.ts'
import type { Command } from '../../src/kernel/command.ts'
import { sql } from '../../src/kernel/sql.ts'
import { views } from '../../src/views/room.ts'
import { timeline } from '../../src/views/timeline.ts'
import { type Cast, insertCast, people } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

const rooms = [candidates, views]
let test: TestKernel
let cast: Cast
let amara: string
beforeAll(async () => {
  test = await testKernel(rooms)
  cast = await insertCast(test.database, rooms)
  const added = await run<{ candidates: { candidateId: string }[] }>('maren', 'candidates.addCandidates', {
    candidates: [{ name: 'Amara Okonkwo', emails: ['amara@example.ng'] }],
  })
  amara = added.candidates[0]!.candidateId
  await sql`insert into candidates.sight (user_id, candidate_id, because) values (${people.tomas.id}, ${amara}, ${amara})`.execute(
    test.database.write,
  )
})
afterAll(() => test.close())

const attempt = (by: keyof Cast, name: string, input: unknown) =>
  test.kernel.run(test.kernel.commandNamed(name) as Command<string, unknown, unknown>, input, {
    actor: cast[by],
  })
const run = async <Output>(by: keyof Cast, name: string, input: unknown): Promise<Output> => {
  const result = await attempt(by, name, input)
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.says}`)
  return result.value as Output
}
const read = async (by: keyof Cast, kinds?: string[]) => {
  const result = await test.kernel.ask(timeline, { candidateId: amara, kinds }, { actor: cast[by] })
  return result.ok ? result.value.entries : result.refusal.code
}
const notesOf = async (by: keyof Cast) => {
  const entries = await read(by, ['note'])
  return typeof entries === 'string' ? entries : entries.map(({ text }) => text)
}

it('are read by whom they are for, and by nobody else', async () => {
  const write = (body: string, privateTo: string, mentions: string[] = []) =>
    run('maren', 'candidates.writeNotes', { candidateIds: [amara], body, privateTo, mentions })
  test.setNow('2026-11-21T12:01:00.000Z')
  await write('For all of us', 'team')
  test.setNow('2026-11-21T12:02:00.000Z')
  await write('For recruiters', 'recruiters')
  test.setNow('2026-11-21T12:03:00.000Z')
  await write('For recruiters and Tomás', 'recruiters', [people.tomas.id])
  test.setNow('2026-11-21T12:04:00.000Z')
  await write('For myself', 'author', [people.ayse.id])
  expect(await notesOf('maren')).toEqual([
    'For myself',
    'For recruiters and Tomás',
    'For recruiters',
    'For all of us',
  ])
  expect(await notesOf('ayse')).toEqual(['For recruiters and Tomás', 'For recruiters', 'For all of us'])
  expect(await notesOf('tomas')).toEqual(['For recruiters and Tomás', 'For all of us'])
  expect(await notesOf('jonas')).toEqual(['For all of us'])
  expect(await notesOf('lars')).toBe('not-found')
})

it('tell whom they mention once, unless they are for oneself', async () => {
  const told = await sql<{
    userId: string
  }>`select user_id as "userId" from accounts.notification where kind = 'mention'`.execute(test.database.read)
  expect(told.rows).toEqual([{ userId: people.tomas.id }])
})

it('are changed and deleted by their author only', async () => {
  const { noteIds } = await run<{ noteIds: string[] }>('tomas', 'candidates.writeNotes', {
    candidateIds: [amara],
    body: 'Strong on hydraulics',
  })
  const noteId = noteIds[0]!
  expect(await attempt('maren', 'candidates.correctNote', { noteId, body: 'Weak' })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(await attempt('priya', 'candidates.deleteNote', { noteId })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  await run('tomas', 'candidates.correctNote', { noteId, body: 'Very strong on hydraulics' })
  expect(await notesOf('jonas')).toContain('Very strong on hydraulics')
  await run('tomas', 'candidates.deleteNote', { noteId })
  expect(await notesOf('tomas')).not.toContain('Very strong on hydraulics')
  const left = await sql<{ body: string }>`select body from candidates.note where id = ${noteId}`.execute(
    test.database.read,
  )
  expect(left.rows).toEqual([{ body: '' }])
})

it('cannot be written on people out of sight', async () =>
  expect(
    await attempt('lars', 'candidates.writeNotes', { candidateIds: [amara], body: 'Hello' }),
  ).toMatchObject({
    refusal: { code: 'not-found' },
  }))

it('stand in one timeline with what happened, page by page, and filtered by kind', async () => {
  await run('maren', 'candidates.changeTags', { candidateIds: [amara], add: ['Hydraulics'] })
  await run('maren', 'candidates.holdContact', { candidateIds: [amara], reason: 'Asked for quiet' })
  const whole = await read('maren')
  if (typeof whole === 'string') throw new Error(whole)
  expect(whole.map(({ says }) => says)).toContain('Maren Osei put them on record (by hand)')
  expect(whole.map(({ says }) => says)).toContain('Maren Osei marked them as do-not-contact')
  expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length)
  const paged: string[] = []
  let after: string | undefined
  do {
    const page = await test.kernel.ask(
      timeline,
      { candidateId: amara, limit: 2, after },
      { actor: cast.maren },
    )
    if (!page.ok) throw new Error(page.refusal.code)
    paged.push(...page.value.entries.map(({ id }) => id))
    after = page.value.next
  } while (after)
  expect(paged).toEqual(whole.map(({ id }) => id))
  const tags = await read('maren', ['tag'])
  expect(typeof tags !== 'string' && tags.map(({ says }) => says)).toEqual(['Maren Osei added a tag'])
})
