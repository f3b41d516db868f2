import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, holds, visitor } from '../../src/kernel/model/actor.ts'
import type { Room } from '../../src/kernel/room.ts'
import { sql } from '../../src/kernel/sql.ts'
import { type CastName, people } from '../../src/server/demo/cast.ts'
import { createHttp } from '../../src/server/http.ts'
import { createLog } from '../../src/server/log.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { fieldsOf, type PublicSite, publicSite } from '../support/public-site.ts'
import { sampleInput } from './sample-input.ts'

// R17: every query × every role, asked over HTTP about records that are there. Nothing that the database keeps
// as a secret stands in an answer, nor what the asker's role may not see.
const queries = (buildRooms(unplugged) as readonly Room[]).flatMap((room) => room.queries ?? [])

/** Columns whose name says that nobody reads them; each row's value is made one that is known again. */
const secretColumn = '(hash|secret|second_factor_pending|storage_key|raw_key)$'
/** Digests of what everybody may read, or of nothing that opens anything. */
const notSecret = ['documents.file.sha256', 'candidates.consent_event.text_hash']
const planted = 'plantedsecret'

/** What only some roles may read (and the hiring manager of the very job), each with a word that stands nowhere else. */
const reserved = [
  { says: 'pay that is not public', word: '61237', needs: 'ats.seePay', also: 'tomas' },
  { says: 'a mail', word: 'Wortzeichenmail', needs: 'messaging.see', also: '' },
  {
    says: 'a note for recruiters',
    word: 'Wortzeichennotiz',
    needs: 'candidates.readRecruiterNotes',
    also: '',
  },
] as const
/** Maren wrote it for herself. */
const ownNote = 'Wortzeichentagebuch'

let site: PublicSite
let app: ReturnType<typeof createHttp>
const ids: Record<string, string> = {}
const seen = new Set<string>()

beforeAll(async () => {
  const leaves = {
    leaves: true,
    perMinute: 1_000_000,
    parallel: 1,
    send: async () => ({ ok: true, response: '' }),
  }
  site = await publicSite({ mailer: leaves as never })
  const { kernel, cast, database } = site
  const run = async <Value>(name: string, input: object) => {
    const done = await kernel.run(kernel.commandNamed(name)!, input, { actor: cast.maren })
    if (!done.ok) throw new Error(`${name}: ${done.refusal.says}`)
    return done.value as Value
  }
  const open = await site.newJob()
  const hidden = await site.newJob(
    { title: 'Not yet public', pay: { min: 61237, max: 71239, currency: 'EUR', period: 'year' } },
    { publish: false },
  )
  const form = `/careers/jobs/${open.slug}/apply`
  const fields = fieldsOf(await (await site.get(form)).text())
  const sent = await site.post(form, {
    ...fields,
    name: 'Odile Marchetti',
    email: 'odile@applicants.example',
    'q-travel': 'yes',
    resume: new File(['Odile Marchetti\nControl engineer'], 'cv.txt', { type: 'text/plain' }),
    act: 'send',
  })
  expect(sent.status, await sent.clone().text()).toBeLessThan(400)
  const one = async (from: ReturnType<typeof sql<{ id: string }>>) => (await site.rows(from))[0]!.id
  ids.candidate = await one(sql`select id from candidates.candidate`)
  ids.application = await one(sql`select id from ats.application`)
  await run('candidates.writeNotes', {
    candidateIds: [ids.candidate],
    applicationId: ids.application,
    body: reserved[2].word,
    privateTo: 'recruiters',
  })
  await run('candidates.writeNotes', {
    candidateIds: [ids.candidate],
    applicationId: ids.application,
    body: ownNote,
    privateTo: 'author',
  })
  await run('messaging.writeToCandidates', {
    candidateIds: [ids.candidate],
    applicationId: ids.application,
    purpose: 'process',
    subject: reserved[1].word,
    text: reserved[1].word,
  })
  ids.job = open.jobId
  ids.hiddenJob = hidden.jobId
  ids.posting = open.postingId
  ids.hiddenPosting = hidden.postingId
  ids.stage = await one(sql`select id from ats.stage where job_id = ${open.jobId} order by position limit 1`)
  ids.thread = await one(sql`select id from messaging.thread order by created_at limit 1`)
  ids.message = await one(sql`select id from messaging.message where subject <> ${reserved[1].word} limit 1`)
  ids.file = await one(sql`select id from documents.file limit 1`)
  const at = site.now()
  const dead = '0192a000-0000-7000-8000-00000000'
  await sql`insert into accounts.session (id, token_hash, user_id, created_at, last_seen_at, expires_at, stage, way)
    select gen_random_uuid(), 'a' || id, id, ${at}, ${at}, '2027-01-01', 'open', 'password' from accounts.user_account`.execute(
    database.write,
  )
  await sql`insert into accounts.api_token (id, user_id, name, token_hash, scopes, created_at)
    select gen_random_uuid(), id, 'Export', 'a' || id, '{}', ${at} from accounts.user_account`.execute(
    database.write,
  )
  await sql`insert into accounts.recovery_code (user_id, code_hash) select id, 'a' from accounts.user_account`.execute(
    database.write,
  )
  await sql`insert into accounts.invitation (id, token_hash, mail, name, roles, invited_at, expires_at)
    values (${`${dead}0001`}, 'a', 'new@northwind.example', 'New', '{employee}', ${at}, '2027-01-01')`.execute(
    database.write,
  )
  await sql`insert into accounts.password_reset (id, token_hash, user_id, created_at, expires_at)
    values (${`${dead}0002`}, 'a', ${people.maren.id}, ${at}, '2027-01-01')`.execute(database.write)
  await sql`insert into ats.application_draft (token_hash, posting_id, content, created_at, expires_at)
    values ('a', ${open.postingId}, '{}', ${at}, '2027-01-01')`.execute(database.write)
  await sql`insert into exchange.import (id, file_name, storage_key, started_at, progressed_at)
    values (${`${dead}0003`}, 'people.csv', 'a', ${at}, ${at})`.execute(database.write)
  ids.import = `${dead}0003`
  app = createHttp({
    kernel,
    live: { subscribe: () => () => undefined, close: async () => undefined },
    log: createLog('silent'),
    metrics: createMetrics(),
    baseUrl: 'http://localhost:3000',
    callerOf: async ({ headers }) => ({ actor: actorOf(headers.get('x-as')!), by: 'token' }),
    ready: async () => true,
    sites: [],
  })
})
afterAll(() => site.closeAll())

