import type { WriteTx } from '../../kernel/transaction.ts'
import { touch } from './candidate.sql.ts'

/**
 * Notes that something happened with the people: lists show them first. `inbound`: they wrote or did something;
 * `outbound`: we wrote to them. The caller records the fact. One statement.
 */
export const touchCandidates = async (
  tx: WriteTx,
  ids: readonly string[],
  how: { readonly activity?: true; readonly inbound?: true; readonly outbound?: true } = { activity: true },
): Promise<void> => {
  if (ids.length > 0) await tx.change(touch([...new Set(ids)], tx.now, how))
}
