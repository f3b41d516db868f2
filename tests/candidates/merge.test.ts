import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { candidates } from '../../src/candidates/room.ts'
import { mergePeople } from '../../src/handover/merge-people.ts'
import { handover } from '../../src/handover/room.ts'
import { undoMerge } from '../../src/handover/undo-merge.ts'
import type { Command } from '../../src/kernel/command.ts'
import { sql } from '../../src/kernel/sql.ts'
import { candidate } from '../../src/views/candidate.ts'
import { candidates as search } from '../../src/views/candidates.ts'
import { views } from '../../src/views/room.ts'
import { type Cast, insertCast, offices, people } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

const rooms = [candidates, handover, views]
let test: TestKernel
let cast: Cast
beforeAll(async () => {
  test = await testKernel(rooms)
  cast = await insertCast(test.database, rooms)
})
afterAll(() => test.close())

const run = async <Output>(name: string, input: unknown, by: keyof Cast = 'maren'): Promise<Output> => {
  const command = test.kernel.commandNamed(name) as Command<string, unknown, Output>
  const result = await test.kernel.run(command, input, { actor: cast[by] })
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.says}`)
  return result.value
}
const add = async (person: object): Promise<string> =>
  (await run<{ candidates: { candidateId: string }[] }>('candidates.addCandidates', { candidates: [person] }))
    .candidates[0]!.candidateId

const watched = {
  candidate: 'candidates.candidate',
  contact_point: 'candidates.contact_point',
  provenance: 'candidates.provenance',
  tag: 'candidates.candidate_tag',
  note: 'candidates.note',
  task: 'candidates.task',
  consent: 'candidates.consent_event',
  sight: 'candidates.sight',
  suggestion: 'candidates.duplicate_suggestion',
  search: 'candidates.search_document',
  resume: 'candidates.resume_fact',
  file: 'documents.file',
  application: 'ats.application',
  thread: 'messaging.thread',
}
/** Every row of every table that a merge touches, but for the time of the last change. */
const everything = async () => {
  const rows = await Promise.all(
    Object.values(watched).map((table) =>
      sql<{
        row: object
      }>`select to_jsonb(t) - 'updated_at' as row from ${sql.raw(table)} t order by to_jsonb(t)::text`.execute(
        test.database.read,
      ),
    ),
  )
  return Object.fromEntries(
    Object.keys(watched).map((name, at) => [name, rows[at]!.rows.map(({ row }) => row)]),
  )
}

let nina: string
let petrova: string
let turn = 0
beforeEach(async () => {
  turn++
  nina = await add({
    name: `Nina Petrova`,
    emails: [`nina${turn}@example.org`],
    phones: [],
    title: 'Engineer',
  })
  petrova = await add({
    name: `N. Petrova-Ivanova`,
    emails: [`np${turn}@work.example`],
    links: [`https://linkedin.com/in/np${turn}`],
    company: 'Acme',
    title: 'Director',
  })
  await run('candidates.changeTags', { candidateIds: [nina, petrova], add: ['python'] })
  await run('candidates.changeTags', { candidateIds: [petrova], add: ['robotics'] })
  await run('candidates.writeNotes', { candidateIds: [petrova], body: 'Met at the fair.' })
  await run('candidates.assignTasks', { candidateIds: [petrova], title: 'Call', assignedTo: people.jonas.id })
  await run('candidates.recordConsents', {
    consents: [
      {
        candidateId: petrova,
        purpose: 'talent-pool',
        event: 'given',
        textShown: 'Yes',
        channel: 'form',
        proof: 'f1',
      },
    ],
  })
  await run('candidates.holdContact', { candidateIds: [petrova], reason: 'Asked us to wait' })
  await sql`insert into documents.file (id, candidate_id, kind, name, media_type, bytes, sha256, storage_key, uploaded_at, uploaded_by_kind)
    values (gen_random_uuid(), ${petrova}, 'resume', 'cv.pdf', 'application/pdf', 1, 'x', 'k', now(), 'user')`.execute(
    test.database.write,
  )
})

