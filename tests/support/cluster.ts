import type { TestProject } from 'vitest/node'
import { connect } from '../../src/adapters/database.ts'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
  superuser,
} from '../../src/adapters/embedded-postgres.ts'
import { migrate } from '../../src/server/migrate.ts'
import { unplugged } from '../../src/server/ports.ts'
import { appRole, makeDatabase, ownerRole } from '../../src/server/prepare-database.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { dropCluster, dropLeftovers, makeClusterFolder, noteConnection } from './cluster-folder.ts'

const template = 'throughline_template'

/** One cluster and one migrated template for the whole run; each test file clones it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  await dropLeftovers()
  const folder = given ? undefined : makeClusterFolder()
  const forget = folder ? dropWhenInterrupted(folder) : () => undefined
  let embedded: EmbeddedPostgres | undefined
  const stop = async () => {
    await embedded?.stop()
    if (folder) dropCluster(folder)
    forget()
  }
  try {
    if (folder) {
      embedded = await startEmbeddedPostgres(folder, { durable: false })
      noteConnection(folder, embedded.connection(superuser, 'postgres'))
    }
    project.provide('cluster', await makeTemplate(given, embedded))
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

/** The server is a process of its own and would outlive a run that ends by a signal. Answers how to think no more of it. */
const dropWhenInterrupted = (folder: string): (() => void) => {
  const drop = () => dropCluster(folder)
  const interrupted = (name: NodeJS.Signals) => {
    drop()
    process.exit(name === 'SIGINT' ? 130 : 143)
  }
  process.once('exit', drop)
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupted)
  return () => {
    process.off('exit', drop)
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, interrupted)
  }
}

const makeTemplate = async (given: string | undefined, embedded: EmbeddedPostgres | undefined) => {
  const as = (role: string) => {
    if (given) {
      const url = new URL(given)
      url.pathname = '/postgres'
      if (role !== superuser) url.searchParams.set('options', `-c role=${role}`)
      return `${url.href}${url.search ? '' : '?'}`
    }
    const { host, port } = embedded!.connection(role, 'postgres')
    return `postgres://${role}@localhost:${port}/postgres?host=${encodeURIComponent(String(host))}`
  }
  const client = await connect({ connectionString: as(superuser) })
  if (embedded) await makeDatabase(embedded, template)
  else {
    for (const role of [ownerRole, appRole])
      await client.query(
        `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if; end $$; grant ${role} to current_user`,
      )
    await client.query(`drop database if exists ${template} with (force)`)
    await client.query(`create database ${template} owner ${ownerRole}`)
  }
  await client.end()
  await migrate(
    { connectionString: as(ownerRole).replace('/postgres?', `/${template}?`) },
    appRole,
    buildRooms(unplugged),
  )
  return { superuser: as(superuser), app: as(appRole), template }
}
