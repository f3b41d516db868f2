import { usersHolding } from '../../accounts/door.ts'
import type { ApplicationId, UserId } from '../../kernel/model/id.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { readScorecards } from '../model/permissions.ts'
import { owing, sentBy } from './scorecard.sql.ts'

interface Joining {
  readonly applicationId: ApplicationId
  readonly userId: UserId
}

/**
 * To whom others' scorecards on the application stand open at the moment they join one of its interviews: by right, or
 * as one of its interviewers, with none of their own owed. Theirs is marked then, since it was not written unread (R41);
 * whoever steps off a panel, reads and comes back joins anew.
 */
export const couldReadBefore = async (
  tx: ReadTx,
  joining: readonly Joining[],
): Promise<(one: Joining) => boolean> => {
  const ids = [...new Set(joining.map(({ applicationId }) => applicationId))]
  const sent = ids.length === 0 ? [] : await tx.rows(sentBy(ids))
  if (sent.length === 0) return () => false
  const readers = new Set((await usersHolding(tx, [readScorecards])).map(({ id }) => id as UserId))
  const owed = await tx.rows(owing(ids))
  return ({ applicationId, userId }) => {
    const here = sent.filter((card) => card.applicationId === applicationId)
    return (
      here.some(({ authorId }) => authorId !== userId) &&
      (readers.has(userId) || here.some(({ authorId }) => authorId === userId)) &&
      !owed.some((one) => one.applicationId === applicationId && one.userId === userId)
    )
  }
}
