import type { OpenDatabase } from '../../src/adapters/database.ts'
import { sql } from '../../src/kernel/sql.ts'

/** Strangers' conversations with a mail each, numbered; the higher the number, the longer ago. */
export const manyMails = async (
  database: Pick<OpenDatabase, 'write'>,
  of: { readonly from: number; readonly to: number; readonly now: string },
  mail: { readonly text: string; readonly waits?: true },
): Promise<void> => {
  const numbers = sql`generate_series(${of.from}::int, ${of.to}::int) n`
  await sql`
    insert into messaging.thread (id, subject, created_at, last_message_at, awaiting, from_address, from_name)
    select md5('t' || n)::uuid, 'A question', ${of.now}, ${of.now}::timestamptz - n * interval '1 minute',
      'us', 'w@strangers.example', 'Writer ' || n from ${numbers}`.execute(database.write)
  await sql`
    insert into messaging.message (id, thread_id, direction, purpose, state, kind, from_address, to_address, subject,
      body_text, message_id, created_at, send_after)
    select md5('m' || n)::uuid, md5('t' || n)::uuid, ${mail.waits ? 'out' : 'in'}, 'reply', ${mail.waits ? 'waiting' : 'received'},
      'other', 'w@strangers.example', 'jobs@northwind.example', 'A question', ${mail.text}, 'm' || n, ${of.now},
      ${of.now}::timestamptz + interval '1 day' + n * interval '1 minute'
    from ${numbers}`.execute(database.write)
}
