import { type Reader, shortText } from '../../../design/dates.ts'
import type { OutputOf, Queries } from '../../api/client.ts'

export type DecidedPage = OutputOf<Queries, 'ats.decided'>
export type DecidedPerson = DecidedPage['rows'][number]

const states: Readonly<Record<DecidedPerson['state'], string>> = {
  rejected: 'Rejected',
  withdrawn: 'Withdrew',
  hired: 'Hired',
  closed: 'Ended',
}

/** What was decided, in a word. */
export const stateSays = (state: DecidedPerson['state']): string => states[state]

const sides = { us: 'our side', them: 'their side', neither: 'neither side' } as const

/** On whose side the reason lies. */
export const sideSays = (side: DecidedPerson['side']): string => (side ? sides[side] : '')

/** Who decided; somebody who withdrew may have done it on their own page. */
export const byWhom = (row: Pick<DecidedPerson, 'state' | 'decidedBy'>): string =>
  row.decidedBy?.name ?? (row.state === 'withdrawn' ? 'themselves' : 'nobody by hand')

/** Where the letter stands. */
export const mailSays = (mail: DecidedPerson['mail'], now: Date, reader: Reader): string => {
  if (!mail) return 'None'
  if (mail.state === 'waiting')
    return mail.sendAfter ? `Goes out ${shortText(new Date(mail.sendAfter), now, reader)}` : 'Goes out'
  return {
    sending: 'Goes out now',
    sent: 'Sent',
    cancelled: 'Cancelled',
    blocked: 'Held back',
    failed: 'Failed',
  }[mail.state]
}

/** What taking these back would do, before it happens. */
export const takingBack = (rows: readonly DecidedPerson[]) => {
  const back = rows.filter((row) => row.stays === null)
  return {
    back,
    stay: rows.filter((row) => row.stays !== null),
    letters: back.filter((row) => row.mail?.state === 'waiting').length,
    /** Without a letter that could be stopped: none was made, or it is gone already. */
    noLetters: back.filter((row) => row.mail?.state !== 'waiting').length,
  }
}
