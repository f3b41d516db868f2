import type { Instant } from '../../kernel/model/time.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { saveRejections } from './candidate.sql.ts'

/** Keeps beside each record when we last decided against the person; null where no no stands. One statement. */
export const noteRejections = async (
  tx: WriteTx,
  last: readonly { readonly candidateId: string; readonly rejectedAt: Instant | null }[],
): Promise<void> => {
  if (last.length > 0) await tx.change(saveRejections(last))
}
