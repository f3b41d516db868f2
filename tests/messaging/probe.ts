import { z } from 'zod'
import { identifyCandidate } from '../../src/candidates/door.ts'
import { defineCommand } from '../../src/kernel/command.ts'
import type { Actor } from '../../src/kernel/model/actor.ts'
import { factKind } from '../../src/kernel/model/fact.ts'
import { signedIn } from '../../src/kernel/model/permission.ts'
import { ok } from '../../src/kernel/model/result.ts'
import { defineRoom } from '../../src/kernel/room.ts'
import { sql } from '../../src/kernel/sql.ts'
import type { WriteTx } from '../../src/kernel/transaction.ts'
import type { Ports } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { insertCast } from '../support/cast.ts'
import { testKernel } from '../support/database.ts'

const tried = factKind()('probe.tried', 'Something was tried.')
let act: (tx: WriteTx) => Promise<unknown>
const attempt = defineCommand({
  name: 'probe.attempt',
  says: 'Does what a lower room would do inside its command.',
  permission: signedIn,
  input: z.strictObject({}),
  handle: async (tx) => {
    const answer = await act(tx)
    tx.record(tried({}, {}))
    return ok(answer)
  },
})
const probe = defineRoom({ name: 'probe', commands: [attempt], facts: [tried] })

/** The whole product with the mail edges given, its cast, and a way to do what lower rooms do. */
export const mailTest = async (ports: Ports) => {
  const rooms = [...buildRooms(ports), probe]
  const test = await testKernel(rooms)
  const cast = await insertCast(test.database, rooms)
  await sql`update accounts.organisation set postal_address = 'Maashaven 1, Rotterdam'`.execute(
    test.database.write,
  )
  await sql`insert into kernel.memory (key, value) values ('site.address', '"https://jobs.northwind.example"')
    on conflict (key) do update set value = excluded.value`.execute(test.database.write)
  const as = async <Answer>(actor: Actor, what: (tx: WriteTx) => Promise<Answer>): Promise<Answer> => {
    act = what
    const result = await test.kernel.run(attempt, {}, { actor })
    if (!result.ok) throw new Error(result.refusal.says)
    return result.value as Answer
  }
  const system: Actor = { kind: 'system', name: 'test' }
  return {
    ...test,
    rooms,
    cast,
    as,
    system,
    person: (name: string, mail: string, more: { language?: string } = {}) =>
      as(
        system,
        async (tx) =>
          (await identifyCandidate(tx, { name, emails: [mail], source: 'user', ...more })).candidateId,
      ),
    facts: async (name: string) =>
      (
        await sql<{ subjectId: string; candidateId: string; particulars: Record<string, unknown> }>`
          select subject_id as "subjectId", candidate_id as "candidateId", particulars from kernel.fact where name = ${name} order by id`.execute(
          test.database.read,
        )
      ).rows,
    message: async (id: string) =>
      (
        await sql<Record<string, unknown> & { state: string; attempts: number; sendAfter: string }>`
          select *, send_after as "sendAfter", body_text as "bodyText", message_id as "messageId" from messaging.message where id = ${id}`.execute(
          test.database.read,
        )
      ).rows[0]!,
  }
}

export type MailTest = Awaited<ReturnType<typeof mailTest>>
