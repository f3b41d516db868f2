import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeNotes } from '../../src/candidates/acts/write-notes.ts'
import { identifyCandidate } from '../../src/candidates/door.ts'
import { mergePeople } from '../../src/handover/merge-people.ts'
import { undoMerge } from '../../src/handover/undo-merge.ts'
import { type Actor, userIdOf } from '../../src/kernel/model/actor.ts'
import { minutesAfter } from '../../src/kernel/model/time.ts'
import { sql } from '../../src/kernel/sql.ts'
import { queueMail } from '../../src/messaging/door.ts'
import { whenMailArrivesReceiveIt } from '../../src/messaging/inbound/when-mail-arrives-receive-it.ts'
import { whenMailReceivedKeepAttachments } from '../../src/messaging/inbound/when-mail-received-keep-attachments.ts'
import { inbox, thread } from '../../src/messaging/inbox/inbox.ts'
import { linkThread } from '../../src/messaging/inbox/link-thread.ts'
import { unlinkThread } from '../../src/messaging/inbox/unlink-thread.ts'
import { whenThreadUnlinkedGiveFilesBack } from '../../src/messaging/inbox/when-thread-unlinked-give-files-back.ts'
import { answerThread } from '../../src/messaging/inbox/write-mail.ts'
import { tokenAddress } from '../../src/messaging/model/address-token.ts'
import { candidate } from '../../src/views/candidate.ts'
import { timeline } from '../../src/views/timeline.ts'
import { testNow } from '../support/database.ts'
import { plugged, sign } from './plugged.ts'
import { type MailTest, mailTest } from './probe.ts'

let world: ReturnType<typeof plugged>
let test: MailTest
let maren: Actor
beforeAll(async () => {
  world = plugged()
  test = await mailTest(world.ports)
  maren = test.cast.maren
  await sql`update accounts.organisation set mail_from = 'jobs@northwind.example'`.execute(
    test.database.write,
  )
})
afterAll(() => test.close())
beforeEach(() => test.setNow(testNow))
const pass = (minutes: number) => test.setNow(minutesAfter(test.now(), minutes))

let uid = 0
const arrive = async (from: string, more: { to?: string; headers?: string; body?: string } = {}) => {
  pass(1)
  uid++
  const raw = `From: ${from}
To: ${more.to ?? 'maren@northwind.example'}
Subject: About the drives
Message-ID: <unlink${uid}@example.net>
${more.headers ?? 'Content-Type: text/plain; charset=utf-8\n'}
${more.body ?? 'Do you look for somebody who tunes drives?'}
`
  await whenMailArrivesReceiveIt(world.ports)(
    Buffer.from(raw.replace(/\r?\n/g, '\r\n')),
    `unlink 1:${uid}`,
    test.kernel.as('mail'),
  )
}
const held = async (name: string) => {
  const answer = await test.kernel.ask(inbox, { show: 'all', limit: 200 }, { actor: maren })
  return answer.ok ? answer.value.threads.filter((row) => row.name === name) : []
}
const shown = async (id: string, actor = maren) => {
  const answer = await test.kernel.ask(thread, { id }, { actor })
  return answer.ok ? answer.value : undefined
}
const strangerOf = async (name: string, more: { headers?: string; body?: string } = {}) => {
  const address = `${name.toLowerCase().replaceAll(' ', '.')}@strangers.example`
  await arrive(`${name} <${address}>`, more)
  return { threadId: (await held(name))[0]!.id, address, from: `${name} <${address}>` }
}
const link = async (threadId: string, candidateId?: string) => {
  pass(1)
  const linked = await test.kernel.run(
    linkThread,
    { threadId, ...(candidateId ? { candidateId } : {}) },
    { actor: maren },
  )
  if (!linked.ok) throw new Error(linked.refusal.says)
  pass(1)
  return linked.value.candidateId as string
}
const unlink = (threadId: string, actor = maren) => test.kernel.run(unlinkThread, { threadId }, { actor })
const addresses = async (candidateId: string) =>
  (
    await sql<{ value: string; isPrimary: boolean }>`select value, is_primary as "isPrimary"
      from candidates.contact_point where candidate_id = ${candidateId} and kind = 'email' order by id`.execute(
      test.database.read,
    )
  ).rows.map(({ value, isPrimary }) => (isPrimary ? `${value} first` : value))
