import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holds, visitor } from '../../src/kernel/model/actor.ts'
import type { AnyCommand, AnyQuery, Room } from '../../src/kernel/room.ts'
import { sql } from '../../src/kernel/sql.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { type Cast, insertCast, people } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'
import { sampleInput } from './sample-input.ts'

// R1, R2: every call × every id it takes × every role × a record that is not theirs.
// The stranger stands on a confidential job of another team: nobody here may see her.
const marker = 'Quasimodina Zyxgeheim'
const ids = {
  candidate: '0192a000-0000-7000-8000-0000000e0001',
  job: '0192a000-0000-7000-8000-0000000e0002',
  stage: '0192a000-0000-7000-8000-0000000e0003',
  application: '0192a000-0000-7000-8000-0000000e0004',
  thread: '0192a000-0000-7000-8000-0000000e0005',
  message: '0192a000-0000-7000-8000-0000000e0006',
  file: '0192a000-0000-7000-8000-0000000e0007',
  note: '0192a000-0000-7000-8000-0000000e0008',
  task: '0192a000-0000-7000-8000-0000000e0009',
  contactPoint: '0192a000-0000-7000-8000-0000000e000a',
  posting: '0192a000-0000-7000-8000-0000000e000b',
  opening: '0192a000-0000-7000-8000-0000000e000c',
  suggestion: '0192a000-0000-7000-8000-0000000e000d',
  interview: '0192a000-0000-7000-8000-0000000e000e',
} as const

const rooms: readonly Room[] = buildRooms(unplugged)
const calls: (AnyCommand | AnyQuery)[] = rooms.flatMap((room) => [
  ...(room.commands ?? []),
  ...(room.queries ?? []),
])

/** Which record a property of this name means. Properties about users, tags, offices and views are no stranger's record. */
const recordFor = (property: string): keyof typeof ids | undefined => {
  const names: [RegExp, keyof typeof ids][] = [
    [/^interviewIds?$/, 'interview'],
    [/application/i, 'application'],
    [/job/i, 'job'],
    [/stage/i, 'stage'],
    [/posting/i, 'posting'],
    [/opening/i, 'opening'],
    [/thread/i, 'thread'],
    [/message|mail/i, 'message'],
    [/file/i, 'file'],
    [/note/i, 'note'],
    [/task/i, 'task'],
    [/contactPoint|pointId/i, 'contactPoint'],
    [/suggestion|duplicate/i, 'suggestion'],
    [/candidate|person|survivor|merged|oneId|otherId|people/i, 'candidate'],
  ]
  return names.find(([pattern]) => pattern.test(property))?.[1]
}

let test: TestKernel
let cast: Cast
beforeAll(async () => {
  test = await testKernel(rooms)
  cast = await insertCast(test.database, rooms)
  const at = test.now()
  const w = test.database.write
  await sql`insert into candidates.candidate (id, name, name_key, sort_key, source, confidential, created_at, updated_at, last_activity_at, relationship, relationship_since)
    values (${ids.candidate}, ${marker}, 'quasimodina zyxgeheim', 'zyxgeheim', 'application', true, ${at}, ${at}, ${at}, 'applicant', ${at})`.execute(
    w,
  )
  await sql`insert into candidates.search_document (candidate_id, recency, body, resume, words)
    values (${ids.candidate}, ${at}, ${marker}, ${marker}, to_tsvector('simple', ${marker}))`.execute(w)
  await sql`insert into candidates.contact_point (id, candidate_id, kind, value, normalised, weak, came_from, came_at)
    values (${ids.contactPoint}, ${ids.candidate}, 'email', 'zyx@geheim.example', 'zyx@geheim.example', '', 'application', ${at})`.execute(
    w,
  )
  await sql`insert into candidates.note (id, candidate_id, body, written_at) values (${ids.note}, ${ids.candidate}, ${marker}, ${at})`.execute(
    w,
  )
  await sql`insert into candidates.task (id, candidate_id, title, assigned_to, created_at) values (${ids.task}, ${ids.candidate}, ${marker}, ${people.priya.id}, ${at})`.execute(
    w,
  )
  await sql`insert into documents.file (id, candidate_id, kind, name, media_type, bytes, sha256, storage_key, state, text, uploaded_at, uploaded_by_kind)
    values (${ids.file}, ${ids.candidate}, 'resume', ${marker}, 'text/plain', 1, 'x', 'x', 'read', ${marker}, ${at}, 'visitor')`.execute(
    w,
  )
  await sql`insert into ats.job (id, title, code, state, confidential, created_at, updated_at, created_by)
    values (${ids.job}, ${marker}, 'zyx', 'open', true, ${at}, ${at}, ${people.priya.id})`.execute(w)
  await sql`insert into ats.stage (id, job_id, position, name, kind) values (${ids.stage}, ${ids.job}, 0, 'Applied', 'applied')`.execute(
    w,
  )
  await sql`insert into ats.application (id, candidate_id, job_id, stage_id, applied_at, entered_stage_at, updated_at, source)
    values (${ids.application}, ${ids.candidate}, ${ids.job}, ${ids.stage}, ${at}, ${at}, ${at}, 'careers')`.execute(
    w,
  )
  await sql`insert into ats.interview (id, application_id, name, kind, minutes, kit, attributes, planned_at)
    values (${ids.interview}, ${ids.application}, ${marker}, 'video', 60, ${marker}, '[]', ${at})`.execute(w)
  for (const who of strangers)
    await sql`insert into ats.interviewer (interview_id, user_id) values (${ids.interview}, ${people[who].id})`.execute(
      w,
    )
  await sql`insert into ats.opening (id, job_id, state, requested_by, requested_at, approver_id) values (${ids.opening}, ${ids.job}, 'requested', ${people.priya.id}, ${at}, ${people.priya.id})`.execute(
    w,
  )
  await sql`insert into ats.posting (id, job_id, slug, state, reference_number) values (${ids.posting}, ${ids.job}, 'zyx', 'draft', 'zyx')`.execute(
    w,
  )
  await sql`insert into messaging.thread (id, candidate_id, application_id, job_id, subject, created_at, last_message_at, awaiting)
    values (${ids.thread}, ${ids.candidate}, ${ids.application}, ${ids.job}, ${marker}, ${at}, ${at}, 'us')`.execute(
    w,
  )
  await sql`insert into messaging.message (id, thread_id, candidate_id, direction, purpose, state, send_after, from_address, to_address, subject, body_text, message_id, created_at)
    values (${ids.message}, ${ids.thread}, ${ids.candidate}, 'out', 'process', 'waiting', '2027-01-01', 'a@b.example', 'zyx@geheim.example', ${marker}, ${marker}, 'zyx', ${at})`.execute(
    w,
  )
})
afterAll(() => test.close())

