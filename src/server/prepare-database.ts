import { type Connection, connect } from '../adapters/database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres, superuser } from '../adapters/embedded-postgres.ts'
import type { Room } from '../kernel/room.ts'
import { migrate } from './migrate.ts'
import type { Settings } from './settings.ts'

/** The two roles: one owns everything and migrates, the other is the application's and owns nothing. */
export const ownerRole = 'throughline_owner'
export const appRole = 'throughline_app'

export interface PreparedDatabase {
  readonly connection: Connection
  readonly owner: Connection
  readonly embedded?: EmbeddedPostgres
}

/** Starts or reaches the database, makes roles where they are ours to make, and migrates it. */
export const prepareDatabase = async (
  settings: Settings,
  rooms: readonly Room[],
  say: (line: string) => void,
): Promise<PreparedDatabase> => {
  if (settings.DATABASE_URL !== undefined) return prepareServer(settings, rooms, say)
  const embedded = await startEmbeddedPostgres(settings.dataDir)
  await makeDatabase(embedded, 'throughline')
  const owner = embedded.connection(ownerRole, 'throughline')
  await migrate(owner, appRole, rooms, say)
  return { connection: embedded.connection(appRole, 'throughline'), owner, embedded }
}

/** Roles and an empty database on the embedded server, when they are not there yet. */
export const makeDatabase = async (embedded: EmbeddedPostgres, database: string): Promise<void> => {
  const client = await connect(embedded.connection(superuser, 'postgres'))
  try {
    for (const role of [ownerRole, appRole])
      await client.query(
        `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login nosuperuser; end if; end $$`,
      )
    const there = await client.query('select from pg_database where datname = $1', [database])
    if (there.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(database)} owner ${ownerRole}`)
  } finally {
    await client.end()
  }
}

/**
 * A server's database. With MIGRATION_DATABASE_URL the two URLs are the two roles; with DATABASE_URL
 * alone its role owns and migrates, and every session of the application sets the app role instead.
 */
const prepareServer = async (
  settings: Settings,
  rooms: readonly Room[],
  say: (line: string) => void,
): Promise<PreparedDatabase> => {
  const given: Connection = { connectionString: settings.DATABASE_URL as string }
  const owner: Connection = settings.MIGRATION_DATABASE_URL
    ? { connectionString: settings.MIGRATION_DATABASE_URL }
    : given
  const client = await connect(owner)
  let role = appRole
  try {
    const [{ version }] = (await client.query(`select current_setting('server_version_num')::int as version`))
      .rows
    if (version < 150_000) throw new Error('PostgreSQL 15 or newer is needed; this server is older.')
    if (settings.MIGRATION_DATABASE_URL)
      role = decodeURIComponent(new URL(settings.DATABASE_URL as string).username)
    else
      await client.query(
        `do $$ begin if not exists (select from pg_roles where rolname = '${appRole}') then create role ${appRole} nologin nosuperuser; end if; end $$;
         grant ${appRole} to current_user`,
      )
  } finally {
    await client.end()
  }
  await migrate(owner, role, rooms, say)
  return {
    connection: settings.MIGRATION_DATABASE_URL ? given : { ...given, options: `-c role=${appRole}` },
    owner,
  }
}