const page = async (candidateId: string) => {
  const answer = await test.kernel.ask(candidate, { candidateId }, { actor: maren })
  return answer.ok ? answer.value : undefined
}

describe('a conversation that was linked to the wrong person', () => {
  it('is a stranger’s again, and the address that the link brought leaves', async () => {
    const tilda = await test.person('Tilda Berg', 'tilda@example.org')
    const { threadId, from, address } = await strangerOf('Tom Berg')
    await link(threadId, tilda)
    expect(await addresses(tilda)).toEqual(['tilda@example.org first', address])
    expect((await page(tilda))!.lastInboundAt).not.toBeNull()
    expect(await unlink(threadId)).toEqual({ ok: true, value: { candidateId: tilda, address: 'left' } })
    expect(await addresses(tilda)).toEqual(['tilda@example.org first'])
    expect(await shown(threadId)).toMatchObject({ candidateId: null, linkedAt: null, name: 'Tom Berg' })
    expect((await page(tilda))!.lastInboundAt, 'they never wrote').toBeNull()
    const line = await test.kernel.ask(timeline, { candidateId: tilda }, { actor: maren })
    expect(line.ok && line.value.entries.map(({ says }) => says)).toEqual([
      expect.stringMatching(/^Maren.* said that a mail is not theirs after all$/),
      expect.stringMatching(/^Maren.* removed a way to reach them \(email\)$/),
      expect.stringMatching(/^Maren.* said that a stranger’s mail is theirs$/),
      expect.anything(),
      expect.anything(),
    ])
    // Their next mail waits for somebody to say whose it is, beside the first.
    await arrive(from)
    expect((await shown(threadId))!.messages).toHaveLength(2)
    const found = await sql`select from candidates.search_document where candidate_id = ${tilda}
      and words @@ to_tsquery('simple', 'strangers')`.execute(test.database.read)
    expect(found.rows, 'nor does a search by the address find the person').toEqual([])
    expect(await unlink(threadId), 'twice').toMatchObject({ refusal: { code: 'not-linked' } })
    // Then it may be said anew.
    expect(await link(threadId, tilda)).toBe(tilda)
  })

  it('keeps an address that was theirs before', async () => {
    const one = await test.person('Jan Twin', 'twins@strangers.example')
    await test.as(test.system, async (tx) => {
      await tx.change(sql`insert into candidates.contact_point (id, candidate_id, kind, value, normalised, weak, came_from, came_at)
        select gen_random_uuid(), c.id, p.kind, p.value, p.normalised, p.weak, 'user', p.came_at
        from candidates.contact_point p, candidates.candidate c where p.candidate_id = ${one} and c.name = 'Tilda Berg'`)
    })
    await arrive('Twins <twins@strangers.example>')
    const threadId = (await held('Twins'))[0]!.id
    await link(threadId, one)
    expect(await unlink(threadId)).toMatchObject({ ok: true, value: { address: 'was-theirs' } })
    expect(await addresses(one)).toEqual(['twins@strangers.example first'])
  })

  it('takes later mails along that found the person by the address alone', async () => {
    const person = await test.person('Uma Later', 'uma@example.org')
    const { threadId, from } = await strangerOf('Ugo Later')
    await link(threadId, person)
    const [mail] = await test.as(maren, (tx) =>
      queueMail(tx, [{ candidateId: person, purpose: 'process', subject: 'Your visit', text: 'Friday?' }]),
    )
    await arrive(from)
    expect((await shown(mail!.threadId))!.messages, 'it went where was last spoken').toHaveLength(2)
    expect(await unlink(threadId)).toMatchObject({ ok: true, value: { address: 'left' } })
    expect((await shown(mail!.threadId))!.messages.map(({ direction }) => direction)).toEqual(['out'])
    expect((await shown(threadId))!.messages).toHaveLength(2)
  })

  it('leaves with the person what they wrote there themselves, and shows it to nobody else', async () => {
    const person = await test.person('Ida Confidential', 'ida@example.org')
    const { threadId } = await strangerOf('Ivo Confidential')
    await link(threadId, person)
    await arrive('Ida <ida@example.org>', { body: 'My present salary is a secret.' })
    expect((await shown(threadId))!.messages).toHaveLength(2)
    // Ida is on confidential jobs only, and Maren is on their team; Jonas is not.
    await sql`update candidates.candidate set confidential = true where id = ${person}`.execute(
      test.database.write,
    )
    await sql`insert into candidates.sight (user_id, candidate_id, because) values (${userIdOf(maren)}, ${person}, ${person})`.execute(
      test.database.write,
    )
    expect(await shown(threadId, test.cast.jonas), 'before').toBeUndefined()
    expect(await unlink(threadId, test.cast.jonas)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await unlink(threadId)).toMatchObject({ ok: true, value: { address: 'left' } })
    const freed = await shown(threadId, test.cast.jonas)
    expect(freed?.messages.map(({ fromAddress }) => fromAddress)).toEqual([
      'ivo.confidential@strangers.example',
    ])
    expect(await shown(threadId, test.cast.tomas), 'a stranger’s mail is for who sees everybody').toBe(
      undefined,
    )
    const own = (await held('Ida Confidential'))[0]!
    expect((await shown(own.id))!.messages.map(({ fromAddress }) => fromAddress)).toEqual(['ida@example.org'])
    expect(await shown(own.id, test.cast.jonas)).toBeUndefined()
    expect((await page(person))!.lastInboundAt, 'Ida did write').not.toBeNull()
  })

  it('keeps an address that others rely on since, and says so', async () => {
    const person = await test.person('Rea Lied', 'rea@example.org')
    const { threadId, from, address } = await strangerOf('Ray Lied')
    await link(threadId, person)
    const [mail] = await test.as(maren, (tx) =>
      queueMail(tx, [{ candidateId: person, purpose: 'process', subject: 'Your visit', text: 'Friday?' }]),
    )
    await arrive(from, {
      to: tokenAddress({ kind: 'reply', id: mail!.threadId }, 'northwind.example', sign),
    })
    expect(await unlink(threadId)).toMatchObject({ ok: true, value: { address: 'relied-on' } })
    expect(await addresses(person)).toEqual(['rea@example.org first', address])
    expect((await shown(mail!.threadId))!.messages, 'the answer stays').toHaveLength(2)
  })

  it('keeps an address with which somebody applied since', async () => {
    const person = await test.person('Ali Applied', 'ali@example.org')
    const { threadId, address } = await strangerOf('Alan Applied')
    await link(threadId, person)
    await test.as(test.system, (tx) =>
      identifyCandidate(tx, { name: 'Ali Applied', emails: [address], source: 'application' }),
    )
    expect(await unlink(threadId)).toMatchObject({ ok: true, value: { address: 'relied-on' } })
  })

  it('leaves whom the person was merged into, and stays a stranger’s when the merge is taken back', async () => {
    const person = await test.person('Mia Merged', 'mia@example.org')
    const survivor = await test.person('Maria Survives', 'maria@example.org')
    const { threadId } = await strangerOf('Max Merged')
    await link(threadId, person)
    const merged = await test.kernel.run(
      mergePeople,
      { survivorId: survivor, mergedIds: [person] },
      {
        actor: test.cast.priya,
      },
    )
    if (!merged.ok) throw new Error(merged.refusal.says)
    expect((await shown(threadId))!.candidateId).toBe(survivor)
    expect(await unlink(threadId)).toMatchObject({
      ok: true,
      value: { candidateId: survivor, address: 'left' },
    })
    const { mergeIds } = merged.value as { mergeIds: string[] }
    const split = await test.kernel.run(undoMerge, { mergeId: mergeIds[0]! }, { actor: test.cast.priya })
    if (!split.ok) throw new Error(split.refusal.says)
    expect((await shown(threadId))!.candidateId).toBeNull()
    expect(await addresses(person)).toEqual(['mia@example.org first'])
    expect(await addresses(survivor)).toEqual(['maria@example.org first'])
  })

  it('takes what we answered there along', async () => {
    const person = await test.person('Ann Swered', 'ann@example.org')
    const { threadId } = await strangerOf('Abe Swered')
    await link(threadId, person)
    await test.kernel.run(answerThread, { threadId, text: 'Which drives?' }, { actor: maren })
    expect(await unlink(threadId)).toMatchObject({ ok: true, value: { address: 'left' } })
    expect((await shown(threadId))!.messages.map(({ direction }) => direction)).toEqual(['in', 'out'])
    const line = await test.kernel.ask(timeline, { candidateId: person, kinds: ['mail'] }, { actor: maren })
    expect(line.ok && line.value.entries.filter(({ kind }) => kind === 'message')).toEqual([])
  })
})

