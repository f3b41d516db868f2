import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { identifyCandidates } from '../../src/candidates/door.ts'
import { enrol } from '../../src/crm/sequences/enrol.ts'
import { makeSequence, setSequencesState } from '../../src/crm/sequences/make-sequences.ts'
import { sendDueSteps } from '../../src/crm/sequences/send-due-steps.ts'
import { sql } from '../../src/kernel/sql.ts'
import { given } from '../ats/scene.ts'
import { plugged } from '../messaging/plugged.ts'
import { type MailTest, mailTest } from '../messaging/probe.ts'
import { people as cast } from '../support/cast.ts'

const total = 180
const monday = '2026-11-23T08:00:00.000Z'

let test: MailTest
beforeAll(async () => {
  test = await mailTest(plugged().ports)
})
afterAll(() => test.close())

const mails = async () =>
  (await sql<{ count: number }>`select count(*) as count from crm.step_mail`.execute(test.database.read))
    .rows[0]!.count

it('makes one mail for each person and step ready, also when workers are killed while they do', {
  timeout: 180_000,
}, async () => {
  const actor = test.cast.maren
  const plan = { name: 'Kestrel', steps: [{ waitDays: 0, subject: 'Hello', body: 'A word.' }] }
  const { sequenceId } = given(await test.kernel.run(makeSequence, plan, { actor }))
  given(await test.kernel.run(setSequencesState, { sequenceIds: [sequenceId], state: 'running' }, { actor }))
  const people = await test.as(test.system, (tx) =>
    identifyCandidates(
      tx,
      Array.from({ length: total }, (_, at) => ({
        name: `Person Number${at}`,
        emails: [`step${at}@example.org`],
        source: 'import',
      })),
    ),
  )
  // Three senders, so that nobody's daily share is used up.
  for (const [at, sender] of [cast.maren, cast.priya, cast.ayse].entries()) {
    const candidateIds = people.slice(at * 60, at * 60 + 60).map(({ candidateId }) => candidateId)
    given(await test.kernel.run(enrol, { sequenceId, candidateIds, senderId: sender.id }, { actor }))
  }
  const child = fileURLToPath(new URL('step-child.ts', import.meta.url))
  const workers = [0, 1].map(() =>
    spawn(process.execPath, [child, test.connection.connectionString, monday], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
  const ended = Promise.all(workers.map((worker) => once(worker, 'exit')))
  await expect.poll(mails, { timeout: 120_000, interval: 2 }).toBeGreaterThanOrEqual(9)
  for (const worker of workers) worker.kill('SIGKILL')
  await ended
  expect(await mails()).toBeLessThan(total)
  test.setNow(monday)
  for (let more = true; more; )
    more = given(await test.kernel.run(sendDueSteps, { limit: 50 }, { actor: test.system })).more

  const { rows } = await sql<{ mails: number; people: number; steps: number }>`
    select count(*) as mails, count(distinct candidate_id) as people,
      (select count(*) from crm.enrolment where next_step = 1 and state = 'active') as steps
    from messaging.message where template_key = 'sequence'`.execute(test.database.read)
  expect(rows).toEqual([{ mails: total, people: total, steps: total }])
})
