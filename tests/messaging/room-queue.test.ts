import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { identifyCandidate, recordConsent, setRelationship } from '../../src/candidates/door.ts'
import { defineCommand } from '../../src/kernel/command.ts'
import { factKind } from '../../src/kernel/model/fact.ts'
import { systemOnly } from '../../src/kernel/model/permission.ts'
import { ok } from '../../src/kernel/model/result.ts'
import { minutesAfter } from '../../src/kernel/model/time.ts'
import { defineRoom } from '../../src/kernel/room.ts'
import { sql } from '../../src/kernel/sql.ts'
import type { WriteTx } from '../../src/kernel/transaction.ts'
import { cancelMail, type MailToQueue, mailStates, queueMail } from '../../src/messaging/door.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { type Cast, insertCast } from '../support/cast.ts'
import { type TestKernel, testKernel, testNow } from '../support/database.ts'

const touched = factKind()('test.done', 'Something was tried.')
type Act = (tx: WriteTx) => Promise<unknown>
let act: Act
/** Runs what a lower room would do inside its command. */
const doIt = defineCommand({
  name: 'probe.do',
  says: 'Runs a piece of another room.',
  permission: systemOnly,
  input: z.object({}),
  handle: async (tx) => {
    const answer = await act(tx)
    tx.record(touched({}, {}))
    return ok(answer)
  },
})
const probe = defineRoom({ name: 'probe', commands: [doIt], facts: [touched] })
const rooms = [...buildRooms(unplugged), probe]
let test: TestKernel
let cast: Cast
beforeAll(async () => {
  test = await testKernel(rooms)
  cast = await insertCast(test.database, rooms)
  await sql`update accounts.organisation set postal_address = 'Maashaven 1, Rotterdam'`.execute(
    test.database.write,
  )
})
afterAll(() => test.close())
beforeEach(() => test.setNow(testNow))

const as = async <Answer>(
  who: keyof Cast | 'system',
  what: (tx: WriteTx) => Promise<Answer>,
): Promise<Answer> => {
  act = what
  const actor = who === 'system' ? ({ kind: 'system', name: 'test' } as const) : cast[who]
  const result = await test.kernel.run(
    { ...doIt, permission: { ...systemOnly, open: 'signed-in' } },
    {},
    { actor },
  )
  if (!result.ok) throw new Error(result.refusal.says)
  return result.value as Answer
}
let count = 0
const person = (name = 'Inês Carvalho') =>
  as(
    'system',
    async (tx) =>
      (await identifyCandidate(tx, { name, emails: [`person${count++}@example.org`], source: 'user' }))
        .candidateId,
  )
const hello = (candidateId: string, more: Partial<MailToQueue> = {}): MailToQueue => ({
  candidateId,
  purpose: 'process',
  subject: 'About {{ organisation.name }}',
  text: 'Hello {{ candidate.first_name }}',
  ...more,
})
const message = async (id: string) =>
  (
    await sql<{
      state: string
      subject: string
      bodyText: string
      admission: { code?: string; overridden?: object }
    }>`
    select state, subject, body_text as "bodyText", admission from messaging.message where id = ${id}`.execute(
      test.database.read,
    )
  ).rows[0]!

