import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Table } from './backup-contents.ts'

export interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/** Without them tables may come in any order, and in one piece; put back, each is checked once over all rows. */
export const takeOffForeignKeys = async (client: pg.Client): Promise<readonly ForeignKey[]> => {
  const { rows } = await client.query<ForeignKey>(`
    select format('%I.%I', n.nspname, c.relname) as table, format('%I', k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname !~ '^pg_'
      and n.nspname not in ('information_schema', 'public', 'migrations', 'deliveries')
    order by 1, 2`)
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  return rows
}

/** Checks every foreign key over all rows; throws where one does not hold. */
export const putBackForeignKeys = async (client: pg.Client, keys: readonly ForeignKey[]): Promise<void> => {
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
}

export interface Copying {
  readonly table: Table
  write(bytes: Buffer): Promise<void>
  /** How many rows came in. */
  end(): Promise<number>
  /** Gives up, so that the connection can roll back. */
  abort(): Promise<void>
}

/** Begins to load a table from COPY text; one table at a time on a connection. */
export const startCopy = (client: pg.Client, table: Table, columns: readonly string[]): Copying => {
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const stream = client.query(copyFrom(`copy ${table.quoted} (${names}) from stdin`))
  const done = finished(stream)
  done.catch(() => undefined)
  return {
    table,
    write: async (bytes) => {
      if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), done])
    },
    end: async () => {
      stream.end()
      await done
      return stream.rowCount
    },
    abort: async () => {
      stream.destroy()
      await done.catch(() => undefined)
    },
  }
}
