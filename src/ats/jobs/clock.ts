import { offices, organisation } from '../../accounts/door.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { dayIn } from '../model/promise.ts'

/** The clock that promises of a job are made by: its office's, else the organisation's. */
export interface OfficeClock {
  readonly zone: string
  readonly country: string | null
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
    return { zone: office?.timeZone ?? zone, country: office?.country ?? null, town: office?.city ?? null }
  }
}

/** Which day it is at each office, and where none is named: the last day to apply ends by its job's office. */
export interface DaysByOffice {
  readonly at: Readonly<Record<string, string>>
  readonly otherwise: string
}

export const daysByOffice = async (tx: ReadTx): Promise<DaysByOffice> => {
  const zone = (await organisation(tx))?.timeZone ?? 'UTC'
  const days = (await offices(tx)).map((office) => [office.id, dayIn(tx.now, office.timeZone ?? zone)])
  return { at: Object.fromEntries(days), otherwise: dayIn(tx.now, zone) }
}
