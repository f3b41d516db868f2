import { createHash } from 'node:crypto'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { minutesAfter } from '../../kernel/model/time.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { countAttempts, insertAttempts } from './attempt.sql.ts'

export interface Limit {
  /** What is counted: `ip:…`, `mail:…`, `job:…`. Stored as a hash only. */
  readonly key: string
  readonly most: number
  readonly withinMinutes: number
}

/** Refuses with `too-many` once any of the limits is reached; counts this try otherwise (R15, R32). */
export const withinLimits = async (tx: WriteTx, limits: readonly Limit[]): Promise<Result<null>> => {
  if (tx.actor.kind === 'system' || limits.length === 0) return ok(null)
  const keyed = limits.map((limit) => ({
    ...limit,
    hash: createHash('sha256').update(limit.key.toLowerCase()).digest('hex'),
  }))
  const counts = new Map(
    (
      await tx.rows(
        countAttempts(
          keyed.map(({ hash, withinMinutes }) => ({
            key: hash,
            since: minutesAfter(tx.now, -withinMinutes),
          })),
        ),
      )
    ).map((row) => [row.key, row.count]),
  )
  const reached = keyed.find((limit) => (counts.get(limit.hash) ?? 0) >= limit.most)
  if (reached)
    return refuse(
      'too-many',
      `Too many at once. Please try again in ${reached.withinMinutes} minutes; nothing is lost.`,
    )
  await tx.change(
    insertAttempts(
      keyed.map((limit) => limit.hash),
      tx.now,
    ),
  )
  return ok(null)
}
