import type { ReadTx } from '../../kernel/transaction.ts'
import { emailKeys } from '../model/contact-point.ts'
import { candidatesByAddress } from './contact-point.sql.ts'

/** Who writes from each address, the most recently active first; an address nobody has is missing. One statement. */
export const idsByAddress = async (
  tx: ReadTx,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const exact = new Map(addresses.map((address) => [address, emailKeys(address)?.exact]))
  const rows = await tx.rows(candidatesByAddress([...exact.values()].filter((key) => key !== undefined)))
  const found = Map.groupBy(rows, (row) => row.address)
  return new Map(
    [...exact].flatMap(([address, key]) => {
      const ids = key === undefined ? undefined : found.get(key)?.map((row) => row.candidateId)
      return ids ? [[address, ids] as const] : []
    }),
  )
}
