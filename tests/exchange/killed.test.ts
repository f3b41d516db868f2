import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runImport } from '../../src/exchange/run-import.ts'
import { whenImportStandsStillWakeIt } from '../../src/exchange/when-import-waits-work-on-it.ts'
import { minutesAfter } from '../../src/kernel/model/time.ts'
import { sql } from '../../src/kernel/sql.ts'
import { bringLists } from './bring-list.ts'

const rows = 4000
let test: Awaited<ReturnType<typeof bringLists>>
let worker: ChildProcess | undefined
beforeAll(async () => {
  test = await bringLists()
})
afterAll(async () => {
  worker?.kill('SIGKILL')
  await test.close()
})

const startWorker = async () => {
  const given = JSON.stringify({ connection: test.connection, folder: test.folder, now: test.now() })
  worker = spawn(process.execPath, ['tests/exchange/worker.ts', given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(worker.stdout!, 'data')
}
const kill = async () => {
  const gone = once(worker!, 'exit')
  worker!.kill('SIGKILL')
  await gone
}
/** A minute later the schedule finds the import standing still; nobody has to do anything. */
const aMinuteLater = async () => {
  test.setNow(minutesAfter(test.now(), 2))
  await startWorker()
  await whenImportStandsStillWakeIt.handle(test.kernel.as('test'))
}
const doneRows = async (importId: string) => {
  const { added, joined } = (await test.stands(importId)).done
  return added + joined
}

it('an import whose process is killed, twice, goes on by itself and brings nobody in twice', async () => {
  await startWorker()
  const list = [
    'Name,Email,Notes',
    ...Array.from({ length: rows }, (_, at) => `Kim Row${at},kim${at}@killed.example,Note ${at}`),
  ]
  const importId = await test.bring('list.csv', list.join('\n'))
  await test.value(test.kernel.run(runImport, { importId }, test.by))
  while ((await doneRows(importId)) === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await kill()
  const first = await doneRows(importId)
  expect(first).toBeLessThan(rows)
  expect((await test.stands(importId)).state).toBe('running')

  await aMinuteLater()
  while ((await doneRows(importId)) <= first) await new Promise((resolve) => setTimeout(resolve, 20))
  await kill()
  expect(await doneRows(importId)).toBeLessThan(rows)

  await aMinuteLater()
  expect((await test.until(importId, 'done')).done).toEqual({ added: rows, joined: 0, skipped: 0, error: 0 })
  const [counted] = await test.rows(sql`
    select (select count(*) from candidates.candidate) as people, (select count(distinct normalised) from candidates.contact_point) as mails,
      (select count(*) from candidates.contact_point) as points, (select count(*) from candidates.note) as notes,
      (select count(*) from kernel.fact where name = 'candidate.added') as facts`)
  expect(counted).toEqual({ people: rows, mails: rows, points: rows, notes: rows, facts: rows })
})
