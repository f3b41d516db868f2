import type { About } from '../../kernel/model/fact.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { addressSuppressed } from '../model/facts.ts'
import { addressKey } from '../queueing/ask-guard.ts'
import { insertSuppression, insertSuppressions } from '../queueing/guard.sql.ts'

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

/** The same for a list at once, such as everybody who had unsubscribed in the system people come from. One statement. */
export const suppressMany = async (
  tx: WriteTx,
  those: readonly {
    readonly address: string
    readonly kind: 'hard' | 'marketing' | 'complaint'
    readonly because: string
    readonly about: About
  }[],
): Promise<number> => {
  const rows = new Map(
    those.map((one) => [
      `${one.kind} ${addressKey(one.address)}`,
      { ...one, address: addressKey(one.address) },
    ]),
  )
  if (rows.size === 0) return 0
  const added = await tx.rows(
    insertSuppressions(
      [...rows.values()].map(({ address, kind, because }) => ({ id: newId(), address, kind, because })),
      tx.now,
    ),
  )
  for (const { address, kind } of added) {
    const one = rows.get(`${kind} ${address}`)!
    tx.record(addressSuppressed(one.about, { kind, because: one.because }))
  }
  return added.length
}