const strangers = ['tomas', 'ifeoma', 'lars', 'jonas', 'ayse', 'maren'] as const

describe('a record out of sight is as good as not there, for reads and writes alike:', () => {
  it.each(calls.map((call) => [call.name, call] as const))('%s', async (_, call) => {
    for (const who of [...strangers, 'visitor'] as const) {
      const actor = who === 'visitor' ? visitor : cast[who]
      let record: string | undefined
      const { input, ids: given } = sampleInput(call.input, (property) => {
        const kind =
          recordFor(property) ?? (property === 'id' || property === 'ids' ? guess(call.name) : undefined)
        if (kind) record = kind
        return kind ? ids[kind] : '0192a000-0000-7000-8000-00000000dead'
      })
      expect(call.input.safeParse(input).error?.issues ?? [], 'the sample passes the schema').toEqual([])
      const result =
        call.kind === 'command'
          ? await test.kernel.run(call, input, { actor })
          : await test.kernel.ask(call, input, { actor })
      const said = JSON.stringify(result)
      expect(said, `${who} got the stranger’s words from ${call.name}`).not.toContain('Zyxgeheim')
      expect(said).not.toContain('zyx@geheim.example')
      if (!holds(actor, call.permission)) {
        expect(result, `${who} may not call ${call.name}`).toMatchObject({ ok: false })
        continue
      }
      if (call.kind === 'command' && record && given.length > 0 && result.ok)
        expect(touched(result.value), `${who} changed a stranger’s ${record} by ${call.name}: ${said}`).toBe(
          false,
        )
    }
  })

  const guess = (name: string): keyof typeof ids | undefined => recordFor(name.split('.')[1] ?? '')

  /** An answer to a list may be ok and say that nothing was done. */
  const touched = (value: unknown): boolean =>
    Object.values(ids).some((id) => JSON.stringify(value ?? null).includes(id))
})

it('none of it changed the stranger’s rows', async () => {
  const row = (
    await sql<
      Record<string, unknown>
    >`select c.name, c.owner_id, c.merged_into, c.do_not_contact_at, a.state, a.stage_id::text as stage, m.state as mail,
      (select count(*) from candidates.note n where n.candidate_id = c.id) as notes,
      (select count(*) from candidates.contact_point p where p.candidate_id = c.id) as points,
      (select count(*) from kernel.fact f where f.candidate_id = c.id or f.job_id = a.job_id) as facts
      from candidates.candidate c join ats.application a on a.candidate_id = c.id join messaging.message m on m.candidate_id = c.id where c.id = ${ids.candidate}`.execute(
      test.database.write,
    )
  ).rows[0]
  expect(row).toEqual({
    name: marker,
    owner_id: null,
    merged_into: null,
    do_not_contact_at: null,
    state: 'active',
    stage: ids.stage,
    mail: 'waiting',
    notes: 1,
    points: 1,
    facts: 0,
  })
})
