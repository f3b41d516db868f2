import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import type { ReadTx, WriteTx } from '../../kernel/transaction.ts'
import { deleteSight, insertSight, type LostSight, type Sight, visibleAmong } from './sight.sql.ts'

/** Refuses with `not-found` unless the actor may see every one of the candidates. One statement. */
export const requireVisible = async (tx: ReadTx, ids: readonly string[]): Promise<Result<null>> => {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return ok(null)
  const seen = await tx.rows(visibleAmong(tx.actor, asked))
  if (seen.length === asked.length) return ok(null)
  const visible = new Set(seen.map(({ id }) => id))
  return refuse(
    'not-found',
    asked.length === 1
      ? 'There is no such candidate, or it is not yours to see.'
      : `${asked.length - seen.length} of these ${asked.length} candidates do not exist or are not yours to see.`,
    { details: asked.filter((id) => !visible.has(id)) },
  )
}

/** Lets users see candidates because of a job, referral or other row. The caller records the fact. */
export const grantSight = async (tx: WriteTx, sights: readonly Sight[]): Promise<void> => {
  if (sights.length > 0) await tx.change(insertSight(sights))
}

/** Takes the sight that a row gave; what other rows gave stays. The caller records the fact. */
export const revokeSight = async (tx: WriteTx, sights: readonly LostSight[]): Promise<void> => {
  if (sights.length > 0) await tx.change(deleteSight(sights))
}