describe('a person whom the link made', () => {
  it('is gone with it where nothing else happened with them', async () => {
    const { threadId } = await strangerOf('Nell Made')
    const made = await link(threadId)
    expect(await unlink(threadId)).toMatchObject({ ok: true, value: { address: 'record-gone' } })
    expect(await page(made)).toBeUndefined()
    expect(await shown(threadId)).toMatchObject({ candidateId: null, name: 'Nell Made' })
  })

  it('stays, without the address, where a colleague worked with them', async () => {
    const { threadId } = await strangerOf('Nils Kept')
    const made = await link(threadId)
    await test.kernel.run(writeNotes, { candidateIds: [made], body: 'Knows drives.' }, { actor: maren })
    expect(await unlink(threadId)).toMatchObject({ ok: true, value: { address: 'left' } })
    expect(await page(made)).toMatchObject({ name: 'Nils Kept', contactPoints: [] })
  })

  it('stays where a second stranger was said to be them too', async () => {
    const first = await strangerOf('Nora Twice')
    const made = await link(first.threadId)
    const second = await strangerOf('Nora Again')
    await link(second.threadId, made)
    expect(await unlink(first.threadId)).toMatchObject({ ok: true })
    expect(await addresses(made)).toEqual([`${second.address} first`])
  })
})