describe('a merge', () => {
  it('puts everything of both on the survivor and overwrites nothing', async () => {
    await run('handover.mergePeople', { survivorId: nina, mergedIds: [petrova] })
    const page = await test.kernel.ask(candidate, { candidateId: petrova }, { actor: cast.maren })
    expect(page).toMatchObject({
      value: {
        id: nina,
        isMergedFrom: petrova,
        name: 'Nina Petrova',
        title: 'Engineer',
        company: 'Acme',
        doNotContactReason: 'Asked us to wait',
        tags: [{ name: 'python' }, { name: 'robotics' }],
        files: [{ name: 'cv.pdf' }],
        openTasks: [{ title: 'Call' }],
        merges: [{ name: 'N. Petrova-Ivanova' }],
      },
    })
    const points = page.ok ? page.value.contactPoints : []
    expect(points.filter(({ kind }) => kind === 'email').map(({ isPrimary }) => isPrimary)).toEqual([
      true,
      false,
    ])
    const found = await test.kernel.ask(search, { words: `np${turn}@work.example` }, { actor: cast.maren })
    expect(found.ok && found.value.rows.map(({ id }) => id)).toEqual([nina])
  })

  it('taken back leaves every row as it was', async () => {
    const before = await everything()
    const { mergeIds } = await run<{ mergeIds: string[] }>('handover.mergePeople', {
      survivorId: nina,
      mergedIds: [petrova],
    })
    expect(await everything()).not.toEqual(before)
    await run('handover.undoMerge', { mergeId: mergeIds[0] })
    expect(await everything()).toEqual(before)
  })

  it('within a merge comes apart in turn, and only in turn', async () => {
    const third = await add({ name: 'Ninotschka P', emails: [`third${turn}@example.org`] })
    const before = await everything()
    const inner = (
      await run<{ mergeIds: string[] }>('handover.mergePeople', { survivorId: petrova, mergedIds: [third] })
    ).mergeIds[0]
    const between = await everything()
    const outer = (
      await run<{ mergeIds: string[] }>('handover.mergePeople', { survivorId: nina, mergedIds: [petrova] })
    ).mergeIds[0]
    const page = await test.kernel.ask(candidate, { candidateId: third }, { actor: cast.maren })
    expect(page).toMatchObject({ value: { id: nina } })
    await expect(run('handover.undoMerge', { mergeId: inner })).rejects.toThrow('merged-further')
    await run('handover.undoMerge', { mergeId: outer })
    expect(await everything()).toEqual(between)
    await run('handover.undoMerge', { mergeId: inner })
    expect(await everything()).toEqual(before)
  })

  it('taken back keeps what was corrected since and what was added since', async () => {
    const { mergeIds } = await run<{ mergeIds: string[] }>('handover.mergePeople', {
      survivorId: nina,
      mergedIds: [petrova],
    })
    await run('candidates.correctCandidates', { candidates: [{ candidateId: nina, company: 'Northwind' }] })
    await run('candidates.writeNotes', { candidateIds: [nina], body: 'After the merge.' })
    await run('handover.undoMerge', { mergeId: mergeIds[0] })
    const rows = await sql<{
      company: string
    }>`select company from candidates.candidate where id in (${nina}, ${petrova}) order by id`.execute(
      test.database.read,
    )
    expect(rows.rows).toEqual([{ company: 'Northwind' }, { company: 'Acme' }])
    const notes = await sql<{
      body: string
    }>`select body from candidates.note where candidate_id = ${nina}`.execute(test.database.read)
    expect(notes.rows).toEqual([{ body: 'After the merge.' }])
  })

  it('is refused while both have a running application on one job, and nothing has moved', async () => {
    const job = `0192a000-0000-7000-80b0-00000000000${turn}`
    const write = test.database.write
    await sql`insert into ats.job (id, title, code, state, office_id, created_at, updated_at) values (${job}, 'Welder', ${`W${turn}`}, 'open', ${offices.hamburg.id}, now(), now())`.execute(
      write,
    )
    await sql`insert into ats.stage (id, job_id, position, name, kind) values (${job}, ${job}, 0, 'Applied', 'applied')`.execute(
      write,
    )
    for (const who of [nina, petrova])
      await sql`insert into ats.application (id, candidate_id, job_id, stage_id, applied_at, entered_stage_at, updated_at, source)
        values (gen_random_uuid(), ${who}, ${job}, ${job}, now(), now(), now(), 'careers')`.execute(write)
    const before = await everything()
    const result = await test.kernel.run(
      mergePeople,
      { survivorId: nina, mergedIds: [petrova] },
      { actor: cast.maren },
    )
    expect(result).toMatchObject({ refusal: { code: 'both-in-process' } })
    expect(await everything()).toEqual(before)
  })

  it('is for who may see both, and undone once', async () => {
    const refused = await test.kernel.run(
      mergePeople,
      { survivorId: nina, mergedIds: [petrova] },
      { actor: cast.tomas },
    )
    expect(refused).toMatchObject({ refusal: { code: 'not-allowed' } })
    await sql`update candidates.candidate set confidential = true where id = ${petrova}`.execute(
      test.database.write,
    )
    const unseen = await test.kernel.run(
      mergePeople,
      { survivorId: nina, mergedIds: [petrova] },
      { actor: cast.maren },
    )
    expect(unseen).toMatchObject({ refusal: { code: 'not-found' } })
    const { mergeIds } = await run<{ mergeIds: string[] }>(
      'handover.mergePeople',
      { survivorId: nina, mergedIds: [petrova] },
      'priya',
    )
    await run('handover.undoMerge', { mergeId: mergeIds[0] })
    const again = await test.kernel.run(undoMerge, { mergeId: mergeIds[0]! }, { actor: cast.priya })
    expect(again).toMatchObject({ refusal: { code: 'not-found' } })
  })
})
