import type { About } from '../../kernel/model/fact.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { addressSuppressed } from '../model/facts.ts'
import { addressKey } from '../queueing/ask-guard.ts'
import { insertSuppression } from '../queueing/guard.sql.ts'

/** No more mail (or no more marketing) to an address, from this moment on; done twice is done once. */
export const suppress = async (
  tx: WriteTx,
  what: {
    readonly address: string
    readonly kind: 'hard' | 'marketing' | 'complaint'
    readonly because: string
    readonly about: About
  },
): Promise<boolean> => {
  const changed = await tx.change(
    insertSuppression({
      id: newId(),
      address: addressKey(what.address),
      kind: what.kind,
      because: what.because,
      at: tx.now,
    }),
  )
  if (changed > 0) tx.record(addressSuppressed(what.about, { kind: what.kind, because: what.because }))
  return changed > 0
}
