import { readdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { sql } from '../../src/kernel/sql.ts'
import { type DataFolder, dataFolder, freePort } from '../support/product.ts'
import { setUpNorthwind } from '../support/signed-in.ts'

type Me = { readonly user: { readonly name: string } }
let folder: DataFolder
afterEach(async () => folder?.clear())

test('a second start on the same data folder says where the first one runs; asked to stop, all of it ends in ten seconds', async () => {
  folder = dataFolder()
  const first = await folder.start()
  expect(first.url).toMatch(/^http:\/\/localhost:\d+$/)
  expect(await (await fetch(`${first.url}/readyz`)).text()).toBe('ready')

  const second = folder.launch('start', { PORT: String(await freePort()) })
  expect(await second.ended).toBe(1)
  expect(second.product.said()).toContain(
    `already running on ${folder.path}, at ${first.url} (process ${first.pid})`,
  )

  // Somebody has a page open that listens for what happens.
  const by = await setUpNorthwind(first.url, await first.token())
  const listening = await fetch(`${first.url}/api/v1/live`, { headers: { cookie: by.cookie } })
  expect(listening.status).toBe(200)
  const began = Date.now()
  expect(await first.stop()).toBe(0)
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(folder.postgresPid()).toBeUndefined()
  await listening.body?.cancel().catch(() => undefined)

  const again = await folder.start()
  expect((await by.ask<Me>('accounts.me', {}, again.url)).user.name).toBe('Priya Raghunathan')
  expect(await again.stop()).toBe(0)
})

test('a taken port is said in one sentence', async () => {
  folder = dataFolder()
  const other = createServer()
  const port = await freePort()
  await new Promise<void>((ready) => other.listen(port, '127.0.0.1', ready))
  const refused = folder.launch('start', { PORT: String(port) })
  expect(await refused.ended).toBe(1)
  expect(refused.product.said()).toContain(`Port ${port} is taken by another program. Set PORT to a free one`)
  expect(folder.postgresPid()).toBeUndefined()
  await new Promise((closed) => other.close(closed))
})

test('killed while it prepares the database, the next start finishes what was begun', async () => {
  folder = dataFolder()
  const env = { PORT: String(await freePort()) }
  const killed = folder.launch('start', env)
  await killed.until(/Preparing the database: 0002/)
  await killed.product.kill()
  expect(killed.product.said()).not.toContain('ready')

  const next = await folder.start()
  const database = await folder.database()
  const applied = await sql<{ name: string }>`select name from migrations.applied order by name`.execute(
    database.write,
  )
  const files = (await readdir('db/migrations')).filter((name) => name.endsWith('.sql')).sort()
  expect(applied.rows.map((row) => row.name)).toEqual(files)
  await database.close()
  await setUpNorthwind(next.url, await next.token())
  expect(await next.stop()).toBe(0)
})

test('the database of a killed product is joined at the next start, and stopped with it', async () => {
  folder = dataFolder()
  const first = await folder.start()
  const postgres = folder.postgresPid()!
  await first.kill()
  const next = await folder.start()
  expect(folder.postgresPid()).toBe(postgres)
  expect(await next.stop()).toBe(0)
  expect(folder.postgresPid()).toBeUndefined()
})

test('product and database killed together: the next start is as if the power had come back', async () => {
  folder = dataFolder()
  const first = await folder.start()
  const by = await setUpNorthwind(first.url, await first.token())
  folder.killPostgres()
  await first.kill()
  const next = await folder.start()
  expect((await by.ask<Me>('accounts.me', {}, next.url)).user.name).toBe('Priya Raghunathan')
})

test('asked to stop while it is still starting, it leaves nothing running', async () => {
  folder = dataFolder()
  const starting = folder.launch('start', { PORT: String(await freePort()) })
  await starting.until(/Preparing the database/)
  expect(await starting.product.stop()).toBe(0)
  expect(folder.postgresPid()).toBeUndefined()
})
