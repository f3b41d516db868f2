import { organisation } from '../accounts/door.ts'
import { loadMemory } from '../kernel/memory.sql.ts'
import type { ReadTx } from '../kernel/transaction.ts'

/** What stands around every mail, but for what only the edge knows (domain and signature). */
export const letterheadOf = async (tx: ReadTx) => {
  const ours = await organisation(tx)
  const site = (await tx.row(loadMemory<string>('site.address')))?.value ?? ''
  return {
    organisation: ours?.name ?? '',
    postalAddress: ours?.postalAddress?.trim() ?? '',
    site: site.replace(/\/+$/, ''),
  }
}
