import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { identifyCandidates } from '../../src/candidates/door.ts'
import { minutesAfter } from '../../src/kernel/model/time.ts'
import { sql } from '../../src/kernel/sql.ts'
import { queueMail } from '../../src/messaging/door.ts'
import { whenMailIsDueSendIt } from '../../src/messaging/sending/when-mail-is-due-send-it.ts'
import { testNow } from '../support/database.ts'
import { type ReceivedMail, startSmtpSink } from '../support/smtp-sink.ts'
import { plugged } from './plugged.ts'
import { type MailTest, mailTest } from './probe.ts'

let sink: Awaited<ReturnType<typeof startSmtpSink>>
let notesIn: string
let world: ReturnType<typeof plugged>
let test: MailTest
beforeAll(async () => {
  sink = await startSmtpSink()
  notesIn = await mkdtemp(join(tmpdir(), 'throughline-notes-'))
  world = plugged({ smtpUrl: sink.url, notesIn })
  test = await mailTest(world.ports)
})
afterAll(async () => {
  world.close()
  await test.close()
  await sink.stop()
  await rm(notesIn, { recursive: true })
})

const idOf = (mail: ReceivedMail) => /^message-id: (.*)$/im.exec(mail.raw.toString())![1]!.trim()

it('loses nothing when a worker is killed while it sends, and repeats only letters whose answer it did not hear', async () => {
  const total = 400
  await test.as(test.system, async (tx) => {
    const people = await identifyCandidates(
      tx,
      Array.from({ length: total }, (_, at) => ({
        name: `Person Number${at}`,
        emails: [`kill${at}@example.org`],
        source: 'import',
      })),
    )
    await queueMail(
      tx,
      people.map(({ candidateId }) => ({
        candidateId,
        purpose: 'process' as const,
        subject: 'Hello',
        text: 'A word.',
        sendAfter: testNow,
      })),
    )
  })
  const child = fileURLToPath(new URL('sending-child.ts', import.meta.url))
  for (const [round, killAfter] of [40, 250].entries()) {
    const worker = spawn(
      process.execPath,
      [child, test.connection.connectionString, sink.url, minutesAfter(testNow, round * 5), notesIn],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
    const ended = once(worker, 'exit')
    await expect
      .poll(() => sink.received.length, { timeout: 120_000, interval: 2 })
      .toBeGreaterThanOrEqual(killAfter)
    worker.kill('SIGKILL')
    await ended
  }
  test.setNow(minutesAfter(testNow, 9))
  await whenMailIsDueSendIt(world.ports).handle([{}], test.kernel.as('survivor'))

  const byPerson = Map.groupBy(sink.received, (mail) => mail.to[0])
  expect(byPerson.size).toBe(total)
  const repeated = [...byPerson.values()].filter((mails) => mails.length > 1)
  for (const mails of repeated) expect(new Set(mails.map(idOf)).size).toBe(1)
  // Two kills, each with at most one letter on each of four connections whose answer was not heard.
  expect(repeated.length).toBeLessThanOrEqual(2 * 4)
  expect(await readdir(notesIn)).toEqual([])
  const states = await sql<{
    state: string
    count: number
  }>`select state, count(*) as count from messaging.message group by 1`.execute(test.database.read)
  expect(states.rows).toEqual([{ state: 'sent', count: total }])
})
