import { z } from 'zod'
import { addCandidates } from '../../src/candidates/arrivals/add-candidates.ts'
import { candidates } from '../../src/candidates/room.ts'
import { defineCommand } from '../../src/kernel/command.ts'
import { system } from '../../src/kernel/model/actor.ts'
import { systemOnly } from '../../src/kernel/model/permission.ts'
import { ok, type Result } from '../../src/kernel/model/result.ts'
import { type Instant, instant, minutesAfter } from '../../src/kernel/model/time.ts'
import { sql } from '../../src/kernel/sql.ts'
import type { ReadTx, WriteTx } from '../../src/kernel/transaction.ts'
import type { Booking } from '../../src/scheduling/model/appointment.ts'
import { scheduling } from '../../src/scheduling/room.ts'
import { given, someone } from '../ats/scene.ts'
import { insertCast, people } from '../support/cast.ts'
import { testKernel } from '../support/database.ts'

export const rooms = [candidates, scheduling] as const

export const at = (moment: string): Instant => instant(moment)

/** An hour of Maren’s and whoever else comes. */
export const hour = (
  startsAt: string,
  attendees: Booking['attendees'],
  more: Partial<Booking> = {},
): Booking => ({
  title: 'Technical interview',
  place: 'Room 2',
  startsAt: at(startsAt),
  endsAt: minutesAfter(at(startsAt), 60),
  zone: 'Europe/Amsterdam',
  organiserId: people.maren.id,
  attendees,
  ...more,
})

/** Northwind’s people, and ways to run the door’s operations as a lower room would. */
export const scene = async () => {
  const test = await testKernel(rooms)
  const cast = await insertCast(test.database, rooms)
  /** Runs an operation in a command of its own; answers with how many statements it took. */
  const counting = async <V>(operation: (tx: WriteTx) => Promise<Result<V>>) => {
    let statements = 0
    const count =
      <A extends readonly never[], R>(run: (...given: A) => R) =>
      (...args: A): R => {
        statements++
        return run(...args)
      }
    const command = defineCommand({
      name: 'tests.act',
      says: 'Runs an operation of the door.',
      permission: systemOnly,
      input: z.object({}),
      handle: (tx) =>
        operation({
          ...tx,
          rows: count(tx.rows as never),
          row: count(tx.row as never),
          change: count(tx.change as never),
        } as WriteTx),
    })
    const result = await test.kernel.run(command, {}, { actor: system('tests') })
    return { result: result as Result<V>, statements }
  }
  const act = async <V>(operation: (tx: WriteTx) => Promise<Result<V>>) => (await counting(operation)).result
  return {
    test,
    cast,
    act,
    counting,
    look: async <V>(read: (tx: ReadTx) => Promise<V>): Promise<V> =>
      given(await act(async (tx) => ok(await read(tx)))),
    facts: async (appointmentId: string) =>
      (
        await sql<{ name: string; candidateId: string | null; particulars: Record<string, unknown> }>`
          select name, candidate_id as "candidateId", particulars from kernel.fact where subject_id = ${appointmentId} order by id`.execute(
          test.database.read,
        )
      ).rows,
    newPerson: async (): Promise<string> =>
      given(
        await test.kernel.run(addCandidates, { candidates: [{ name: someone() }] } as never, {
          actor: cast.maren,
        }),
      ).candidates[0]!.candidateId,
    newUsers: async (count: number): Promise<string[]> =>
      (
        await sql<{ id: string }>`
          insert into accounts.user_account (id, name, mail, mail_key, created_at)
          select id, 'U ' || id, id || '@northwind.example', id || '@northwind.example', now()
          from (select gen_random_uuid() as id from generate_series(1, ${count})) n returning id`.execute(
          test.database.write,
        )
      ).rows.map(({ id }) => id),
  }
}