describe('files that came with the mail', () => {
  const withFile = {
    headers: 'Content-Type: multipart/mixed; boundary=b\n',
    body: `--b
Content-Type: text/plain

See my résumé.
--b
Content-Type: text/plain; name="resume.txt"
Content-Disposition: attachment; filename="resume.txt"

Drives since 2019
--b--`,
  }
  const lastFact = async (name: string) =>
    (
      await sql<never>`select id, particulars, jsonb_build_object('candidateId', candidate_id, 'subjectId', subject_id) as about
        from kernel.fact where name = ${name} order by id desc limit 1`.execute(test.database.read)
    ).rows[0]!
  const keep = async () =>
    whenMailReceivedKeepAttachments(world.ports).handle(
      await lastFact('thread.linked'),
      test.kernel.as('keep'),
    )
  const giveBack = async () =>
    whenThreadUnlinkedGiveFilesBack(world.ports).handle(
      await lastFact('thread.unlinked'),
      test.kernel.as('give back'),
    )

  it('leave the person, and go to whom it is said to be next', async () => {
    const wrong = await test.person('Wanda Wrong', 'wanda@example.org')
    const right = await test.person('Rita Right', 'rita@example.org')
    const { threadId } = await strangerOf('Wim Files', withFile)
    await link(threadId, wrong)
    await keep()
    const { fileId } = (await shown(threadId))!.messages[0]!.attachments[0]!
    expect(fileId).toBeTruthy()
    await unlink(threadId)
    await giveBack()
    expect(world.givenBack).toEqual([fileId])
    expect((await shown(threadId))!.messages[0]!.attachments).toMatchObject([{ fileId: null }])
    await link(threadId, right)
    await keep()
    expect(world.kept.at(-1)!.candidateId).toBe(right)
  })

  it('leave also where it was taken back while they were being kept', async () => {
    const wrong = await test.person('Quick Undo', 'quick@example.org')
    const { threadId } = await strangerOf('Quinn Files', withFile)
    await link(threadId, wrong)
    const fact = await lastFact('thread.linked')
    const before = world.givenBack.length
    const slow = {
      ...world.messaging,
      attachments: {
        ...world.messaging.attachments,
        keep: async (...of: Parameters<typeof world.messaging.attachments.keep>) => {
          const kept = await world.messaging.attachments.keep(...of)
          await unlink(threadId)
          return kept
        },
      },
    }
    await whenMailReceivedKeepAttachments(slow).handle(fact, test.kernel.as('keep'))
    expect(world.givenBack.length).toBe(before + 1)
    expect((await shown(threadId))!.messages[0]!.attachments).toMatchObject([{ fileId: null }])
  })
})
