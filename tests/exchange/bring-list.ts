import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskFiles } from '../../src/adapters/disk-files.ts'
import { tableReading } from '../../src/adapters/table-reading.ts'
import { virusScanner } from '../../src/adapters/virus-scan.ts'
import { importOf, importRows } from '../../src/exchange/imports.ts'
import { startImport } from '../../src/exchange/start-import.ts'
import { importAtWork } from '../../src/exchange/wake-import.ts'
import type { Actor } from '../../src/kernel/model/actor.ts'
import { sql } from '../../src/kernel/sql.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { storeUploads } from '../../src/server/uploads.ts'
import { insertCast } from '../support/cast.ts'
import { testKernel } from '../support/database.ts'

/** A product with a file store of its own, and what a recruiter does with a list in it. */
export const bringLists = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-exchange-'))
  const files = diskFiles(folder)
  const ports = { files, tables: tableReading(files) }
  const rooms = buildRooms(
    new Proxy(unplugged, { get: (edges, edge) => ports[edge as keyof typeof ports] ?? edges[edge as never] }),
  )
  const test = await testKernel(rooms)
  const cast = await insertCast(test.database, rooms)
  const value = async <V>(
    answer: Promise<{ ok: true; value: V } | { ok: false; refusal: { says: string } }>,
  ) => {
    const given = await answer
    if (!given.ok) throw new Error(given.refusal.says)
    return given.value
  }
  const by = { actor: cast.maren }
  const stands = (importId: string) => value(test.kernel.ask(importOf, { importId }, by))
  const until = async (importId: string, ...states: string[]) => {
    for (let tries = 0; tries < 12_000; tries++) {
      const list = await value(test.kernel.as('test').ask(importAtWork, { importId }))
      if (list && states.includes(list.state)) return stands(importId)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`The import never became ${states.join(' or ')}: it is ${(await stands(importId)).state}`)
  }
  const upload = async (name: string, content: string | Uint8Array, actor: Actor = cast.maren) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const stored = { kernel: test.kernel, files, scanner: virusScanner(undefined) }
    return (await value(storeUploads(stored, actor, [{ name, bytes, kind: 'import' }])))[0]!.token
  }
  return {
    ...test,
    /** Other rooms' deliveries have no outside world here; only those of imports should succeed. */
    startDeliveries: () =>
      test.startDeliveries((queue, error) => {
        if (queue.includes('import')) console.error(error)
      }),
    rooms,
    folder,
    files,
    cast,
    by,
    value,
    until,
    stands,
    upload,
    /** Uploads a list and waits until its rows are read. */
    bring: async (name: string, content: string | Uint8Array) => {
      const { importId } = await value(
        test.kernel.run(startImport, { upload: await upload(name, content) }, by),
      )
      await until(importId, 'ready', 'unreadable')
      return importId
    },
    rowsOf: async (importId: string, more: object = {}) =>
      (await value(test.kernel.ask(importRows, { importId, limit: 1000, ...more }, by))).rows,
    rows: async <Row>(statement: ReturnType<typeof sql<Row>>) =>
      (await statement.execute(test.database.read)).rows,
    count: async (table: string) =>
      (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(test.database.read))
        .rows[0]!.n,
    close: async () => {
      await test.close()
      rmSync(folder, { recursive: true })
    },
  }
}
