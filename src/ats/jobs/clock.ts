import { offices, organisation } from '../../accounts/door.ts'
import type { ReadTx } from '../../kernel/transaction.ts'

/** The clock that promises of a job are made by: its office's, else the organisation's. */
export interface OfficeClock {
  readonly zone: string
  readonly town: string | null
}

export const clockOf = async (tx: ReadTx, officeId: string | null): Promise<OfficeClock> =>
  (await clocks(tx))(officeId)

/** The same for many offices: two statements whatever their number. */
export const clocks = async (tx: ReadTx): Promise<(officeId: string | null) => OfficeClock> => {
  const all = new Map((await offices(tx)).map((office) => [office.id, office]))
  const zone = (await organisation(tx))?.timeZone ?? 'UTC'
  return (id) => {
    const office = id === null ? undefined : all.get(id)
    return { zone: office?.timeZone ?? zone, town: office?.city ?? null }
  }
}