const everybody = ['visitor', ...Object.keys(people)]
const actorOf = (who: string): Actor => (who === 'visitor' ? visitor : site.cast[who as CastName])

it('every secret column of the database is planted with what is known again', async () => {
  const columns = await site.rows(
    sql<{ schema: string; table: string; name: string }>`
      select table_schema as schema, table_name as "table", column_name as name from information_schema.columns
      where table_schema in ('accounts', 'ats', 'candidates', 'documents', 'messaging', 'exchange', 'kernel')
        and data_type = 'text' and column_name ~ ${secretColumn}`,
  )
  const secret = columns.filter(
    ({ schema, table, name }) => !notSecret.includes(`${schema}.${table}.${name}`),
  )
  expect(secret.length).toBeGreaterThan(10)
  const empty: string[] = []
  for (const { schema, table, name } of secret) {
    const done =
      await sql`update ${sql.id(schema, table)} set ${sql.id(name)} = ${planted} || gen_random_uuid()`.execute(
        site.database.write,
      )
    if (Number(done.numAffectedRows ?? 0) === 0) empty.push(`${schema}.${table}.${name}`)
  }
  expect(empty).toEqual([])
})

describe('no answer holds a secret, or what the role may not see:', () => {
  it.each(queries.map((query) => [query.name, query] as const))('%s', async (name, query) => {
    const worlds = [ids, { ...ids, job: ids.hiddenJob!, posting: ids.hiddenPosting! }]
    for (const who of everybody)
      for (const world of worlds)
        for (const withOptional of [false, true]) {
          const { input } = sampleInput(query.input, (property) => idIn(world, name, property), withOptional)
          const response = await app.request(
            `/api/v1/${name}?input=${encodeURIComponent(JSON.stringify(input))}`,
            { headers: { 'x-as': who } },
          )
          const said = await response.text()
          expect(response.status, said).toBeLessThan(500)
          expect(said, `${who} read a secret`).not.toContain(planted)
          // A link's key opens the person's own page for whoever reads it (R11).
          expect(said, `${who} read a key`).not.toMatch(/\/careers\/me\/open\/[\w-]{20}/)
          if (response.status !== 200) continue
          if (!holds(actorOf(who), query.permission)) throw new Error(`${who} was answered`)
          expect(said).not.toMatch(/"\w*(hash|secret|password|storageKey|rawKey)\w*":"/i)
          for (const { says, word, needs, also } of reserved) {
            if (!said.includes(word)) continue
            seen.add(word)
            expect(who === also || may(actorOf(who), needs), `${who} read ${says}`).toBe(true)
          }
          if (said.includes(ownNote)) {
            seen.add(ownNote)
            expect(who, 'read a note of another for themselves').toBe('maren')
          }
        }
  })
})

it('each of the reserved words was read by somebody who may', () => {
  expect([...seen].sort()).toEqual([...reserved.map(({ word }) => word), ownNote].sort())
})

const may = (actor: Actor, permission: string): boolean =>
  actor.kind === 'user' && actor.permissions.has(permission)

const idIn = (world: Record<string, string>, call: string, property: string): string => {
  const about = /^ids?$/.test(property) ? (call.split('.')[1] ?? '') : property
  const kind = [
    'application',
    'candidate',
    'job',
    'posting',
    'stage',
    'thread',
    'message',
    'file',
    'import',
  ].find((one) => about.toLowerCase().includes(one))
  if (/user|owner/i.test(property)) return people.maren.id
  return (kind && world[kind]) || '0192a000-0000-7000-8000-00000000dead'
}
