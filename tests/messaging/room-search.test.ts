import { afterAll, beforeAll, expect, it } from 'vitest'
import { minutesAfter } from '../../src/kernel/model/time.ts'
import { sql } from '../../src/kernel/sql.ts'
import { queueMail } from '../../src/messaging/door.ts'
import { inbox } from '../../src/messaging/inbox/inbox.ts'
import { cancelMails } from '../../src/messaging/inbox/keep-threads.ts'
import { mostMailsFound, mostWaiting, mostWalked } from '../../src/messaging/inbox/search.sql.ts'
import { testNow } from '../support/database.ts'
import { manyMails } from '../support/many-mails.ts'
import { plugged } from './plugged.ts'
import { type MailTest, mailTest } from './probe.ts'

let test: MailTest
beforeAll(async () => {
  test = await mailTest(plugged().ports)
})
afterAll(() => test.close())

const searched = async (words: string, more: { before?: string; show?: 'us' | 'all' } = {}) => {
  const answer = await test.kernel.ask(
    inbox,
    { show: 'all', words, limit: 200, ...more },
    { actor: test.cast.maren },
  )
  if (!answer.ok) throw new Error(answer.refusal.says)
  return { ...answer.value, ids: answer.value.threads.map(({ id }) => id) }
}

const strangers = (from: number, to: number, mail: Parameters<typeof manyMails>[2]) =>
  manyMails(test.database, { from, to, now: testNow }, mail)

it('finds a mail that still waits, and not one that was taken back', async () => {
  const candidateId = await test.person('Wilma Waits', 'wilma@example.org')
  const [mail] = await test.as(test.cast.maren, (tx) =>
    queueMail(tx, [
      {
        candidateId,
        purpose: 'process',
        subject: 'Your Tuesday',
        text: 'Bring the gyroscope.',
        sendAfter: minutesAfter(tx.now, 60),
      },
    ]),
  )
  expect((await searched('gyros')).ids).toEqual([mail!.threadId])
  await test.kernel.run(cancelMails, { messageIds: [mail!.messageId] }, { actor: test.cast.maren })
  expect((await searched('gyros')).ids).toEqual([])
})

it('finds every conversation with a word that very many mails have, also those not spoken in lately', async () => {
  await strangers(1, mostMailsFound + 300, { text: 'About the job' })
  await sql`update messaging.thread set awaiting = 'them' where id <> md5('t' || ${String(mostMailsFound + 200)})::uuid and from_address is not null`.execute(
    test.database.write,
  )
  const us = await searched('about job', { show: 'us' })
  expect(
    us.threads.map(({ name }) => name),
    'an old one, alone of its turn',
  ).toEqual([`Writer ${mostMailsFound + 200}`])
  expect([us.next, us.searchedBackTo]).toEqual([null, null])
  const ids = new Set<string>()
  let next: string | null = null
  do {
    const page = await searched('about', next ? { before: next } : {})
    for (const id of page.ids) ids.add(id)
    next = page.next
  } while (next)
  expect(ids.size).toBe(mostMailsFound + 300)
})

it('says how far it has searched where a frequent word stands far back, and goes on from there', async () => {
  await strangers(10_000, 10_000 + mostWalked, { text: 'Something else' })
  await strangers(100_000, 100_000 + mostMailsFound, { text: 'The old fair in Utrecht' })
  const first = await searched('utrecht')
  expect(first.ids).toEqual([])
  expect(first.searchedBackTo).toBeTruthy()
  const second = await searched('utrecht', { before: first.next! })
  expect(second.ids).toHaveLength(200)
  expect(second.searchedBackTo, 'a full page says nothing').toBeNull()
})

it('says so where more mails wait than it looks through', async () => {
  expect((await searched('reminder')).waitingLeftOut).toBe(false)
  await strangers(200_000, 200_000 + mostWaiting, { text: 'A reminder', waits: true })
  await strangers(300_000, 300_000, { text: 'The very last hydrogen', waits: true })
  const rare = await searched('hydrogen')
  expect([rare.ids.length, rare.waitingLeftOut]).toEqual([0, true])
})
