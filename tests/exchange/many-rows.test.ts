import { afterAll, beforeAll, expect, it } from 'vitest'
import { previewImport } from '../../src/exchange/preview-import.ts'
import { revertImport } from '../../src/exchange/revert-import.ts'
import { cancelImport, runImport } from '../../src/exchange/run-import.ts'
import { sql } from '../../src/kernel/sql.ts'
import { bringLists } from './bring-list.ts'

const size = Number(process.env.IMPORT_ROWS ?? 5000)
let test: Awaited<ReturnType<typeof bringLists>>
beforeAll(async () => {
  test = await bringLists()
  await test.startDeliveries()
})
afterAll(() => test.close())

const given = ['Ayşe', 'Jan', 'Noor', 'Tomás', 'Zoë', 'Łukasz', 'Priya', 'Ifeoma', 'Lars', 'Maren']
const list = (rows: number) =>
  [
    'First Name,Last Name,Email,Phone,Company,Title,City,Tags',
    ...Array.from(
      { length: rows },
      (_, at) =>
        `${given[at % 10]},Family${at.toString(36)}q${at % 97},person${at}@many.example,+3161${String(1_000_000 + at)},Company ${at % 300},Engineer,Rotterdam,imported`,
    ),
  ].join('\n')

it(`takes ${size} rows in and back`, async () => {
  const took = async (what: string, work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    const ms = performance.now() - began
    if (process.env.IMPORT_ROWS)
      console.log(`${what}: ${Math.round(ms)} ms, ${Math.round((size / ms) * 1000)} rows/s`)
  }
  const before = await test.count('candidates.candidate')
  let importId = ''
  await took('read', async () => {
    importId = await test.bring('many.csv', list(size))
  })
  await took('preview', async () => {
    await test.value(test.kernel.run(previewImport, { importId }, test.by))
    expect((await test.until(importId, 'previewed')).foreseen.added).toBe(size)
  })
  await took('import', async () => {
    await test.value(test.kernel.run(runImport, { importId }, test.by))
    expect((await test.until(importId, 'done')).done.added).toBe(size)
  })
  expect(await test.count('candidates.candidate')).toBe(before + size)
  expect(await test.count('messaging.message')).toBe(0)
  await took('revert', async () => {
    await test.value(test.kernel.run(revertImport, { importId }, test.by))
    expect((await test.until(importId, 'reverted')).reverted).toEqual({
      removed: size,
      takenBack: 0,
      kept: 0,
    })
  })
  expect(await test.count('candidates.candidate')).toBe(before)
  expect(await test.count('candidates.contact_point')).toBe(0)
  expect(await test.count('exchange.external_id')).toBe(0)
}, 600_000)

it('uses the same number of statements however many rows a batch has', async () => {
  const statements = async (rows: number, at: string, digits: string) => {
    const importId = await test.bring(
      'some.csv',
      list(rows).replaceAll('many.example', at).replaceAll('+3161', digits),
    )
    await sql`update exchange.import set state = 'running' where id = ${importId}`.execute(
      test.database.write,
    )
    const { runBatch } = await import('../../src/exchange/run-batch.ts')
    let counted = 0
    const counting = { ...test.kernel.commandNamed(runBatch.name)! }
    await test.value(
      test.kernel.run(
        {
          ...counting,
          handle: (tx, input) => {
            const count =
              <A extends unknown[], R>(act: (...given: A) => R) =>
              (...given: A) => {
                counted++
                return act(...given)
              }
            return counting.handle(
              { ...tx, rows: count(tx.rows), row: count(tx.row), change: count(tx.change) } as never,
              input,
            )
          },
        },
        { importId },
        { actor: { kind: 'system', name: 'test' } },
      ),
    )
    return counted
  }
  const few = await statements(3, 'few.example', '+3163')
  // One more for suggestions, which these names give.
  expect(await statements(400, 'more.example', '+3164')).toBeLessThanOrEqual(few + 1)
})

it('stops between batches, tells how far it is, and goes on without repeating a row', async () => {
  const importId = await test.bring(
    'stop.csv',
    list(2500).replaceAll('many.example', 'stop.example').replaceAll('+3161', '+3162'),
  )
  await test.value(test.kernel.run(runImport, { importId }, test.by))
  for (;;) {
    const { done } = await test.stands(importId)
    if (done.added + done.joined > 0) break
  }
  await test.value(test.kernel.run(cancelImport, { importId }, test.by))
  const stopped = await test.stands(importId)
  expect(stopped.state).toBe('cancelled')
  expect(stopped.waiting).toBeGreaterThan(0)
  await test.value(test.kernel.run(runImport, { importId }, test.by))
  const done = await test.until(importId, 'done')
  expect(done.done.added + done.done.joined).toBe(2500)
  const doubled = await test.rows(
    sql`select normalised from candidates.contact_point where kind = 'email' group by 1 having count(*) > 1`,
  )
  expect(doubled).toEqual([])
})
