import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { insertNotifications } from './notification.sql.ts'

/**
 * Tells users what concerns them, in the caller's transaction; the caller's fact says why. Give `factId`
 * where a reaction tells, so that its repeat tells nobody twice. Nobody is told of what they did themselves.
 */
export const notifyUsers = async (
  tx: WriteTx,
  tellings: readonly {
    readonly userId: string
    readonly kind: string
    readonly candidateId?: string | null
    readonly applicationId?: string | null
    readonly jobId?: string | null
    readonly subjectId?: string | null
    readonly factId?: number | null
  }[],
): Promise<void> => {
  const { actor } = tx
  const others = tellings.filter((one) => actor.kind !== 'user' || one.userId !== actor.id)
  if (others.length === 0) return
  await tx.change(
    insertNotifications(
      others.map((one) => ({ id: newId(), ...one })),
      tx.now,
    ),
  )
}