describe('queueing mail', () => {
  it('waits out the organisation’s delay, in the person’s words', async () => {
    const id = await person()
    const [mail] = await as('maren', (tx) => queueMail(tx, [hello(id)]))
    expect(mail).toMatchObject({ state: 'waiting', sendAfter: minutesAfter(testNow, 10) })
    expect(await message(mail!.messageId)).toMatchObject({
      state: 'waiting',
      subject: 'About Northwind Robotics',
      bodyText: 'Hello Inês',
    })
  })

  it('can be cancelled while it waits, once', async () => {
    const id = await person()
    await as('maren', (tx) => queueMail(tx, [hello(id, { dedupeKey: 'decision:1' })]))
    expect(await as('maren', (tx) => cancelMail(tx, { dedupeKeys: ['decision:1'] }))).toHaveLength(1)
    expect(await as('maren', (tx) => cancelMail(tx, { dedupeKeys: ['decision:1'] }))).toEqual([])
    expect(await as('maren', (tx) => mailStates(tx, ['decision:1', 'decision:2']))).toEqual(
      new Map([['decision:1', 'cancelled']]),
    )
  })

  it('makes one mail a reason, however often it is asked for', async () => {
    const id = await person()
    const mail = hello(id, { dedupeKey: 'received:7' })
    const [first, twin] = await as('maren', (tx) => queueMail(tx, [mail, { ...mail }]))
    const [again] = await as('maren', (tx) => queueMail(tx, [mail]))
    expect(twin!.messageId).toBe(first!.messageId)
    expect(again!.messageId).toBe(first!.messageId)
    const parallel = await Promise.all(
      [1, 2, 3].map(() => as('system', (tx) => queueMail(tx, [hello(id, { dedupeKey: 'received:8' })]))),
    )
    expect(new Set(parallel.map(([one]) => one!.messageId)).size).toBe(1)
  })

  it('keeps all mails about one application in one conversation, and others apart', async () => {
    const id = await person()
    const applicationId = '0192a000-0000-7000-8aaa-000000000001'
    const [a, b, c] = await as('maren', (tx) =>
      queueMail(tx, [hello(id, { applicationId }), hello(id, { applicationId }), hello(id)]),
    )
    const [d] = await as('maren', (tx) => queueMail(tx, [hello(id, { applicationId })]))
    expect([b!.threadId, d!.threadId]).toEqual([a!.threadId, a!.threadId])
    expect(c!.threadId).not.toBe(a!.threadId)
  })

  it.each([
    ['a field that is missing', { text: 'See {{ application.link }}' }, 'application.link'],
    ['a field that does not exist', { text: '{{ constructor }} {{7*7}}' }, 'constructor'],
    [
      'a template that does not exist',
      { template: { key: 'nowhere' }, subject: undefined, text: undefined },
      'nowhere',
    ],
    [
      'an address that would open a header',
      { to: { address: 'a@b.example\r\nBcc: x@y.example', name: '' } },
      'not valid',
    ],
  ])('blocks for %s and says so', async (_, change, word) => {
    const id = await person()
    const [mail] = await as('maren', (tx) => queueMail(tx, [hello(id, change as never)]))
    expect(mail!.state).toBe('blocked')
    expect(mail!.says).toContain(word)
  })

  it('renders what a person is called literally, whatever it looks like', async () => {
    const id = await person('{{7*7}} <b>Bobby</b>')
    const [mail] = await as('maren', (tx) =>
      queueMail(tx, [hello(id, { text: '{{ candidate.full_name }}' })]),
    )
    expect((await message(mail!.messageId)).bodyText).toContain('{{7*7}}')
  })

  it('speaks the person’s language where there is a text in it, else the organisation’s', async () => {
    const german = await as(
      'system',
      async (tx) =>
        (
          await identifyCandidate(tx, {
            name: 'Jörg Weiß',
            emails: ['jw@example.org'],
            language: 'de-CH',
            source: 'user',
          })
        ).candidateId,
    )
    const turkish = await as(
      'system',
      async (tx) =>
        (
          await identifyCandidate(tx, {
            name: 'Ece Kaya',
            emails: ['ek@example.org'],
            language: 'tr',
            source: 'user',
          })
        ).candidateId,
    )
    const fields = {
      'job.title': 'Regelungstechnik',
      'application.link': 'https://x.example/1',
      'application.date': '1. 12.',
    }
    const template = { key: 'application-received', fields }
    const mails = await as('system', (tx) =>
      queueMail(
        tx,
        [german, turkish].map((candidateId) => ({
          candidateId,
          purpose: 'process' as const,
          automated: true,
          template,
        })),
      ),
    )
    expect((await message(mails[0]!.messageId)).bodyText).toContain('Hallo Jörg')
    expect((await message(mails[1]!.messageId)).bodyText).toContain('Hello Ece')
    expect(mails[0]!.sendAfter).toBe(testNow)
  })

  it('asks the guard with what is true: in process, consent, do-not-contact', async () => {
    const [inProcess, withdrew, free] = [await person(), await person(), await person()]
    await as('system', async (tx) => {
      await setRelationship(tx, [{ candidateId: inProcess, relationship: 'applicant' }])
      await recordConsent(tx, [
        { candidateId: withdrew, purpose: 'talent-pool', event: 'withdrawn', channel: 'own-page' },
      ])
    })
    const mails = await as('maren', (tx) =>
      queueMail(
        tx,
        [inProcess, withdrew, free].map((id) => hello(id, { purpose: 'outreach' })),
      ),
    )
    expect(mails.map((mail) => mail.state)).toEqual(['blocked', 'blocked', 'waiting'])
    expect((await message(mails[0]!.messageId)).admission.code).toBe('in-process')
    expect((await message(mails[1]!.messageId)).admission.code).toBe('consent-withdrawn')
  })

  it('lets a rule be set aside only where it allows, and keeps the note', async () => {
    const id = await person()
    await as('ayse', (tx) => queueMail(tx, [hello(id, { purpose: 'outreach' })]))
    const [refused] = await as('maren', (tx) => queueMail(tx, [hello(id, { purpose: 'outreach' })]))
    expect(refused!.says).toContain('Ayşe Demirbaş')
    const [allowed] = await as('maren', (tx) =>
      queueMail(tx, [hello(id, { purpose: 'outreach', override: { note: 'Ayşe asked me to.' } })]),
    )
    expect(allowed!.state).toBe('waiting')
    expect((await message(allowed!.messageId)).admission.overridden).toMatchObject({
      code: 'colleague-in-conversation',
      note: 'Ayşe asked me to.',
      by: cast.maren.kind === 'user' && cast.maren.id,
    })
    const withdrew = await person()
    await as('system', (tx) =>
      recordConsent(tx, [
        { candidateId: withdrew, purpose: 'talent-pool', event: 'withdrawn', channel: 'mail' },
      ]),
    )
    const [never] = await as('maren', (tx) =>
      queueMail(tx, [hello(withdrew, { purpose: 'outreach', override: { note: 'Please.' } })]),
    )
    expect(never!.state).toBe('blocked')
  })

  it('costs as many statements for 200 as for 2', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => person()))
    const statements = (length: number) =>
      as('maren', async (tx) => {
        let asked = 0
        const counted = new Proxy(tx, {
          get: (target, key) => {
            if (['rows', 'row', 'change'].includes(String(key))) asked++
            return Reflect.get(target, key)
          },
        })
        await queueMail(
          counted,
          Array.from({ length }, (_, at) => hello(people[at % 4]!, { dedupeKey: `many:${length}:${at}` })),
        )
        return asked
      })
    expect(await statements(200)).toBe(await statements(2))
  })
})
